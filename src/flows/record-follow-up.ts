// 记录回访: what a member of the team found when he went back (Art. 17); the last problem put right may end the task.
import { dayOf } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import { type FollowUp, followedUp } from '../domain/rectification-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { seatOf, teamOf } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import { endWhatIsOver } from './ending.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Records the follow-up, on a day between the review and today. What is not put right goes to the heads. */
export function recordFollowUp(office: Office, by: Person, id: string, version: number, found: FollowUp): Answer<Problem> {
  return change(office, by, 'record-follow-up', async (books, at) => {
    const before = await books.problems.get(id);
    const assignment = before && (await books.assignments.get(before.assignment));
    const task = assignment && (await books.tasks.get(assignment.task));
    if (!before || !assignment || !task) return notFound('problem', id);
    const seat = seatOf(assignment, by.id);
    if (!seat.ok) return seat;
    const since = assignment.review && dayOf(assignment.review.at);
    const next = followedUp(before, version, found, { by: by.id, at, words: found.words.trim() }, since);
    if (!next.ok) return next;
    const row = await books.problems.replace(next.value);
    const { state } = await endWhatIsOver(books, task);
    const facts = { result: found.result, on: found.on, taskState: state };
    await books.ledger.add({ what: 'followed-up', by: by.id, about: id, facts }, at);
    const heads = row.state === 'corrected' ? [] : await holders(books, 'head', teamOf(assignment));
    await tell(books, at, `followed-up:${row.version}`, [{ to: people(heads), face: 'rectification', about: id }]);
    return ok(row);
  });
}
