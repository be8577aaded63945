// The lists (名录库) as a whole: their kinds, what an import would change, and the history of every row.
import type { Institution } from './institution.ts';
import type { Matter } from './matter.ts';
import type { Person, PersonId } from './person.ts';
import type { RatioDocument } from './ratio-document.ts';

/** The four lists, by the words of the command line. */
export const ROSTER_KINDS = ['people', 'institutions', 'matters', 'documents'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

/** What a row of each list is. Every row has a text `id`. */
export interface RosterRows {
  readonly people: Person;
  readonly institutions: Institution;
  readonly matters: Matter;
  readonly documents: RatioDocument;
}

/** One row that an import adds or changes. Rows absent from a file change nothing: leaving is a status. */
export interface RosterChange<Row> {
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row;
}

/** One entry of a row's history; `at` and `by` say when and who, `source` the file or form it came from. */
export interface RosterHistory<Row> extends RosterChange<Row> {
  readonly at: Date;
  readonly by: PersonId | 'system';
  readonly source: string;
}

/** A problem of one cell of a sheet: 1-based row as the spreadsheet shows it, column by its heading (null: the whole row or file). */
export interface SheetProblem {
  readonly row: number | null;
  readonly column: string | null;
  /** A closed word; `words/` has the sentence. */
  readonly kind: SheetProblemKind;
  /** What stood there, cut to 40 characters; or the value that is missing. */
  readonly value: string;
}

export const SHEET_PROBLEMS = [
  'not-a-sheet',
  'old-format',
  'too-large',
  'encrypted',
  'no-header',
  'missing-column',
  'unknown-column',
  'twice-column',
  'empty',
  'required',
  'too-long',
  'bad-code',
  'code-lost-zeros',
  'bad-check-digit',
  'bad-date',
  'bad-number',
  'bad-ratio',
  'bad-choice',
  'bad-mobile',
  'unknown-category',
  'twice',
  'twice-elsewhere',
  'differs',
  'formula',
  'merged',
  'control-characters',
  'no-rows',
] as const;
export type SheetProblemKind = (typeof SHEET_PROBLEMS)[number];

/** An import waiting for its confirmation: rows as parsed, the changes it would make, and its problems. With problems it cannot be confirmed. */
export interface PendingImport {
  readonly id: string;
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly total: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly problems: readonly SheetProblem[];
  readonly state: 'waiting' | 'confirmed' | 'cancelled';
  readonly version: number;
}
