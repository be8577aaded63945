// What an import would change: the rows of a file laid over the rows in the books.
import type { RosterChange } from '../roster.ts';

/** Changes in file order, and the counts a preview shows. */
export interface Diff<Row> {
  readonly changes: readonly RosterChange<Row>[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Rows that are in the books but not in the file change nothing (leaving is a status). */
export function diff<Row extends { readonly id: string }>(books: ReadonlyMap<string, Row>, rows: readonly Row[]): Diff<Row> {
  const changes: RosterChange<Row>[] = [];
  for (const after of rows) {
    const before = books.get(after.id) ?? null;
    if (before === null || !isSame(before, after)) changes.push({ id: after.id, before, after });
  }
  const added = changes.filter((change) => change.before === null).length;
  return { changes, added, changed: changes.length - added, unchanged: rows.length - changes.length };
}

/** Names of the fields that a change touches, all of them for a new row. */
export function changedFields<Row extends object>(change: RosterChange<Row>): readonly (keyof Row & string)[] {
  const fields = Object.keys(change.after) as (keyof Row & string)[];
  const { before, after } = change;
  return before === null ? fields : fields.filter((name) => !isSame(before[name], after[name]));
}

/** Equal as data, whatever the order of the keys: a row out of a database and one out of a sheet write them differently. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(field(a, key), field(b, key)));
}

function field(of: object, key: string): unknown {
  return (of as Readonly<Record<string, unknown>>)[key];
}
