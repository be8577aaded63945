// 审核: a head passes an inspection, and its problems get their clocks; or sends it back (Art. 16, 17).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import { calendarOf } from '../domain/calendar.ts';
import { problemsOf, reviewed } from '../domain/inspection-rules.ts';
import type { Person } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import { publicationDue } from '../domain/publication-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, type Telling, tell } from './tell.ts';

/** What a reviewer says. */
export interface Review {
  readonly pass: boolean;
  readonly words: string;
}

/** A reviewed (or returned) inspection, and the problems that came of it. */
export interface Reviewed {
  readonly assignment: Assignment;
  readonly problems: readonly Problem[];
}

/** Passing needs a year whose holidays are known, because the clock of the publication starts with it. */
export function reviewInspection(office: Office, by: Person, id: AssignmentId, version: number, review: Review): Answer<Reviewed> {
  return change(office, by, 'review-inspection', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = reviewed(before, version, review.pass, { by: by.id, at, words: review.words.trim() });
    if (!next.ok) return next;
    const { deadlines, calendar } = office.rules;
    const due = review.pass ? publicationDue(next.value, deadlines.publish, calendarOf(calendar)) : ok(null);
    if (!due.ok) return due;
    const row = await books.assignments.replace(next.value);
    const problems = review.pass ? problemsOf(row) : [];
    for (const problem of problems) await books.problems.add(problem);
    const facts = { isPassed: review.pass, problems: problems.length, publishBy: due.value };
    await books.ledger.add({ what: review.pass ? 'inspection-reviewed' : 'findings-returned', by: by.id, about: id, facts }, at);
    const tellings: readonly Telling[] = review.pass
      ? [{ to: people(await holders(books, 'operator')), face: 'result', about: id }]
      : [{ to: people(teamOf(row)), face: 'findings', about: id }];
    await tell(books, at, `review:${row.version}`, tellings);
    return ok({ assignment: row, problems });
  });
}
