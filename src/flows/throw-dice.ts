// 录骰子: two witnesses type the same throws, each for himself; if they differ, both look again (SSJ-1, BEACON).
import { checkThrows, type DiceState, diceState, nameOf } from '../domain/ceremony.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Where the dice stand after this entry, and whether it opened the next round. */
export interface Thrown extends DiceState {
  readonly differed: boolean;
}

/** Enters what a witness saw. The second of a round either agrees, and the draw can be settled, or opens the next round for both. */
export function throwDice(office: Office, by: Person, number: string, throws: readonly number[]): Answer<Thrown> {
  return change(office, by, 'throw-dice', async (books, at) => {
    const draw = await books.draws.get(number);
    if (!draw) return notFound('draw', number);
    if (nameOf(draw, by.id) === null) return fail({ kind: 'not-a-witness', draw: number });
    const entries = await books.draws.dice(number);
    const before = diceState(entries);
    const refusal = checkThrows(draw, before, by.id, throws);
    if (refusal) return refusal;
    const entry = { draw: number, person: by.id, round: before.round, throws: [...throws], at };
    if (!(await books.draws.throwDice(entry))) return alreadyDone();
    const after = diceState([...entries, entry]);
    const differed = after.round > before.round;
    const facts = { round: before.round, isAgreed: after.agreed !== null, differed };
    await books.ledger.add({ what: 'dice-typed', by: by.id, about: number, facts }, at);
    const witnesses = differed ? draw.witnesses.map((witness) => witness.person) : [];
    await tell(books, at, `round:${after.round}`, [
      { to: people(witnesses), face: 'dice', about: number },
      { to: people(after.agreed ? [draw.lockedBy] : []), face: 'lock', about: number },
    ]);
    return ok({ ...after, differed });
  });
}
