// 同意作废: the second person agrees; the number is never used again, and the task may be drawn for anew under another.
import { announcementOf } from '../domain/announcement.ts';
import { beaconTime } from '../domain/beacon-plan.ts';
import { mayClose } from '../domain/ceremony.ts';
import type { Draw } from '../domain/draw.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { Task } from '../domain/task.ts';
import { voided } from '../domain/void-rules.ts';
import type { Books } from '../store/books.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import { closeByClock } from './closing.ts';
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
    const sealed = await sealedIfDue(books, office, draw, task, at);
    const row = await books.draws.replace({ ...sealed, state: 'void', voided: next.value.voided });
    await books.tasks.replace({ ...task, state: 'approved', draw: null });
    await books.ledger.add({ what: 'draw-voided', by: by.id, about: number, facts: { task: task.id } }, at);
    const readers = people([draw.lockedBy, ...draw.witnesses.map((witness) => witness.person)]);
    await tell(books, at, 'voided', [{ to: [...(await group(books)), ...readers], face: 'lock', about: number }]);
    await announce(books, office.signer, announcementOf('voided', row, at));
    return ok(row);
  });
}

/** Where the clock should have closed the contributions already, they are closed first: else voiding in that minute would hide an outcome. */
async function sealedIfDue(books: Books, office: Office, draw: Draw, task: Task, at: Date): Promise<Draw> {
  const given = await books.draws.contributions(draw.number);
  const absent = mayClose(draw, given, beaconTime(draw, task), at, office.rules.witnessMinutes);
  return absent.ok ? closeByClock(books, office, draw, given, absent.value, at) : draw;
}
