// Why places of a settled draw are empty: found again from its record, which holds the places but not their reasons.
import type { DrawRecord } from './record.ts';
import type { Shortage } from './ssj/assign.ts';
import { assignTeams } from './ssj/settle.ts';

/** What the reasons are found in. */
export type UnfilledGround = Pick<DrawRecord, 'manifest' | 'roster' | 'inspectors' | 'recusals' | 'objects' | 'inspectorSeed' | 'unfilled'>;

/** One shortage for each place in `unfilled`, in its order; takes as long as the assignment did, nothing where no place is empty. */
export function shortagesOf(record: UnfilledGround): readonly Shortage[] {
  return record.unfilled.length === 0 ? [] : assignTeams(record, record.objects, record.inspectorSeed).shortages;
}
