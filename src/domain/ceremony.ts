// The ceremony between lock and result: who has witnessed, when the contributions close, what the dice say (draw-protocol, steps 2–4).
import type { ContributionEntry, DiceEntry, Draw } from './draw.ts';
import type { Person, PersonId } from './person.ts';
import type { Contribution } from './record.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, isHere, ownRequest, type Refused, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { closeHash } from './ssj/secrets.ts';
import { LONGEST_TEXT, receiveText } from './ssj/texts.ts';
import { WITNESSES_MIN } from './task-rules.ts';

/** The `n`th witness's name in a record (1-based); who that is stands in the draw, not in the record. */
export function witnessName(n: number): string {
  return `W${n}`;
}

/** Whether these people can witness a draw that `by` conducts: all still here, all still witnesses, and he none of them. */
export function checkWitnesses(witnesses: readonly PersonId[], people: readonly Person[], by: PersonId): Refused | null {
  if (witnesses.includes(by)) return ownRequest();
  const able = new Set(people.filter((person) => isHere(person) && person.roles.includes('witness')).map(({ id }) => id));
  const gone = witnesses.find((id) => !able.has(id));
  return gone === undefined ? null : fail({ kind: 'witness-gone', person: gone });
}

/** Nothing that anybody could see: blanks and signs without a width. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** A witness's text as it is hashed: line ends made alike, nothing else; none, too much or broken text is refused. */
export function contributionText(words: string): Result<string, Refusal> {
  const text = receiveText(words);
  if (text.ok) return BLANK.test(text.value) ? fail({ kind: 'missing-fields', names: ['value'] }) : text;
  return fail(text.problem.kind === 'text-too-long' ? { kind: 'text-too-long', max: LONGEST_TEXT } : { kind: 'bad-field', name: 'value' });
}

/** The contributor's name of a person, if he is a witness of this draw. */
export function nameOf(draw: Draw, person: PersonId): string | null {
  return draw.witnesses.find((witness) => witness.person === person)?.by ?? null;
}

/** The witnesses who have not contributed, by their names in the record. */
export function missingOf(draw: Draw, given: readonly ContributionEntry[]): readonly string[] {
  return draw.witnesses.map((witness) => witness.by).filter((by) => !given.some((entry) => entry.by === by));
}

/** The witnesses' contributions in the order of the contributors: what `closeHash` seals. */
export function inOrder(draw: Draw, given: readonly ContributionEntry[]): readonly Contribution[] {
  return draw.witnesses.flatMap((witness) => {
    const entry = given.find((one) => one.by === witness.by);
    return entry ? [{ by: entry.by, value: entry.value }] : [];
  });
}

/** Until when a draw waits for its witnesses. */
export function waitsUntil(draw: Pick<Draw, 'lockedAt'>, minutes: number): Date {
  return new Date(draw.lockedAt.getTime() + minutes * 60_000);
}

/** The names of the absent, if the contributions may be closed now: all are there, or time is up and, without a beacon, two are. */
export function mayClose(draw: Draw, given: readonly ContributionEntry[], now: Date, minutes: number): Result<readonly string[], Refusal> {
  if (draw.state === 'closed') return alreadyDone();
  if (draw.state !== 'locked') return wrongState('draw', draw.state, 'locked');
  const missing = missingOf(draw, given);
  if (missing.length === 0) return ok([]);
  if (now < waitsUntil(draw, minutes)) return fail({ kind: 'contributions-open', missing: missing.map((by) => personOf(draw, by)) });
  const isEnough = draw.manifest.entropy.mode !== 'witness' || given.length >= WITNESSES_MIN;
  return isEnough ? ok(missing) : fail({ kind: 'too-few-witnesses', need: WITNESSES_MIN, have: given.length });
}

/** The draw once its contributions are final: their hash is posted before the beacon exists, and who was absent is named. */
export function closed(draw: Draw, given: readonly ContributionEntry[], absent: readonly string[], at: Date): Draw {
  return { ...draw, state: 'closed', closeHash: closeHash(inOrder(draw, given)), closedAt: at, absent };
}

function personOf(draw: Draw, by: string): PersonId {
  return draw.witnesses.find((witness) => witness.by === by)?.person ?? by;
}

/** Where the dice stand: the round that is being typed, who typed what in it, and the throws once two typed alike. */
export interface DiceState {
  readonly round: number;
  readonly typed: readonly DiceEntry[];
  readonly agreed: { readonly throws: readonly number[]; readonly by: readonly PersonId[] } | null;
}

/** A round takes two witnesses. Alike: that is the beacon. Not alike: both look again, in the next round. */
export function diceState(entries: readonly DiceEntry[]): DiceState {
  for (let round = 1; ; round += 1) {
    const typed = entries.filter((entry) => entry.round === round);
    const [first, second] = typed;
    if (!first || !second) return { round, typed, agreed: null };
    if (alike(first.throws, second.throws)) {
      return { round, typed, agreed: { throws: first.throws, by: [first.person, second.person].sort() } };
    }
  }
}

function alike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((face, at) => face === b[at]);
}

/** Whether a witness's throws can be entered now: as many dice as the manifest says, each with a face it has, once a round. */
export function checkThrows(draw: Draw, state: DiceState, person: PersonId, throws: readonly number[]): Refused | null {
  const { beacon } = draw.manifest.entropy;
  if (beacon?.type !== 'dice' || draw.state !== 'closed') return wrongState('draw', draw.state, 'closed');
  if (state.agreed || state.typed.some((entry) => entry.person === person)) return alreadyDone();
  const isThrow = throws.length === beacon.count && throws.every((face) => Number.isInteger(face) && face >= 1 && face <= beacon.sides);
  return isThrow ? null : fail({ kind: 'bad-field', name: 'throws' });
}
