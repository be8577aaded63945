// Who may look at an inspection: before the visits are over the drawn names are for those entitled only (draw-protocol).
import type { Assignment } from './assignment.ts';
import { may } from './may.ts';
import type { Person } from './person.ts';

/** True for its team, and for who runs or audits the task. */
export function maySeeVisit(person: Person, assignment: Pick<Assignment, 'seats'>): boolean {
  const isSeated = assignment.seats.some((seat) => seat.person === person.id);
  return isSeated || may(person, 'see-inspections');
}
