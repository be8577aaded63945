// 送达通知: records when and how the institution was told of the visit.
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Service, served } from '../domain/visit-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** By a member of the team, or by an operator; only after the approval. */
export function serveNotice(office: Office, by: Person, id: AssignmentId, version: number, service: Service): Answer<Assignment> {
  return change(office, by, 'serve-notice', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = served(before, by, version, service, at);
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'notice-served', by: by.id, about: id, facts: { on: service.on } }, at);
    return ok(row);
  });
}
