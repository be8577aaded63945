// A file against the books: what it would change, and everything that is wrong with it.
import type { RosterKind, RosterRows, SheetProblem } from '../roster.ts';
import { type Diff, diff } from './diff.ts';
import type { ParsedSheet } from './parsed.ts';
import { resolve } from './resolve.ts';

/** The changes with their counts, and the problems of the file and of the books together. */
export interface Comparison<Row> extends Diff<Row> {
  readonly total: number;
  readonly problems: readonly SheetProblem[];
}

/** Rows with problems are counted in `total` and change nothing. */
export function compare<K extends RosterKind>(sheet: ParsedSheet<K>, books: readonly RosterRows[K][]): Comparison<RosterRows[K]> {
  const resolved = resolve(sheet, books);
  const found = diff<RosterRows[K]>(new Map(books.map((row) => [row.id, row])), resolved.rows);
  const refused = new Set(sheet.problems.map((problem) => problem.row).filter((row) => row !== null));
  return { ...found, total: sheet.rows.length + refused.size, problems: [...sheet.problems, ...resolved.problems] };
}
