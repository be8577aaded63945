// 批准检查: a head approves visits of a task, chosen ones or all that are ready (行政检查 needs approval before it begins).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { ok, type Result } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import type { Decision, TaskId } from '../domain/task.ts';
import { approved } from '../domain/visit-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, type Telling, tell } from './tell.ts';

/** Approves each of `ids`, or none if one of them is not ready; `all` means all that are ready. Each inspector gets one notice, not one a visit. */
export function approveVisits(
  office: Office,
  by: Person,
  taskId: TaskId,
  ids: readonly AssignmentId[] | 'all',
): Answer<readonly Assignment[]> {
  return change(office, by, 'approve-visits', async (books, at) => {
    const task = await books.tasks.get(taskId);
    if (!task) return notFound('task', taskId);
    const ready = chosen(await books.assignments.ofTask(taskId), ids, { by: by.id, at, words: '' });
    if (!ready.ok) return ready;
    const rows: Assignment[] = [];
    for (const one of ready.value) rows.push(await books.assignments.replace(one));
    if (task.state === 'settled') await books.tasks.replace({ ...task, state: 'inspecting' });
    await books.ledger.add(
      { what: 'visits-approved', by: by.id, about: taskId, facts: { visits: rows.map((row) => row.id).join(' ') } },
      at,
    );
    // The version, because a visit whose team changed is approved again.
    await tell(books, at, `approved:${rows[0]?.id}:${rows[0]?.version}`, teamTellings(rows));
    return ok(rows);
  });
}

function chosen(
  rows: readonly Assignment[],
  ids: readonly AssignmentId[] | 'all',
  decision: Decision,
): Result<readonly Assignment[], Refusal> {
  const picked: Assignment[] = [];
  let first: Result<never, Refusal> = alreadyDone();
  for (const id of ids === 'all' ? rows.map((row) => row.id) : [...new Set(ids)]) {
    const row = rows.find((one) => one.id === id);
    const next = row ? approved(row, decision) : notFound('assignment', id);
    if (next.ok) picked.push(next.value);
    else if (ids !== 'all') return next;
    // Of several that are not ready, the head is told one that still can be.
    else if (next.problem.kind !== 'already-done') first = next;
  }
  return picked.length > 0 ? ok(picked) : first;
}

/** The first of a person's visits stands for all of them; `/待办` shows the rest. */
function teamTellings(rows: readonly Assignment[]): readonly Telling[] {
  const told = new Map<PersonId, Assignment[]>();
  for (const row of rows) for (const person of teamOf(row)) told.set(person, [...(told.get(person) ?? []), row]);
  return [...told].map(([person, visits]) => {
    const [only] = visits;
    return visits.length === 1 && only
      ? { to: people([person]), face: 'assignment', about: only.id }
      : { to: people([person]), face: 'my-work', about: person };
  });
}
