// 申请作废: an operator says why a locked draw cannot go on; a second person decides.
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { digest } from '../domain/ssj/canonical.ts';
import { type VoidRequest, voidRequest } from '../domain/void-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';
import { keepVoidRequest, voidRequestOf } from './void-note.ts';

/** Asks the heads and the draw's witnesses to void it. Asked once, it stands until it is declined or withdrawn. */
export function askVoid(office: Office, by: Person, number: string, reason: string): Answer<VoidRequest> {
  return change(office, by, 'ask-void', async (books, at) => {
    const draw = await books.draws.get(number);
    if (!draw) return notFound('draw', number);
    if (draw.state === 'void') return alreadyDone();
    const request = voidRequest(draw, by.id, reason, at);
    if (!request.ok) return request;
    if ((await voidRequestOf(books, number)) !== null) return alreadyDone();
    await keepVoidRequest(books, number, request.value);
    const facts = { reasonHash: digest(request.value.reason) };
    await books.ledger.add({ what: 'draw-void-asked', by: by.id, about: number, facts }, at);
    const judges = [...draw.witnesses.map((witness) => witness.person), ...(await holders(books, 'head'))];
    const to = people(judges.filter((person) => person !== by.id));
    await tell(books, at, `void-asked:${at.toISOString()}`, [{ to, face: 'void', about: number }]);
    return ok(request.value);
  });
}
