// The last ingredient typed by hand, thrown dice or drawn numbers: two witnesses, each for himself, alike (SSJ-1, BEACON).
import { civilTime } from './day.ts';
import type { Draw, TypedEntry } from './draw.ts';
import type { PersonId } from './person.ts';
import { alreadyDone, type Refused, wrongState } from './refused.ts';
import { fail } from './result.ts';
import type { LotteryPlan, NumberRange } from './task.ts';

/** Where the typing stands: the round that is being typed, who typed what in it, and the numbers once two typed alike. */
export interface TypingState {
  readonly round: number;
  readonly typed: readonly TypedEntry[];
  readonly agreed: { readonly numbers: readonly number[]; readonly by: readonly PersonId[] } | null;
}

/** A round takes two witnesses. Alike: that is the beacon. Not alike: both look again, in the next round. */
export function typingState(entries: readonly TypedEntry[]): TypingState {
  for (let round = 1; ; round += 1) {
    const typed = entries.filter((entry) => entry.round === round);
    const [first, second] = typed;
    if (!first || !second) return { round, typed, agreed: null };
    if (alike(first.numbers, second.numbers)) {
      return { round, typed, agreed: { numbers: first.numbers, by: [first.person, second.person].sort() } };
    }
  }
}

function alike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, at) => number === b[at]);
}

/** Whether a witness's numbers can be entered now: the contributions are sealed, once a round, and such as can have come. */
export function checkTyped(
  draw: Draw,
  lottery: LotteryPlan | null,
  state: TypingState,
  person: PersonId,
  numbers: readonly number[],
  now: Date,
): Refused | null {
  const { beacon } = draw.manifest.entropy;
  if (beacon?.type !== 'dice' && beacon?.type !== 'lottery') return wrongState('draw', draw.state, 'closed');
  if (!mayType(draw)) return wrongState('draw', draw.state, 'closed');
  if (state.agreed || state.typed.some((entry) => entry.person === person)) return alreadyDone();
  if (beacon.type === 'dice') {
    const { count, sides } = beacon;
    return areThrows(numbers, count, sides) ? null : fail({ kind: 'bad-throws', count, sides });
  }
  if (lottery === null) throw new Error(`draw ${draw.number} has no lottery`);
  if (now < lottery.drawnAt) return fail({ kind: 'beacon-not-yet', at: civilTime(lottery.drawnAt) });
  return areDrawn(numbers, lottery.numbers) ? null : fail({ kind: 'bad-numbers', parts: lottery.numbers });
}

/**
 * Also for a draw that was voided after its close: a lottery is drawn all the same, and thrown dice lie as they lie, so that
 * voiding between the two who type them hides no outcome.
 */
export function mayType({ state, closedAt, manifest }: Pick<Draw, 'state' | 'closedAt' | 'manifest'>): boolean {
  return state === 'closed' || (state === 'void' && closedAt !== null && ['dice', 'lottery'].includes(manifest.entropy.mode));
}

function areThrows(throws: readonly number[], count: number, sides: number): boolean {
  return throws.length === count && throws.every((face) => isWithin(face, { count, from: 1, to: sides }));
}

/** Numbers as published: part by part, each number of a part in its range and once. */
function areDrawn(numbers: readonly number[], parts: readonly NumberRange[]): boolean {
  let at = 0;
  for (const part of parts) {
    const mine = numbers.slice(at, at + part.count);
    if (mine.length < part.count || new Set(mine).size < part.count || !mine.every((number) => isWithin(number, part))) return false;
    at += part.count;
  }
  return at === numbers.length;
}

function isWithin(number: number, { from, to }: NumberRange): boolean {
  return Number.isInteger(number) && number >= from && number <= to;
}

/** Numbers as they enter the beacon and are compared: of a lottery ascending, of dice in the order thrown. */
export function asEntered(draw: Pick<Draw, 'manifest'>, numbers: readonly number[]): readonly number[] {
  return draw.manifest.entropy.mode === 'lottery' ? numbers.toSorted((a, b) => a - b) : [...numbers];
}
