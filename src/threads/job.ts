// What is too heavy for the event loop, as data: the record of a draw, and the signature of a beacon.
import { isSignedRound } from '../beacon/bls.ts';
import type { DrawRecord } from '../domain/record.ts';
import { type SettleInput, settle } from '../domain/ssj/settle.ts';

/** Something to compute. */
export type Job =
  | { readonly kind: 'settle'; readonly input: SettleInput }
  | { readonly kind: 'signed'; readonly round: number; readonly signature: string };

/** What comes of it, by kind. */
export interface Done {
  readonly settle: DrawRecord;
  readonly signed: boolean;
}

/** Computes it, wherever this runs. */
export function doJob(job: Job): Done[Job['kind']] {
  return job.kind === 'settle' ? settle(job.input) : isSignedRound(job.round, job.signature);
}
