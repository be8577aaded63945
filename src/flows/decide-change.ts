// 批准变更: a head decides how a change is made; the link is opened and everybody concerned hears of it (Art. 13).
import { type ChangeRequest, isPending, type Ruling } from '../domain/change-request.ts';
import { checkDecider } from '../domain/change-ruling.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, stale } from '../domain/refused.ts';
import { type Answer, change } from './change.ts';
import { carryOut, caseOf } from './changing.ts';
import type { Office } from './office.ts';

/** Approves with one of the ways that the protocol allows now. Nobody decides what he asked for or what concerns himself. */
export function decideChange(
  office: Office,
  by: Person,
  id: string,
  version: number,
  ruling: Exclude<Ruling, { kind: 'refuse' }>,
): Answer<ChangeRequest> {
  return change(office, by, 'decide-change', async (books, at) => {
    const found = await caseOf(books, id);
    if (!found.ok) return found;
    const { request } = found.value;
    if (!isPending(request)) return alreadyDone();
    if (request.version !== version) return stale();
    const refusal = checkDecider(request, ruling, found.value, by);
    return refusal ?? carryOut(books, office.signer, found.value, { ruling, by: by.id, at, number: null, words: '' });
  });
}
