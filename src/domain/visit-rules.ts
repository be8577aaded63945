// From the answers to the door: approval, notice, and the start of the visit, each only after the one before (Art. 13, 行政执法).
import type { Assignment } from './assignment.ts';
import { type Day, dayOf, isDay } from './day.ts';
import { isCertifiedOn } from './draw-rows.ts';
import type { Person } from './person.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, ownRequest, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { checkNoConflict, seatOf, teamOf } from './seats.ts';
import type { Decision } from './task.ts';

/** Longest text for how the institution was told. */
export const WAY_MAX = 60;

/** The assignment once a head has approved the visit: everyone has said yes, nobody has a conflict, and the head is not in the team. */
export function approved(row: Assignment, decision: Decision): Result<Assignment, Refusal> {
  if (row.approval) return alreadyDone();
  const blocked = checkNoConflict(row);
  if (blocked) return blocked;
  if (row.seats.some((seat) => seat.person === null)) return fail({ kind: 'seat-empty', assignment: row.id });
  if (row.state === 'offered') return fail({ kind: 'answers-open', assignment: row.id });
  if (row.state !== 'to-approve') return wrongState('assignment', row.state, 'to-approve');
  if (teamOf(row).includes(decision.by)) return ownRequest();
  return ok({ ...row, state: 'to-notify', approval: decision });
}

/** How and when the institution was told. */
export interface Service {
  readonly on: Day;
  readonly way: string;
}

/** The assignment once the notice is served: by the team or an operator, not before the approval, not in the future. */
export function served(row: Assignment, by: Person, version: number, service: Service, at: Date): Result<Assignment, Refusal> {
  const seat = seatOf(row, by.id);
  if (!seat.ok && !by.roles.includes('operator')) return seat;
  if (row.notice) return alreadyDone();
  if (row.state !== 'to-notify' || row.approval === null) return wrongState('assignment', row.state, 'to-notify');
  if (row.version !== version) return stale();
  const refusal =
    checkNoConflict(row) ?? checkWords(service.way, 'way', WAY_MAX, true) ?? checkDay('on', service.on, dayOf(row.approval.at), dayOf(at));
  return refusal ?? ok({ ...row, state: 'to-visit', notice: { on: service.on, way: service.way.trim(), by: by.id, at } });
}

/** Refuses a day that is none, or lies outside `from`…`to`. */
export function checkDay(name: string, day: Day, from: Day | null, to: Day | null): Refused | null {
  if (!isDay(day)) return fail({ kind: 'bad-field', name });
  const isInside = (from === null || day >= from) && (to === null || day <= to);
  return isInside ? null : fail({ kind: 'day-out-of-range', name, from, to });
}

/** The assignment once the visit has begun: after the draw and the notice, inside the window, by people whose certificates are valid today. */
export function started(
  row: Assignment,
  by: Person,
  version: number,
  facts: { readonly settledAt: Date | null; readonly team: readonly Person[]; readonly at: Date },
): Result<Assignment, Refusal> {
  const seat = seatOf(row, by.id);
  if (!seat.ok) return seat;
  if (row.startedAt) return alreadyDone();
  const blocked = checkNoConflict(row);
  if (blocked) return blocked;
  if (row.state !== 'to-visit' || row.notice === null) return wrongState('assignment', row.state, 'to-visit');
  if (row.version !== version) return stale();
  if (facts.settledAt === null || facts.settledAt > facts.at) return wrongState('draw', 'closed', 'settled');
  const today = dayOf(facts.at);
  if (today < row.from || today > row.to) return fail({ kind: 'outside-window', from: row.from, to: row.to });
  const lapsed = facts.team.find((person) => !isCertifiedOn(person, today));
  if (lapsed) return fail({ kind: 'certificate-lapsed', person: lapsed.id });
  return ok({ ...row, state: 'visiting', startedAt: facts.at });
}
