// Asking for a change after the draw: what is asked for, by whom, on which ground; a recusal blocks the visit until it is decided (Art. 13).
import type { Assignment, AssignmentId } from './assignment.ts';
import { type ChangeGround, type ChangeOrigin, type ChangeRequest, GROUNDS_OF, isPending } from './change-request.ts';
import type { Draw } from './draw.ts';
import type { PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { checkWords, type Refused, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { isBeforeFindings, withAnswer } from './seats.ts';
import { isEligible, type Standing } from './ssj/standing.ts';
import { WORDS_MAX } from './task-rules.ts';

/** What somebody asks for. */
export type Asking =
  | {
      readonly kind: 'recusal';
      readonly assignment: AssignmentId;
      readonly person: PersonId;
      readonly origin: Exclude<ChangeOrigin, 'self'>;
      readonly ground: ChangeGround;
      readonly words: string;
    }
  | { readonly kind: 'substitute'; readonly assignment: AssignmentId; readonly ground: ChangeGround; readonly words: string }
  | { readonly kind: 'fill'; readonly draw: string; readonly words: string };

/** Who asks and when, the number the request gets, and what is asked of this draw already. */
export interface AskStamp {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Date;
  readonly known: readonly ChangeRequest[];
}

/** The request that somebody leaves an inspection, and the inspection with his seat blocked. */
export function recusalAsked(
  row: Assignment,
  asking: Omit<Extract<Asking, { kind: 'recusal' }>, 'origin' | 'kind'> & { readonly origin: ChangeOrigin },
  stamp: AskStamp,
): Result<{ readonly request: ChangeRequest; readonly row: Assignment }, Refusal> {
  const { person, origin, ground, words } = asking;
  const seat = row.seats.find((one) => one.person === person);
  if (!seat) return fail({ kind: 'not-in-team', assignment: row.id, person });
  const refusal = checkInTime(row) ?? checkGround('recusal', ground) ?? checkAsked(stamp, row.id, person) ?? checkEvidence(words, origin);
  if (refusal) return refusal;
  const before = seat.answer.kind === 'conflict' ? ({ kind: 'open' } as const) : seat.answer;
  const request = { ...blank(row, stamp), kind: 'recusal', person, ground, origin, words: words.trim(), before } as const;
  // Who is to leave is blocked from now on whoever asked, for nobody goes in before the decision (law §13.2).
  const said = ground === 'relative' || ground === 'interest' ? ground : 'other';
  const blocked = withAnswer(row, person, { kind: 'conflict', at: stamp.at, ground: said, words: '' });
  return ok({ request, row: seat.answer.kind === 'conflict' ? row : blocked });
}

/** The request that the next reserve takes an institution's place. The ground needs words on what it is known from. */
export function substituteAsked(
  row: Assignment,
  { ground, words }: { readonly ground: ChangeGround; readonly words: string },
  stamp: AskStamp,
): Result<ChangeRequest, Refusal> {
  const refusal =
    checkInTime(row) ??
    checkGround('substitute', ground) ??
    checkAsked(stamp, row.id, null) ??
    checkWords(words, 'evidence', WORDS_MAX, true);
  return refusal ?? ok({ ...blank(row, stamp), kind: 'substitute', ground, origin: 'office', words: words.trim() });
}

/** The request that a draw's empty places are filled; refused where nobody could come of it. */
export function fillAsked(
  draw: Pick<Draw, 'number' | 'task' | 'state'>,
  rows: readonly Assignment[],
  standing: Standing,
  words: string,
  stamp: AskStamp,
): Result<ChangeRequest, Refusal> {
  if (draw.state !== 'settled') return wrongState('draw', draw.state, 'settled');
  const places = emptyPlaces(rows, standing);
  if (places.length === 0) return fail({ kind: 'nothing-to-fill', draw: draw.number });
  const open = stamp.known.find((one) => one.kind === 'fill' && isPending(one));
  if (open) return fail({ kind: 'change-open', change: open.id });
  const refusal = checkFillable(draw.number, places, standing) ?? checkWords(words, 'words', WORDS_MAX, false);
  const about = { id: null, task: draw.task, draw: draw.number, institution: null };
  return refusal ?? ok({ ...blank(about, stamp), kind: 'fill', ground: 'vacant', origin: 'office', words: words.trim() });
}

/** All empty places of inspections that are not over, in draw order: with a free choice of them one could try for another outcome. */
export function emptyPlaces(
  rows: readonly Assignment[],
  standing: Standing,
): readonly { readonly object: string; readonly slot: number }[] {
  const live = new Set(rows.filter(isBeforeFindings).map(({ institution }) => institution));
  return [...standing.teams].flatMap(([object, { team }]) =>
    live.has(object) ? team.flatMap((person, slot) => (person === null ? [{ object, slot }] : [])) : [],
  );
}

/** Refuses a filling from which nothing could come: it would use a link up for nothing. */
export function checkFillable(draw: string, places: ReturnType<typeof emptyPlaces>, standing: Standing): Refused | null {
  const isAnybody = places.some(({ object, slot }) => [...standing.inspectors.keys()].some((id) => isEligible(standing, id, object, slot)));
  return isAnybody ? null : fail({ kind: 'nobody-to-fill', draw });
}

/** Once findings are in, it is too late to change who made them. */
export function checkInTime(row: Assignment): Refused | null {
  if (isBeforeFindings(row)) return null;
  return row.state === 'replaced' ? wrongState('assignment', row.state, 'offered') : fail({ kind: 'too-late', assignment: row.id });
}

function checkGround(kind: keyof typeof GROUNDS_OF, ground: ChangeGround): Refused | null {
  return GROUNDS_OF[kind].includes(ground) ? null : fail({ kind: 'unknown-option', name: 'ground' });
}

/** One request at a time about the same seat or the same institution. */
function checkAsked({ known }: AskStamp, assignment: AssignmentId, person: PersonId | null): Refused | null {
  const open = known.find((one) => isPending(one) && one.assignment === assignment && one.person === person);
  return open ? fail({ kind: 'change-open', change: open.id }) : null;
}

/** What others say of somebody needs words; what he says himself was looked at when he said it. */
function checkEvidence(words: string, origin: ChangeOrigin): Refused | null {
  return checkWords(words, 'words', WORDS_MAX, origin !== 'self');
}

function blank(
  about: { readonly id: AssignmentId | null; readonly task: string; readonly draw: string; readonly institution: string | null },
  { id, by, at }: AskStamp,
) {
  return {
    id,
    draw: about.draw,
    task: about.task,
    assignment: about.id,
    institution: about.institution,
    person: null,
    by,
    at,
    before: null,
    state: 'open',
    above: null,
    decision: null,
    outcome: null,
    version: 1,
  } as const;
}
