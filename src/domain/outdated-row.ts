// An institution that left a draw because it closed or moved, and still stands in the list as before: the next draw would draw it again.
import type { ChangeGround, ChangeRequest } from './change-request.ts';
import type { Institution, InstitutionStatus } from './institution.ts';

/** Grounds of 递补 that are facts about the institution, and the status its row should have. */
const STATUS_OF: Readonly<Partial<Record<ChangeGround, InstitutionStatus>>> = {
  suspended: 'suspended',
  cancelled: 'cancelled',
  moved: 'moved',
};

/** The status that the row lacks since a 递补 was carried out; null where the list is as it should be, or nothing is known. */
export function statusLacking(
  { kind, state, ground, institution }: Pick<ChangeRequest, 'kind' | 'state' | 'ground' | 'institution'>,
  row: Pick<Institution, 'id' | 'status'> | null | undefined,
): InstitutionStatus | null {
  if (kind !== 'substitute' || state !== 'done' || row?.id !== institution) return null;
  // Whoever keeps the list may know more by now, and whatever status takes it out of the pool will do.
  const isIn = row.status === 'normal' || row.status === 'abnormal' || row.status === 'blacklisted';
  return isIn ? (STATUS_OF[ground] ?? null) : null;
}
