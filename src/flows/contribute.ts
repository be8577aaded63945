// 见证: a witness gives any text, once; the last one closes the contributions (SSJ-1, CONTRIB and CLOSE).
import { announcementOf } from '../domain/announcement.ts';
import { beaconTime } from '../domain/beacon-plan.ts';
import { checkOpen, contributionText, mayClose, nameOf } from '../domain/ceremony.ts';
import type { ContributionEntry, Draw } from '../domain/draw.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import { close } from './closing.ts';
import type { Office } from './office.ts';

/** Adds a witness's text to a locked draw. What it says stays between him and the books until the draw is settled. */
export function contribute(office: Office, by: Person, number: string, words: string): Answer<Draw> {
  return change(office, by, 'contribute', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task) return notFound('draw', number);
    const name = nameOf(draw, by.id);
    if (name === null) return fail({ kind: 'not-a-witness', draw: number });
    const before = await books.draws.contributions(number);
    if (before.some((entry) => entry.by === name)) return fail({ kind: 'already-contributed' });
    const refusal = checkOpen(draw, before.length, beaconTime(draw, task), at, office.rules.witnessMinutes);
    if (refusal) return refusal;
    const text = contributionText(words);
    if (!text.ok) return text;
    const entry: ContributionEntry = { draw: number, person: by.id, by: name, value: text.value, at };
    if (!(await books.draws.contribute(entry))) return fail({ kind: 'already-contributed' });
    const given = [...before, entry];
    // Who comes late where too few had come is the last: waiting for one more would be a choice.
    const closing = mayClose(draw, given, beaconTime(draw, task), at, office.rules.witnessMinutes);
    const row = closing.ok ? await close(books, draw, given, closing.value, at) : draw;
    await books.ledger.add({ what: 'draw-contributed', by: by.id, about: number, facts: { name, closeHash: row.closeHash } }, at);
    if (row.closeHash !== null) await announce(books, office.signer, announcementOf('closed', row, at));
    return ok(row);
  });
}
