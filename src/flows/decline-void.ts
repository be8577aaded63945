// 不同意作废: the second person says why the draw goes on, and the asker hears of it.
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { digest } from '../domain/ssj/canonical.ts';
import { declined, type VoidRequest } from '../domain/void-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';
import { keepVoidRequest, voidRequestOf } from './void-note.ts';

/** Declines with a reason; the draw stands as it was, and may be asked about again. */
export function declineVoid(office: Office, by: Person, number: string, reason: string): Answer<VoidRequest> {
  return change(office, by, 'decline-void', async (books, at) => {
    const draw = await books.draws.get(number);
    if (!draw) return notFound('draw', number);
    if (draw.state === 'void') return alreadyDone();
    const request = await voidRequestOf(books, number);
    if (request === null) return fail({ kind: 'void-not-asked', draw: number });
    const next = declined(draw, request, by, reason, at);
    if (!next.ok) return next;
    await keepVoidRequest(books, number, next.value);
    const facts = { reasonHash: digest(reason.trim()) };
    await books.ledger.add({ what: 'draw-void-declined', by: by.id, about: number, facts }, at);
    await tell(books, at, `void-declined:${at.toISOString()}`, [{ to: people([request.by]), face: 'void', about: number }]);
    return ok(next.value);
  });
}
