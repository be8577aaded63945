// Whose files become evidence of an inspection, and when: the team's, from the beginning of the visit until it is co-signed.
import type { Assignment } from './assignment.ts';
import type { PersonId } from './person.ts';
import { type Refused, wrongState } from './refused.ts';
import { fail } from './result.ts';

/** Refuses whoever is not of the team, and everything before the visit and after the co-signature. */
export function checkEvidence(row: Assignment, by: PersonId): Refused | null {
  if (!row.seats.some(({ person }) => person === by)) return fail({ kind: 'not-your-seat', assignment: row.id });
  return row.state === 'visiting' || row.state === 'submitted' ? null : wrongState('assignment', row.state, 'visiting');
}
