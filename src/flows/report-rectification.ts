// 报告整改: what the institution says it has put right, as the team or an operator enters it (Art. 17).
import type { Person } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import { reported } from '../domain/rectification-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { seatOf, teamOf } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Enters the report; the team is asked for the follow-up visit. */
export function reportRectification(office: Office, by: Person, id: string, version: number, words: string): Answer<Problem> {
  return change(office, by, 'report-rectification', async (books, at) => {
    const before = await books.problems.get(id);
    const assignment = before && (await books.assignments.get(before.assignment));
    if (!before || !assignment) return notFound('problem', id);
    const seat = seatOf(assignment, by.id);
    if (!seat.ok && !by.roles.includes('operator')) return seat;
    const next = reported(before, version, { by: by.id, at, words: words.trim() });
    if (!next.ok) return next;
    const row = await books.problems.replace(next.value);
    await books.ledger.add({ what: 'rectification-reported', by: by.id, about: id }, at);
    const others = teamOf(assignment).filter((person) => person !== by.id);
    await tell(books, at, `reported:${row.version}`, [{ to: people(others), face: 'rectification', about: id }]);
    return ok(row);
  });
}
