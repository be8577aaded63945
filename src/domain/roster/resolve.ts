// Lays the rows of a file over the books: gives codes, fills in what the file is silent about, finds values used twice.
import type { RosterKind, RosterRows, SheetProblem, SheetProblemKind } from '../roster.ts';
import { LIST_RULES, type ListRules } from './list-rules.ts';
import type { ParsedRow, ParsedSheet } from './parsed.ts';

/** The rows as they would stand in the books, in file order, and every problem that only the books could show. */
export interface Resolved<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly SheetProblem[];
}

interface Placed<Row> {
  readonly line: ParsedRow<Row>;
  readonly row: Row;
}

/** Pure: the same file over the same books gives the same codes. */
export function resolve<K extends RosterKind>(sheet: ParsedSheet<K>, books: readonly RosterRows[K][]): Resolved<RosterRows[K]> {
  // The rules are looked up by the very kind that the rows have; TypeScript cannot follow that through the index.
  const rules = LIST_RULES[sheet.kind] as unknown as ListRules<RosterRows[K]>;
  const headings = sheet.headings as Readonly<Record<string, string | undefined>>;
  return resolveRows<RosterRows[K]>(sheet.rows, books, rules, headings);
}

function resolveRows<Row extends { readonly id: string }>(
  lines: readonly ParsedRow<Row>[],
  books: readonly Row[],
  rules: ListRules<Row>,
  headings: Readonly<Record<string, string | undefined>>,
): Resolved<Row> {
  const problems: SheetProblem[] = [];
  const say = (kind: SheetProblemKind, row: number, field: string, value: string): void => {
    problems.push({ row, column: headings[field] ?? field, kind, value: value.slice(0, 40) });
  };
  const byId = new Map(books.map((row) => [row.id, row]));
  const bySameness = grouped(books, rules.sameness);
  const give = codeGiver(
    rules.prefix,
    [...byId.keys()],
    lines.map((line) => line.fields.id),
  );
  const taken = new Set<string>();
  const placed: Placed<Row>[] = [];
  for (const line of lines) {
    const draft = { ...rules.blank, ...line.fields };
    const twins = line.fields.id ? [] : (bySameness.get(rules.sameness(draft)) ?? []);
    if (twins.length > 1) {
      say('required', line.row, 'id', twins.map((twin) => twin.id).join(' '));
      continue;
    }
    const id = line.fields.id ?? twins[0]?.id ?? give();
    if (taken.has(id)) {
      say('twice', line.row, 'id', id);
      continue;
    }
    taken.add(id);
    placed.push({ line, row: { ...rules.blank, ...byId.get(id), ...line.fields, id } });
  }
  for (const field of rules.unique) shared(placed, books, rules, field, say);
  return { rows: placed.map((place) => place.row), problems };
}

/** Finds values that two rows would share once the file is in: `twice` in the file itself, `twice-elsewhere` against the books. */
function shared<Row extends { readonly id: string }>(
  placed: readonly Placed<Row>[],
  books: readonly Row[],
  rules: ListRules<Row>,
  field: keyof Row & string,
  say: (kind: SheetProblemKind, row: number, field: string, value: string) => void,
): void {
  const replaced = new Set(placed.map((place) => place.row.id));
  const elsewhere = new Set(books.filter((row) => !replaced.has(row.id) && !rules.isGone(row)).map((row) => row[field]));
  const here = new Set<unknown>();
  for (const { line, row } of placed) {
    const value = row[field];
    if (value === null || value === '' || rules.isGone(row)) continue;
    if (here.has(value)) say('twice', line.row, field, String(value));
    else if (elsewhere.has(value)) say('twice-elsewhere', line.row, field, String(value));
    here.add(value);
  }
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Gives `P008` after `P007`, never a code that the books or the file already use. */
function codeGiver(prefix: string | null, known: readonly string[], inFile: readonly (string | undefined)[]): () => string {
  const used = new Set([...known, ...inFile]);
  const pattern = new RegExp(`^${prefix ?? ''}(\\d{1,9})$`);
  let last = 0;
  for (const id of used) last = Math.max(last, Number(pattern.exec(id ?? '')?.[1] ?? 0));
  return () => {
    last += 1;
    return `${prefix ?? ''}${String(last).padStart(3, '0')}`;
  };
}
