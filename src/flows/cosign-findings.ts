// 会签: a second inspector of the team agrees with the findings, or sends them back with words (Art. 13: never one alone).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import { cosigned } from '../domain/inspection-rules.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/** What a co-signer says. */
export interface Opinion {
  readonly agree: boolean;
  readonly words: string;
}

/** Co-signs, and the heads are asked for review; or sends back, and the team gets the form again. */
export function cosignFindings(office: Office, by: Person, id: AssignmentId, version: number, opinion: Opinion): Answer<Assignment> {
  return change(office, by, 'cosign-findings', async (books, at) => {
    const before = await books.assignments.get(id);
    if (!before) return notFound('assignment', id);
    const next = cosigned(before, version, opinion.agree, { by: by.id, at, words: opinion.words.trim() });
    if (!next.ok) return next;
    const row = await books.assignments.replace(next.value);
    await books.ledger.add({ what: opinion.agree ? 'findings-cosigned' : 'findings-returned', by: by.id, about: id }, at);
    const heads = people(await holders(books, 'head', teamOf(row)));
    const writer = people(before.submitted ? [before.submitted.by] : []);
    await tell(books, at, `cosign:${row.version}`, [
      opinion.agree ? { to: heads, face: 'review', about: id } : { to: writer, face: 'findings', about: id },
    ]);
    return ok(row);
  });
}
