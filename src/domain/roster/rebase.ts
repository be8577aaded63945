// Lays staged changes over books that have moved on since the preview: the import's own changes win, field by field.
import type { RosterChange, RosterKind, RosterRows } from '../roster.ts';
import { changedFields, diff, isSame } from './diff.ts';
import type { ParsedSheet } from './parsed.ts';
import { resolve } from './resolve.ts';

/** How staged changes look over today's books. `isCurrent`: they are what the preview showed, and may be written as they are. */
export interface Rebased<Row> {
  readonly isCurrent: boolean;
  readonly changes: readonly RosterChange<Row>[];
  /** Values or codes that somebody else has taken meanwhile. */
  readonly problems: ReturnType<typeof resolve>['problems'];
}

/** Compares what the staged changes started from with what is there now. */
export function rebase<K extends RosterKind>(
  kind: K,
  staged: readonly RosterChange<RosterRows[K]>[],
  books: readonly RosterRows[K][],
): Rebased<RosterRows[K]> {
  type Row = RosterRows[K];
  const now = new Map(books.map((row) => [row.id, row]));
  const isUntouched = (change: RosterChange<Row>): boolean => isSame(now.get(change.id) ?? null, change.before);
  const lines = staged.map((change, i) => ({ row: i + 1, fields: { ...pick(change.after, changedFields<Row>(change)), id: change.id } }));
  const taken = staged.flatMap((change) =>
    change.before === null && now.has(change.id) ? [{ row: null, column: null, kind: 'twice-elsewhere' as const, value: change.id }] : [],
  );
  const sheet: ParsedSheet<K> = { kind, rows: lines, headings: {}, problems: [] };
  const resolved = resolve(sheet, books);
  const clashes = resolved.problems.map((problem) => ({ ...problem, row: null }));
  return {
    isCurrent: staged.every(isUntouched) && taken.length + clashes.length === 0,
    changes: diff(now, resolved.rows).changes,
    problems: [...taken, ...clashes],
  };
}

function pick<Row extends object>(row: Row, fields: readonly (keyof Row)[]): Partial<Row> {
  const picked: Partial<Row> = {};
  for (const field of fields) picked[field] = row[field];
  return picked;
}
