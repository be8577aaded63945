// A list as a file gave it: understood cell by cell, not yet laid over the books.
import type { RosterKind, RosterRows, SheetProblem } from '../roster.ts';

/** One row of a file. A field that the file does not speak of is absent, and stays as it is in the books. */
export interface ParsedRow<Row> {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly fields: Partial<Row>;
}

/** A whole list. `headings` says under which heading a field stood, so that a problem can name its column. */
export interface ParsedSheet<K extends RosterKind> {
  readonly kind: K;
  readonly rows: readonly ParsedRow<RosterRows[K]>[];
  readonly headings: { readonly [F in keyof RosterRows[K]]?: string };
  readonly problems: readonly SheetProblem[];
}

/** A list of any kind. */
export type AnyParsedSheet = { readonly [K in RosterKind]: ParsedSheet<K> }[RosterKind];
