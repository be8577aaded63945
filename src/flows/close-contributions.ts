// 封存见证: when the time is up, an operator closes the contributions, and who was absent is named (SSJ-1, CLOSE).

import { announcementOf } from '../domain/announcement.ts';
import { beaconTime } from '../domain/beacon-plan.ts';
import { mayClose, nameOf } from '../domain/ceremony.ts';
import type { Draw } from '../domain/draw.ts';
import type { Person } from '../domain/person.ts';
import { notFound, ownRequest } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import { close } from './closing.ts';
import type { Office } from './office.ts';

/** Closes a draw whose witnesses did not all come. Mode `witness` with fewer than two of them can only be voided. */
export function closeContributions(office: Office, by: Person, number: string): Answer<Draw> {
  return change(office, by, 'settle-draw', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task) return notFound('draw', number);
    if (nameOf(draw, by.id) !== null) return ownRequest();
    const given = await books.draws.contributions(number);
    const absent = mayClose(draw, given, beaconTime(draw, task), at, office.rules.witnessMinutes);
    if (!absent.ok) return absent;
    const row = await close(books, draw, given, absent.value, at);
    const facts = { closeHash: row.closeHash, absent: absent.value.join(' ') };
    await books.ledger.add({ what: 'draw-closed', by: by.id, about: number, facts }, at);
    await announce(books, office.signer, announcementOf('closed', row, at));
    return ok(row);
  });
}
