// A card's form: collects its fields, refuses to send while a required one is empty, and can be emptied again.
import type { FormValue } from '../api.ts';
import type { FieldHandle } from './face.ts';

const isEmpty = (value: FormValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What the client sends: every field, the empty ones as empty, so that what was cleared is not taken for untouched. */
export function readForm(fields: readonly FieldHandle[]): Readonly<Record<string, FormValue>> {
  return Object.fromEntries(fields.map((field) => [field.name, field.read() ?? '']));
}

/** Marks what is missing and goes to the first of it; true when nothing is. */
export function isComplete(fields: readonly FieldHandle[]): boolean {
  const missing = fields.filter((field) => field.isRequired && isEmpty(field.read()));
  for (const field of fields) field.mark(missing.includes(field));
  missing[0]?.focus();
  return missing.length === 0;
}
