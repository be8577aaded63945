// Which columns each list has, and which list a row of headings belongs to.

import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Person } from '../../domain/person.ts';
import type { RosterKind } from '../../domain/roster.ts';
import { narrow } from './cell.ts';
import type { Column } from './column.ts';
import { DOCUMENT_COLUMNS, type DocumentLine } from './columns-documents.ts';
import { INSTITUTION_COLUMNS } from './columns-institutions.ts';
import { MATTER_COLUMNS } from './columns-matters.ts';
import { PEOPLE_COLUMNS } from './columns-people.ts';

/** What one line of each list's sheet is. */
export interface SheetLines {
  readonly people: Person;
  readonly institutions: Institution;
  readonly matters: Matter;
  readonly documents: DocumentLine;
}

/** The columns of every list, in the order of the interface. */
export const COLUMNS: { readonly [K in RosterKind]: readonly Column<SheetLines[K]>[] } = {
  people: PEOPLE_COLUMNS,
  institutions: INSTITUTION_COLUMNS,
  matters: MATTER_COLUMNS,
  documents: DOCUMENT_COLUMNS,
};

/** Columns that people keep for themselves: read over. */
const IGNORED = new Set(['序号', '备注', '说明']);

/** A heading as it is compared: without spaces, stars and remarks in brackets. */
export function plainHeading(text: string): string {
  return narrow(text)
    .replaceAll(/[*＊]/g, '')
    .replaceAll(/[(（][^)）]*[)）]?/g, '');
}

/** True for a heading that no list needs but many files have. */
export function isIgnored(heading: string): boolean {
  return IGNORED.has(plainHeading(heading));
}

const NAMES: { readonly [K in RosterKind]: ReadonlyMap<string, string> } = {
  people: namesOf(COLUMNS.people),
  institutions: namesOf(COLUMNS.institutions),
  matters: namesOf(COLUMNS.matters),
  documents: namesOf(COLUMNS.documents),
};

/** The proper heading for one found in a file (its own or an alias), null if that list has no such column. */
export function properHeading(kind: RosterKind, heading: string): string | null {
  return NAMES[kind].get(plainHeading(heading)) ?? null;
}

function namesOf(columns: readonly { readonly heading: string; readonly aliases: readonly string[] }[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const column of columns) for (const alias of column.aliases) names.set(plainHeading(alias), column.heading);
  for (const column of columns) names.set(plainHeading(column.heading), column.heading);
  return names;
}
