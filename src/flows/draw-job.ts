// One long computation of a draw as plain data, so that it can be done here or in a thread.
import { type Forecast, type ForecastInput, forecast } from '../domain/forecast.ts';
import type { DrawRecord } from '../domain/record.ts';
import { unreachable } from '../domain/result.ts';
import type { Shortage } from '../domain/ssj/assign.ts';
import { type SettleInput, settleSealed } from '../domain/ssj/settle.ts';
import { shortagesOf, type UnfilledGround } from '../domain/unfilled.ts';

/** The record of a draw, what one would look like, or why places of one are empty. */
export type DrawJob =
  | { readonly kind: 'settle'; readonly input: SettleInput }
  | { readonly kind: 'forecast'; readonly input: ForecastInput }
  | { readonly kind: 'shortages'; readonly input: UnfilledGround };

/** Does it, in this thread. */
export function doDrawJob(job: DrawJob): DrawRecord | Forecast | readonly Shortage[] {
  switch (job.kind) {
    case 'settle':
      return settleSealed(job.input);
    case 'forecast':
      return forecast(job.input);
    case 'shortages':
      return shortagesOf(job.input);
    default:
      return unreachable(job);
  }
}
