// A form drawn anew with what the person had typed into the old one: a stale card must not cost anybody his words.
import type { Block, Card, Field } from './card.ts';

/** What a form sent back, by field name. */
type Typed = Readonly<Record<string, unknown>>;
type FormPart = Extract<Block, { kind: 'form' }>['fields'][number];

/** The card with the typed values in the fields that it still has; a choice that is no longer offered is left out. */
export function withTyped(card: Card, typed: Typed): Card {
  const blocks = card.blocks.map((block) =>
    block.kind === 'form' ? { ...block, fields: block.fields.map((part) => fill(part, typed)) } : block,
  );
  return { ...card, blocks };
}

function fill(part: FormPart, typed: Typed): FormPart {
  return part.kind === 'heading' || !(part.name in typed) ? part : filled(part, typed[part.name]);
}

function filled(field: Field, value: unknown): Field {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? { ...field, value: value.slice(0, field.max) } : field;
    case 'choice':
      return field.options.some((option) => option.value === value) ? { ...field, value: String(value) } : field;
    case 'choices':
      return Array.isArray(value)
        ? { ...field, values: field.options.map((option) => option.value).filter((one) => value.includes(one)) }
        : field;
    case 'day': {
      const day = typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined;
      return day === undefined ? field : { ...field, value: day };
    }
    case 'tick':
      return typeof value === 'boolean' ? { ...field, ticked: value } : field;
    default:
      return field satisfies never;
  }
}
