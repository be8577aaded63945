// Deciding on a change after the draw: who may, and which change of the record a ruling means (Art. 13; SSJ-1, "Events").
import type { Assignment } from './assignment.ts';
import { checkFillable, checkInTime, emptyPlaces } from './change-asking.ts';
import { type ChangeRequest, isPending, type Ruling } from './change-request.ts';
import { isOwn } from './may.ts';
import type { Person, PersonId } from './person.ts';
import type { Change } from './record.ts';
import type { Refusal } from './refusal.ts';
import { isHere, notFound, ownRequest, type Refused, wrongState } from './refused.ts';
import { fail, ok, type Result, unreachable } from './result.ts';
import { isBeforeFindings, teamOf } from './seats.ts';
import { changeProblem } from './ssj/change-rules.ts';
import { placesOf, type Standing } from './ssj/standing.ts';

/** What a ruling is read against: the inspections of the draw, how it stands, and everything asked for about it. */
export interface RulingGround {
  readonly known: readonly ChangeRequest[];
  readonly rows: readonly Assignment[];
  readonly standing: Standing;
}

/** True for whoever leaves, or sits in a team that the request or its ruling touches; null: as far as the request alone says. */
export function isConcerned(request: ChangeRequest, ruling: Ruling | null, rows: readonly Assignment[], person: PersonId): boolean {
  return request.person === person || rows.some((row) => isTouched(request, ruling, row) && teamOf(row).includes(person));
}

/** A swap touches the other team too, 不参与 every team of the leaver, and filling every team with an empty place. */
function isTouched(request: ChangeRequest, ruling: Ruling | null, row: Assignment): boolean {
  if (row.id === request.assignment) return true;
  if (row.draw !== request.draw || row.state === 'replaced') return false;
  if (request.kind === 'fill') return isBeforeFindings(row) && row.seats.some(({ person }) => person === null);
  if (ruling?.kind === 'swap') return row.id === ruling.assignment;
  return ruling?.kind === 'withdraw' && request.person !== null && isBeforeFindings(row) && teamOf(row).includes(request.person);
}

/** Refuses who asked for it himself, and whom it concerns: a head's own conflict is decided by another head, or above. */
export function checkDecider(
  request: ChangeRequest,
  ruling: Ruling,
  { rows, known }: Pick<RulingGround, 'rows' | 'known'>,
  by: Person,
): Refused | null {
  const also = companionOf(ruling, known);
  if (isOwn(by, request.by) || (also && isOwn(by, also.by))) return ownRequest();
  return isConcerned(request, ruling, rows, by.id) ? fail({ kind: 'concerned', change: request.id }) : null;
}

/** The request of whoever comes in a swap, if he is to leave his own visit anyway: one exchange then settles both. */
export function companionOf(ruling: Ruling, known: readonly ChangeRequest[]): ChangeRequest | null {
  if (ruling.kind !== 'swap') return null;
  const { assignment, person } = ruling;
  return known.find((one) => isPending(one) && one.assignment === assignment && one.person === person) ?? null;
}

/** The heads who may decide a request: in this way, or (null) in one way or another. */
export function decidersOf(
  request: ChangeRequest,
  rows: readonly Assignment[],
  people: readonly Person[],
  ruling: Ruling | null = null,
): readonly PersonId[] {
  return people
    .filter((one) => isHere(one) && one.roles.includes('head') && !isOwn(one, request.by) && !isConcerned(request, ruling, rows, one.id))
    .map(({ id }) => id);
}

/** True if it may be decided above in this way: it concerns a head, or no head is left who may decide so. */
export function mayGoUp(
  request: ChangeRequest,
  rows: readonly Assignment[],
  people: readonly Person[],
  ruling: Ruling | null = null,
): boolean {
  const isOfHead = people.some((one) => one.id === request.person && one.roles.includes('head'));
  return isOfHead || decidersOf(request, rows, people, ruling).length === 0;
}

/** Everyone who may confirm what was decided above: an operator, a head or a witness of the draw, not the one who typed it, asked for it, or is concerned. */
export function confirmersOf(
  request: ChangeRequest,
  rows: readonly Assignment[],
  people: readonly Person[],
  witnesses: readonly PersonId[],
): readonly PersonId[] {
  const { above } = request;
  if (above === null) return [];
  const isFit = (one: Person): boolean =>
    one.roles.includes('operator') || one.roles.includes('head') || (one.roles.includes('witness') && witnesses.includes(one.id));
  return people
    .filter((one) => isHere(one) && isFit(one) && one.id !== above.by && one.id !== request.by)
    .filter((one) => !isConcerned(request, above.ruling, rows, one.id))
    .map(({ id }) => id);
}

/** The change of the record that a ruling means, spelt out in its one order; or why the draw as it stands does not allow it. */
export function changeOf(
  request: ChangeRequest,
  ruling: Exclude<Ruling, { kind: 'refuse' }>,
  ground: RulingGround,
): Result<Change, Refusal> {
  const change = spelt(request, ruling, ground);
  if (!change.ok) return change;
  const problem = changeProblem(ground.standing, change.value);
  if (problem === null) return change;
  const [object, inspector, why] = [
    'object' in problem ? problem.object : null,
    'inspector' in problem ? problem.inspector : null,
    'why' in problem ? problem.why : null,
  ];
  return fail({ kind: 'change-not-allowed', problem: problem.kind, object, inspector, why });
}

function spelt(request: ChangeRequest, ruling: Exclude<Ruling, { kind: 'refuse' }>, ground: RulingGround): Result<Change, Refusal> {
  const { rows, standing } = ground;
  switch (ruling.kind) {
    case 'replace':
    case 'withdraw':
    case 'swap':
      return request.kind === 'recusal' ? speltRecusal(request, ruling, ground) : notThatKind();
    case 'substitute': {
      if (request.kind !== 'substitute') return notThatKind();
      const row = rows.find((one) => one.id === request.assignment);
      if (!row) return notFound('assignment', request.assignment ?? '');
      return checkInTime(row) ?? ok({ kind: 'substitute', object: row.institution });
    }
    case 'fill': {
      if (request.kind !== 'fill') return notThatKind();
      const places = emptyPlaces(rows, standing);
      if (places.length === 0) return fail({ kind: 'nothing-to-fill', draw: request.draw });
      return checkFillable(request.draw, places, standing) ?? ok({ kind: 'fill', places });
    }
    default:
      return unreachable(ruling);
  }
}

function notThatKind(): Refused {
  return fail({ kind: 'unknown-option', name: 'remedy' });
}

function speltRecusal(
  request: ChangeRequest,
  ruling: Extract<Ruling, { kind: 'replace' | 'withdraw' | 'swap' }>,
  { rows, standing, known }: RulingGround,
): Result<Change, Refusal> {
  const row = rows.find((one) => one.id === request.assignment);
  const out = request.person;
  if (!row || out === null) return notFound('assignment', request.assignment ?? '');
  const late = checkInTime(row);
  if (late) return late;
  if (ruling.kind === 'replace') return ok({ kind: 'replace', out, places: [row.institution], withdraw: false });
  if (ruling.kind === 'withdraw') {
    const places = placesOf(standing, out);
    const over = rows.flatMap((one) => (places.includes(one.institution) ? (checkInTime(one) ?? []) : []))[0];
    return over ?? ok({ kind: 'replace', out, places, withdraw: true });
  }
  const other = rows.find((one) => one.id === ruling.assignment);
  if (!other) return notFound('assignment', ruling.assignment);
  const also = companionOf(ruling, known);
  const refusal = checkSwappable(other, also?.person ?? null);
  if (refusal) return refusal;
  const [a, b] = [
    { object: row.institution, inspector: out },
    { object: other.institution, inspector: ruling.person },
  ];
  return ok({ kind: 'swap', a, b, recused: also ? 'both' : 'a' });
}

/** Nobody is taken out of a visit that has begun for the sake of another one, nor out of one that waits for a decision about somebody but himself. */
export function checkSwappable(other: Assignment, leaves: PersonId | null): Refused | null {
  if (other.state === 'visiting') return wrongState('assignment', other.state, 'to-visit');
  const isBlocked = other.seats.some(({ person, answer }) => answer.kind === 'conflict' && person !== leaves);
  return checkInTime(other) ?? (isBlocked ? fail({ kind: 'conflict-open', assignment: other.id }) : null);
}
