// 撤回作废申请: who asked takes it back before anybody has agreed.
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type VoidRequest, withdrawn } from '../domain/void-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { keepVoidRequest, voidRequestOf } from './void-note.ts';

/** Withdraws it; the draw stands as it was. */
export function withdrawVoid(office: Office, by: Person, number: string): Answer<VoidRequest> {
  return change(office, by, 'withdraw-void', async (books, at) => {
    const draw = await books.draws.get(number);
    if (!draw) return notFound('draw', number);
    if (draw.state === 'void') return alreadyDone();
    const request = await voidRequestOf(books, number);
    if (request === null) return fail({ kind: 'void-not-asked', draw: number });
    const next = withdrawn(draw, request, by, at);
    if (!next.ok) return next;
    await keepVoidRequest(books, number, next.value);
    await books.ledger.add({ what: 'draw-void-withdrawn', by: by.id, about: number, facts: {} }, at);
    return ok(next.value);
  });
}
