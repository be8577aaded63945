// What an import changes in one row, as people read it: 新增, or 地址：旧 → 新.
import type { RosterChange, RosterKind, RosterRows } from '../domain/roster.ts';
import { METHOD_WORDS } from '../words/inspections.ts';
import { COLUMN_WORDS } from '../words/lists.ts';
import type { Names } from '../words/names.ts';
import { called } from '../words/names.ts';
import { ROLE_WORDS, SEX_WORDS } from '../words/people.ts';
import { CERTIFICATE_STATE_WORDS, INSTITUTION_STATUS_WORDS, PERSON_STATUS_WORDS } from '../words/states.ts';

type AnyRow = RosterRows[RosterKind];

/** Fields whose values are closed words, with their Chinese. */
const CLOSED: Readonly<Record<string, Names>> = {
  status: { ...INSTITUTION_STATUS_WORDS, ...PERSON_STATUS_WORDS },
  certificateState: CERTIFICATE_STATE_WORDS,
  roles: ROLE_WORDS,
  sex: SEX_WORDS,
  methods: METHOD_WORDS,
};

/** One cell: names for ids, the number of rows for a document's table, 、 between several. */
function cell(value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return called(names, value);
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? value.map((one) => called(names, one)).join('、') : `${value.length} 行`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** Every cell of a row that has something in it. Chat accounts are ids of the platform and say nothing to people. */
export function sayCells(kind: RosterKind, row: AnyRow, names: Names): readonly { readonly field: string; readonly value: string }[] {
  const fields = Object.keys(COLUMN_WORDS[kind]).filter((field) => field !== 'feishu' && field !== 'dingtalk');
  const values = new Map<string, unknown>(Object.entries(row));
  return fields
    .filter((field) => (values.get(field) ?? '') !== '')
    .map((field) => ({ field, value: cell(values.get(field), CLOSED[field] ?? names) }));
}

/** What a row is called: an institution's, item's or person's name, a document's title. */
function nameOf(row: AnyRow): string {
  return 'name' in row ? row.name : row.title;
}

/** The row's name, and what would become of it. */
export function sayChange(
  kind: RosterKind,
  change: RosterChange<AnyRow>,
  names: Names,
): { readonly what: string; readonly change: string } {
  const what = nameOf(change.after);
  if (change.before === null) return { what, change: '新增' };
  const before = new Map(Object.entries(change.before));
  const after = Object.entries(change.after);
  const headings = new Map(Object.entries(COLUMN_WORDS[kind]));
  const differing = after.filter(([field, value]) => JSON.stringify(before.get(field)) !== JSON.stringify(value));
  const parts = differing.map(([field, value]) => {
    const heading = headings.get(field) ?? field;
    const [old, fresh] = [cell(before.get(field), CLOSED[field] ?? names), cell(value, CLOSED[field] ?? names)];
    return old === fresh ? `${heading}有改动` : `${heading}：${old} → ${fresh}`;
  });
  return { what, change: parts.join('；') };
}
