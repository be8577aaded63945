// 同意作废: the second person agrees; the number is never used again, and the task may be drawn for anew under another.
import { announcementOf } from '../domain/announcement.ts';
import type { Draw } from '../domain/draw.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { voided } from '../domain/void-rules.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { group, people, tell } from './tell.ts';
import { voidRequestOf } from './void-note.ts';

/** Voids a draw that somebody else asked to void; the group hears of it. */
export function approveVoid(office: Office, by: Person, number: string): Answer<Draw> {
  return change(office, by, 'approve-void', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task) return notFound('draw', number);
    if (draw.state === 'void') return alreadyDone();
    const request = await voidRequestOf(books, number);
    if (request === null) return fail({ kind: 'void-not-asked', draw: number });
    const next = voided(draw, request, by, at);
    if (!next.ok) return next;
    const row = await books.draws.replace(next.value);
    await books.tasks.replace({ ...task, state: 'approved', draw: null });
    await books.ledger.add({ what: 'draw-voided', by: by.id, about: number, facts: { task: task.id } }, at);
    const readers = people([draw.lockedBy, ...draw.witnesses.map((witness) => witness.person)]);
    await tell(books, at, 'voided', [{ to: [...(await group(books)), ...readers], face: 'lock', about: number }]);
    await announce(books, office.signer, announcementOf('voided', row, at));
    return ok(row);
  });
}
