// 开始检查: the inspectors show their certificates at the door; from here on the form is open (Art. 13).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import { started } from '../domain/visit-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** Starts the visit inside its window, after draw, approval and notice, with valid certificates. */
export function startVisit(office: Office, by: Person, id: AssignmentId, version: number): Answer<Assignment> {
  return change(office, by, 'start-visit', async (books, at) => {
    const before = await books.assignments.get(id);
    const draw = before && (await books.draws.get(before.draw));
    if (!before || !draw) return notFound('assignment', id);
    const everyone = await books.people.all();
    const team = everyone.filter((person) => teamOf(before).includes(person.id));
    const next = started(before, by, version, { settledAt: draw.settledAt, team, at });
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'visit-started', by: by.id, about: id }, at);
    return ok(row);
  });
}
