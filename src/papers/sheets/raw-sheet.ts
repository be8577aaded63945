// A sheet before its columns are understood: rows of raw cells, and the table found in them.
import type { RosterKind, SheetProblem, SheetProblemKind } from '../../domain/roster.ts';
import type { RawCell } from './cell.ts';

/** One sheet of a file as it lies there; `merges` are 0-based and inclusive. */
export interface RawGrid {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merges: readonly Merge[];
  readonly dateSystem: '1900' | '1904';
}

export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** One line of the table: its row as the spreadsheet numbers it, its cells in the order of the headings. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** The table found in a file: which list its headings are those of, and its lines without the blank ones. */
export interface RawSheet {
  readonly kind: RosterKind;
  readonly sheetName: string;
  readonly headings: readonly string[];
  readonly rows: readonly RawRow[];
  /** Rows through which a vertical merge runs: their cells are empty though they look filled. */
  readonly mergedRows: readonly number[];
  readonly dateSystem: '1900' | '1904';
}

/** A problem, with what stood there cut to 40 characters. */
export function sheetProblem(kind: SheetProblemKind, row: number | null, column: string | null, value = ''): SheetProblem {
  return { row, column, kind, value: Array.from(value).slice(0, 40).join('') };
}
