// Who sits in a team and what he answered: yes, or a conflict of interest that blocks the visit until it is decided (Art. 13).
import type { Answer, Assignment, ConflictGround, Seat } from './assignment.ts';
import type { PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { WORDS_MAX } from './task-rules.ts';

/** The seat a person holds, or the refusal for somebody who has none. */
export function seatOf(row: Assignment, person: PersonId): Result<Seat, Refusal> {
  const seat = row.seats.find((one) => one.person === person);
  return seat ? ok(seat) : fail({ kind: 'not-your-seat', assignment: row.id });
}

/** Everyone in the team. */
export function teamOf(row: Pick<Assignment, 'seats'>): readonly PersonId[] {
  return row.seats.flatMap((seat) => (seat.person === null ? [] : [seat.person]));
}

/** True while a declared conflict waits for its decision. */
export function hasConflict(row: Pick<Assignment, 'seats'>): boolean {
  return row.seats.some((seat) => seat.answer.kind === 'conflict');
}

/** True once nobody in the team has still to say yes or declare a conflict. An empty seat has nobody to ask. */
export function isAnswered(row: Pick<Assignment, 'seats' | 'state'>): boolean {
  return row.state !== 'offered' || row.seats.every((seat) => seat.person === null || seat.answer.kind !== 'open');
}

/** The assignment once a conflict was declined: the seat says what it had said before, and an assignment that is answered goes on. */
export function unblocked(row: Assignment, person: PersonId, before: Answer): Assignment {
  const next = withAnswer(row, person, before);
  return next.state === 'offered' ? ready(next) : next;
}

/** Refuses whatever may not happen while a conflict is open. */
export function checkNoConflict(row: Assignment): Refused | null {
  return hasConflict(row) ? fail({ kind: 'conflict-open', assignment: row.id }) : null;
}

/**
 * The assignment after a member said yes. A colleague's answer counts the version up too, so an older card is good while
 * this seat is open; only a version the books never had is refused.
 */
export function accepted(row: Assignment, person: PersonId, version: number, at: Date): Result<Assignment, Refusal> {
  const seat = seatOf(row, person);
  if (!seat.ok) return seat;
  if (seat.value.answer.kind === 'accepted') return alreadyDone();
  if (seat.value.answer.kind === 'conflict') return fail({ kind: 'conflict-open', assignment: row.id });
  if (row.state !== 'offered') return wrongState('assignment', row.state, 'offered');
  if (version > row.version) return stale();
  return ok(ready(withAnswer(row, person, { kind: 'accepted', at })));
}

/** When everybody has said yes, the head is next. */
function ready(row: Assignment): Assignment {
  const isReady = row.seats.every((one) => one.person !== null && one.answer.kind === 'accepted');
  return isReady ? { ...row, state: 'to-approve' } : row;
}

/** States in which a conflict can still keep somebody away from the visit, and a team can still change. */
const BEFORE_FINDINGS: readonly Assignment['state'][] = ['offered', 'to-approve', 'to-notify', 'to-visit', 'visiting'];

/** True until the findings are submitted; sent back they are written again, but who made the visit is a fact by then, and may be public. */
export function isBeforeFindings({ state, returned }: Pick<Assignment, 'state' | 'returned'>): boolean {
  return BEFORE_FINDINGS.includes(state) && returned === null;
}

/** A conflict as an inspector declares it. `other` needs words. */
export interface Conflict {
  readonly ground: ConflictGround;
  readonly words: string;
}

/** The assignment after a member declared a conflict; it may come after a yes, for one learns such things late. */
export function conflicted(row: Assignment, person: PersonId, version: number, conflict: Conflict, at: Date): Result<Assignment, Refusal> {
  const seat = seatOf(row, person);
  if (!seat.ok) return seat;
  if (seat.value.answer.kind === 'conflict') return alreadyDone();
  if (row.state === 'replaced') return wrongState('assignment', row.state, 'visiting');
  if (!isBeforeFindings(row)) return fail({ kind: 'too-late', assignment: row.id });
  if (version > row.version) return stale();
  const refusal = checkWords(conflict.words, 'words', WORDS_MAX, conflict.ground === 'other');
  return refusal ?? ok(withAnswer(row, person, { kind: 'conflict', at, ground: conflict.ground, words: conflict.words.trim() }));
}

/** The assignment with what a member of its team says now. */
export function withAnswer(row: Assignment, person: PersonId, said: Answer): Assignment {
  return { ...row, seats: row.seats.map((seat) => (seat.person === person ? { ...seat, answer: said } : seat)) };
}
