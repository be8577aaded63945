// 不同意变更: a head declines, with a reason; the seat is as it was before, and the visit can go on.
import { type ChangeRequest, isPending } from '../domain/change-request.ts';
import { checkDecider } from '../domain/change-ruling.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, checkWords, stale } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { WORDS_MAX } from '../domain/task-rules.ts';
import { type Answer, change } from './change.ts';
import { refuseInBooks } from './change-refusing.ts';
import { caseOf } from './changing.ts';
import type { Office } from './office.ts';

/** Refuses. No link is opened and no event comes of it. */
export function refuseChange(office: Office, by: Person, id: string, version: number, words: string): Answer<ChangeRequest> {
  return change(office, by, 'decide-change', async (books, at) => {
    const found = await caseOf(books, id);
    if (!found.ok) return found;
    const { request } = found.value;
    if (!isPending(request)) return alreadyDone();
    if (request.version !== version) return stale();
    const refusal = checkDecider(request, { kind: 'refuse' }, found.value, by) ?? checkWords(words, 'reason', WORDS_MAX, true);
    return refusal ?? ok(await refuseInBooks(books, found.value, { by: by.id, at, number: null, words: words.trim() }));
  });
}
