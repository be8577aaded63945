// 确认检查: an inspector who was drawn says that he goes; when the whole task is answered, the heads hear of it.
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { accepted, isAnswered } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Takes the seat of whoever asks. A colleague's answer in between does not make his card stale. */
export function acceptAssignment(office: Office, by: Person, id: AssignmentId, version: number): Answer<Assignment> {
  return change(office, by, 'accept-assignment', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = accepted(before, by.id, version, at);
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'assignment-accepted', by: by.id, about: id }, at);
    const all = await books.assignments.ofTask(row.task);
    // One notice a task, not one a visit: it goes out with the last answer.
    const heads = all.every(isAnswered) ? await holders(books, 'head') : [];
    await tell(books, at, `answered:${id}:${row.version}`, [{ to: people(heads), face: 'task', about: row.task }]);
    return ok(row);
  });
}
