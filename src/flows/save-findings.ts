// 保存检查记录: one page of the form at a time, so that a corridor without signal costs one page at most.
import type { Assignment, AssignmentId, PointFinding } from '../domain/assignment.ts';
import { saved } from '../domain/findings-rules.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { groundOf } from './findings-ground.ts';
import type { Office } from './office.ts';

/** Adds a page to the draft; answers to the same point replace earlier ones. */
export function saveFindings(
  office: Office,
  by: Person,
  id: AssignmentId,
  version: number,
  points: readonly PointFinding[],
): Answer<Assignment> {
  return change(office, by, 'save-findings', async (books, at) => {
    const before = await books.assignments.get(id);
    const ground = before && (await groundOf(books, before, at));
    if (!before || !ground) return notFound('assignment', id);
    const next = saved(before, by.id, version, points, ground);
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'findings-saved', by: by.id, about: id, facts: { answered: row.draft.length } }, at);
    return ok(row);
  });
}
