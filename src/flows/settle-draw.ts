// 开签: the server opens its secret, the record is computed, and everyone drawn hears of it (Art. 13; SSJ-1, RESULT).
import { nameOf } from '../domain/ceremony.ts';
import { settleInput } from '../domain/draw-result.ts';
import { may, rolesFor } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound, ownRequest, stale } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { ingredientsOf, recordMade } from './ingredients.ts';
import type { Office } from './office.ts';
import { type Settled, settleInBooks } from './settling.ts';

/**
 * Settles a closed draw. The record is computed before the transaction, a big one in a thread: after the close nothing it
 * depends on can change. Who may not settle makes nobody compute.
 */
export async function settleDraw(office: Office, by: Person, number: string): Answer<Settled> {
  if (!may(by, 'settle-draw')) return fail({ kind: 'not-allowed', verb: 'settle-draw', needs: rolesFor('settle-draw') });
  const ready = await office.store.read(async (books) => {
    const draw = await books.draws.get(number);
    if (!draw) return null;
    return { version: draw.version, input: settleInput(draw, await ingredientsOf(books, number)) };
  });
  const seen = ready && { version: ready.version, made: ready.input.ok ? ok(await recordMade(office, ready.input.value)) : ready.input };
  return change(office, by, 'settle-draw', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task || !seen) return notFound('draw', number);
    if (draw.state === 'settled') return alreadyDone();
    if (nameOf(draw, by.id) !== null) return ownRequest();
    if (draw.version !== seen.version) return stale();
    if (!seen.made.ok) return seen.made;
    return ok(await settleInBooks(books, office, { draw, task, ...seen.made.value }, by.id, at));
  });
}
