// What every view starts from: the books it reads, who looks, what day it is, and how far off a deadline is.

import type { ActVerb } from '../../cards/acts.ts';
import type { Due } from '../../cards/facts.ts';
import type { Assignment } from '../../domain/assignment.ts';
import { calendarOf } from '../../domain/calendar.ts';
import type { Day } from '../../domain/day.ts';
import { maySeeVisit } from '../../domain/entitled.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Person } from '../../domain/person.ts';
import type { Office } from '../../flows/office.ts';
import type { Names } from '../../words/names.ts';
import type { Computing } from '../computing.ts';

/** The books, as a view reads them. */
export type Books = Parameters<Parameters<Office['store']['read']>[0]>[0];

/** One look at one subject. */
export interface Look {
  readonly books: Books;
  readonly office: Office;
  /** Null in a group: what is shown there everybody sees. */
  readonly viewer: Person | null;
  readonly about: string;
  readonly extra: NonNullable<Notice['extra']>;
  readonly today: Day;
  /** The public site's address, null while the office has none. */
  readonly site: string | null;
  readonly computing: Computing;
}

/** Thrown when the subject of a notice is not in the books: the caller shows a refusal instead. */
export class NothingThere extends Error {
  readonly what: string;
  readonly id: string;
  constructor(what: string, id: string) {
    super(`no ${what} ${id}`);
    this.what = what;
    this.id = id;
  }
}

/** The row, or NothingThere. */
export async function must<Row>(row: Promise<Row | null>, what: string, id: string): Promise<Row> {
  const found = await row;
  if (!found) throw new NothingThere(what, id);
  return found;
}

/** A deadline with the working days left; null days for a year without holiday data. */
export function dueOn(look: Pick<Look, 'office' | 'today'>, day: Day): Due {
  const left = calendarOf(look.office.rules.calendar).workingDaysBetween(look.today, day);
  return { day, workingDays: left.ok ? left.value : null };
}

/** The day `n` working days after another, or null in a year without data. */
export function workingDaysAfter(look: Pick<Look, 'office'>, day: Day, n: number): Day | null {
  const result = calendarOf(look.office.rules.calendar).plusWorkingDays(day, n);
  return result.ok ? result.value : null;
}

/** Names of people, institutions, matters and categories, looked up one id at a time. */
export async function namesOf(
  look: Pick<Look, 'books' | 'office'>,
  ids: { readonly people?: Iterable<string | null>; readonly institutions?: Iterable<string | null>; readonly matters?: Iterable<string> },
): Promise<Names> {
  const { books, office } = look;
  const names: Record<string, string> = {};
  for (const category of office.rules.categories) names[category.id] = category.name;
  const put = (id: string, name: string | undefined): void => {
    // An id that is looked up in several books is called by the one that knows it.
    if (name !== undefined || !Object.hasOwn(names, id)) names[id] = name ?? id;
  };
  for (const id of new Set(ids.people)) if (id) put(id, (await books.people.get(id))?.name);
  for (const id of new Set(ids.institutions)) if (id) put(id, (await books.institutions.get(id))?.name);
  for (const id of new Set(ids.matters)) put(id, (await books.matters.get(id))?.name);
  return names;
}

/** The acts whose condition holds. */
export function allowed(conditions: Readonly<Partial<Record<ActVerb, boolean>>>): readonly ActVerb[] {
  return (Object.keys(conditions) as ActVerb[]).filter((verb) => conditions[verb]);
}

/** The inspection, if the viewer may look at it; to anybody else it is not there. */
export async function visitFor(look: Look, id: string): Promise<Assignment> {
  const assignment = await must(look.books.assignments.get(id), 'assignment', id);
  if (look.viewer === null || !maySeeVisit(look.viewer, assignment)) throw new NothingThere('assignment', id);
  return assignment;
}

/** A page of rows: 1-based, at least one page. */
export function pageOf<Row>(
  rows: readonly Row[],
  page: number,
  size: number,
): { readonly rows: readonly Row[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((at - 1) * size, at * size), page: at, pages };
}
