// 申报回避: an inspector declares a conflict of interest; the visit is blocked until it is decided (Art. 13).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import { recusalAsked } from '../domain/change-asking.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Conflict, conflicted } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import { deciders } from './change-readers.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Records the conflict, and the request that comes of it; who decides hears of it. What he wrote stands in the books and not in the ledger. */
export function declareConflict(office: Office, by: Person, id: AssignmentId, version: number, conflict: Conflict): Answer<Assignment> {
  return change(office, by, 'declare-conflict', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = conflicted(before, by.id, version, conflict, at);
    if (!next.ok) return next;
    const stamp = { id: await books.changes.nextId(before.draw), by: by.id, at, known: await books.changes.ofDraw(before.draw) };
    const asking = { assignment: id, person: by.id, origin: 'self', ground: conflict.ground, words: conflict.words } as const;
    const asked = recusalAsked(before, asking, stamp);
    if (!asked.ok) return asked;
    const row = await books.assignments.replace(next.value);
    await books.changes.add(asked.value.request);
    const facts = { ground: conflict.ground, change: stamp.id };
    await books.ledger.add({ what: 'conflict-declared', by: by.id, about: id, facts }, at);
    await tell(books, at, 'asked', [{ to: people(await deciders(books, asked.value.request)), face: 'change', about: stamp.id }]);
    return ok(row);
  });
}
