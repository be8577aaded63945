// 提交检查记录: the whole form, every point answered; it goes to the others of the team (Art. 13, 16).
import type { Assignment, AssignmentId, Findings } from '../domain/assignment.ts';
import { submitted } from '../domain/findings-rules.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import { digestOf } from '../domain/ssj/canonical.ts';
import { type Answer, change } from './change.ts';
import { groundOf } from './findings-ground.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Submits the draft together with `form.points`; the ledger keeps the hash of what was found. */
export function submitFindings(office: Office, by: Person, id: AssignmentId, version: number, form: Findings): Answer<Assignment> {
  return change(office, by, 'submit-findings', async (books, at) => {
    const before = await books.assignments.get(id);
    const ground = before && (await groundOf(books, before, at));
    if (!before || !ground) return notFound('assignment', id);
    const next = submitted(before, by.id, version, form, ground);
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: 'findings-submitted', by: by.id, about: id, facts: { findings: digestOf(row.findings) } }, at);
    const others = teamOf(row).filter((person) => person !== by.id);
    await tell(books, at, `submitted:${row.version}`, [{ to: people(others), face: 'cosign', about: id }]);
    return ok(row);
  });
}
