// 开签: the server opens its secret, the record is computed, and everyone drawn hears of it (Art. 13; SSJ-1, RESULT).
import { announcementOf } from '../domain/announcement.ts';
import type { Assignment } from '../domain/assignment.ts';
import { nameOf } from '../domain/ceremony.ts';
import type { Draw } from '../domain/draw.ts';
import { assignmentsOf, settledBy, settleInput } from '../domain/draw-result.ts';
import { may, rolesFor } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound, ownRequest, stale } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import { announce } from './announce.ts';
import { type Answer, change } from './change.ts';
import { digestsAside } from './draw-aside.ts';
import { ingredientsOf, recordOf } from './ingredients.ts';
import type { Office } from './office.ts';
import { group, holders, people, type Telling, tell } from './tell.ts';

/** A settled draw and the inspections it made. */
export interface Settled {
  readonly draw: Draw;
  readonly assignments: readonly Assignment[];
}

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
  const seen = ready && { version: ready.version, record: ready.input.ok ? ok(await recordOf(office, ready.input.value)) : ready.input };
  const digests = seen?.record.ok ? await digestsAside(seen.record.value) : null;
  return change(office, by, 'settle-draw', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task || !seen) return notFound('draw', number);
    if (draw.state === 'settled') return alreadyDone();
    if (nameOf(draw, by.id) !== null) return ownRequest();
    if (draw.version !== seen.version) return stale();
    if (!seen.record.ok || digests === null) return seen.record.ok ? stale() : seen.record;
    const record = seen.record.value;
    const row = await books.draws.replace(settledBy(draw, record, by.id, at));
    const assignments = assignmentsOf(task, row, record);
    for (const assignment of assignments) await books.assignments.add(assignment);
    await books.tasks.replace({ ...task, state: 'settled' });
    // With the record's digest in the chain, what is published after the visits can be held against what was drawn.
    const facts = {
      task: task.id,
      record: digests.sha256,
      drawn: assignments.length,
      unfilled: record.unfilled.length,
    };
    await books.ledger.add({ what: 'draw-settled', by: by.id, about: number, facts }, at);
    const readers = people([by.id, draw.lockedBy, ...(await holders(books, 'head'))]);
    await tell(books, at, 'settled', [
      { to: [...(await group(books)), ...readers], face: 'settled', about: number },
      { to: people(draw.witnesses.map((witness) => witness.person)), face: 'confirm', about: number },
      ...assignments.map((one): Telling => ({ to: people(teamOf(one)), face: 'assignment', about: one.id })),
    ]);
    await announce(books, office.signer, announcementOf('settled', row, at, digests));
    return ok({ draw: row, assignments });
  });
}
