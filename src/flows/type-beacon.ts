// 录末项: two witnesses type the same dice or the same lottery numbers, each for himself; if they differ, both look again (SSJ-1, BEACON).
import { nameOf } from '../domain/ceremony.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { asEntered, checkTyped, type TypingState, typingState } from '../domain/typing.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Where the typing stands after this entry, and whether it opened the next round. */
export interface Typed extends TypingState {
  readonly differed: boolean;
}

/** Enters what a witness saw. The second of a round either agrees, and the draw can be settled, or opens the next round for both. */
export function typeBeacon(office: Office, by: Person, number: string, numbers: readonly number[]): Answer<Typed> {
  return change(office, by, 'type-beacon', async (books, at) => {
    const draw = await books.draws.get(number);
    const task = draw && (await books.tasks.get(draw.task));
    if (!draw || !task) return notFound('draw', number);
    if (nameOf(draw, by.id) === null) return fail({ kind: 'not-a-witness', draw: number });
    const entries = await books.draws.typed(number);
    const before = typingState(entries);
    const refusal = checkTyped(draw, task.lottery, before, by.id, numbers, at);
    if (refusal) return refusal;
    const entry = { draw: number, person: by.id, round: before.round, numbers: asEntered(draw, numbers), at };
    if (!(await books.draws.type(entry))) return alreadyDone();
    const after = typingState([...entries, entry]);
    const differed = after.round > before.round;
    const isDice = draw.manifest.entropy.mode === 'dice';
    const facts = { round: before.round, isAgreed: after.agreed !== null, differed };
    await books.ledger.add({ what: isDice ? 'dice-typed' : 'lottery-typed', by: by.id, about: number, facts }, at);
    // Whoever has just typed has the new round before him.
    const others = differed ? draw.witnesses.map((witness) => witness.person).filter((person) => person !== by.id) : [];
    await tell(books, at, `round:${after.round}`, [
      { to: people(others), face: isDice ? 'dice' : 'lottery', about: number },
      { to: people(after.agreed ? [draw.lockedBy] : []), face: 'lock', about: number },
    ]);
    return ok({ ...after, differed });
  });
}
