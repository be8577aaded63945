// One long computation of a draw as plain data, so that it can be done here or in a thread.
import { type Checked, type DrawCheck, drawChecks, type RecordDigests, recordDigests } from '../domain/draw-checks.ts';
import { type Forecast, type ForecastInput, forecast } from '../domain/forecast.ts';
import type { DrawRecord } from '../domain/record.ts';
import { type Result, unreachable } from '../domain/result.ts';
import type { Shortage } from '../domain/ssj/assign.ts';
import { type Locked, type LockInput, lockDraw } from '../domain/ssj/lock.ts';
import type { SealProblem } from '../domain/ssj/lock-rules.ts';
import { type SettleInput, settleSealed } from '../domain/ssj/settle.ts';
import { shortagesOf, type UnfilledGround } from '../domain/unfilled.ts';

/** The seal of a draw, its record, that record's digests and checks, what one would look like, or why places of one are empty. */
export type DrawJob =
  | { readonly kind: 'lock'; readonly input: LockInput }
  | { readonly kind: 'settle'; readonly input: SettleInput }
  | { readonly kind: 'digests'; readonly input: DrawRecord }
  | { readonly kind: 'checks'; readonly input: Checked }
  | { readonly kind: 'forecast'; readonly input: ForecastInput }
  | { readonly kind: 'shortages'; readonly input: UnfilledGround };

/** What comes of each. */
export interface DrawJobDone {
  readonly lock: Result<Locked, readonly SealProblem[]>;
  readonly settle: DrawRecord;
  readonly digests: RecordDigests;
  readonly checks: readonly DrawCheck[] | null;
  readonly forecast: Forecast;
  readonly shortages: readonly Shortage[];
}

/** Does it, in this thread. */
export function doDrawJob(job: DrawJob): DrawJobDone[DrawJob['kind']] {
  switch (job.kind) {
    case 'lock':
      return lockDraw(job.input);
    case 'settle':
      return settleSealed(job.input);
    case 'digests':
      return recordDigests(job.input);
    case 'checks':
      return drawChecks(job.input);
    case 'forecast':
      return forecast(job.input);
    case 'shortages':
      return shortagesOf(job.input);
    default:
      return unreachable(job);
  }
}
