// The ceremony between lock and close: who has witnessed, and when the contributions are final (draw-protocol, steps 2 and 3).
import { civilTime } from './day.ts';
import type { ContributionEntry, Draw } from './draw.ts';
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

/** Until when a draw waits for its witnesses: as its lock says, else (locked before that was kept) so many minutes after it. */
export function waitsUntil(draw: Pick<Draw, 'lockedAt' | 'witnessesUntil'>, minutes: number): Date {
  return draw.witnessesUntil ?? new Date(draw.lockedAt.getTime() + minutes * 60_000);
}

/**
 * Whether a witness may still speak: until the time that was announced at the lock. With a beacon from outside, what is
 * sealed must be sealed before it exists; without one, whoever could choose between closing and waiting for one more would
 * choose the outcome. Only where mode `witness` has too few for any outcome can one still come, and with enough it is closed.
 */
export function checkOpen(draw: Draw, given: number, beaconAt: Date | null, now: Date, minutes: number): Refused | null {
  if (draw.state !== 'locked') return wrongState('draw', draw.state, 'locked');
  const until = waitsUntil(draw, minutes);
  const isOver = now >= until ? isEnough(draw, given) : beaconAt !== null && now >= beaconAt;
  return isOver ? fail({ kind: 'witnessing-over', until: civilTime(until) }) : null;
}

/** Whether the contributions can be closed with so many: with an ingredient of its own a draw needs none, else two. */
function isEnough(draw: Draw, given: number): boolean {
  return draw.manifest.entropy.mode !== 'witness' || given >= WITNESSES_MIN;
}

/** True once a beacon from outside became public before the contributions were closed: such a draw can only be voided. */
export function hasMissedBeacon(draw: Pick<Draw, 'state'>, beaconAt: Date | null, now: Date): boolean {
  return draw.state === 'locked' && beaconAt !== null && now >= beaconAt;
}

/**
 * The names of the absent, if the contributions may be closed now: all are there, or time is up and, without a beacon,
 * two are. Never once a beacon from outside is public: a close that comes so late could be chosen by its outcome.
 */
export function mayClose(
  draw: Draw,
  given: readonly ContributionEntry[],
  beaconAt: Date | null,
  now: Date,
  minutes: number,
): Result<readonly string[], Refusal> {
  if (draw.state === 'closed') return alreadyDone();
  if (draw.state !== 'locked') return wrongState('draw', draw.state, 'locked');
  if (hasMissedBeacon(draw, beaconAt, now)) return fail({ kind: 'beacon-public', draw: draw.number });
  const missing = missingOf(draw, given);
  if (missing.length === 0) return ok([]);
  if (now < waitsUntil(draw, minutes)) return fail({ kind: 'contributions-open', missing: missing.map((by) => personOf(draw, by)) });
  return isEnough(draw, given.length) ? ok(missing) : fail({ kind: 'too-few-witnesses', need: WITNESSES_MIN, have: given.length });
}

/** The draw once its contributions are final: their hash is posted before the beacon exists, and who was absent is named. */
export function closed(draw: Draw, given: readonly ContributionEntry[], absent: readonly string[], at: Date): Draw {
  return { ...draw, state: 'closed', closeHash: closeHash(inOrder(draw, given)), closedAt: at, absent };
}

function personOf(draw: Draw, by: string): PersonId {
  return draw.witnesses.find((witness) => witness.by === by)?.person ?? by;
}
