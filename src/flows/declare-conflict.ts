// 申请回避: an inspector declares a conflict of interest; the visit is blocked until it is decided (Art. 13).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Conflict, conflicted } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** Records the conflict; heads and operators hear of it. What he wrote stands in the books and not in the ledger. */
export function declareConflict(office: Office, by: Person, id: AssignmentId, version: number, conflict: Conflict): Answer<Assignment> {
  return change(office, by, 'declare-conflict', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = conflicted(before, by.id, version, conflict, at);
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'conflict-declared', by: by.id, about: id, facts: { ground: conflict.ground } }, at);
    const deciders = [...(await holders(books, 'head', [by.id])), ...(await holders(books, 'operator', [by.id]))];
    await tell(books, at, `conflict:${by.id}`, [{ to: people(deciders), face: 'assignment', about: id }]);
    return ok(row);
  });
}
