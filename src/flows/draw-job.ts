// One long computation of a draw as plain data, so that it can be done here or in a thread.
import { type Forecast, type ForecastInput, forecast } from '../domain/forecast.ts';
import type { DrawRecord } from '../domain/record.ts';
import { type SettleInput, settle } from '../domain/ssj/settle.ts';

/** The record of a draw, or what one would look like. */
export type DrawJob =
  | { readonly kind: 'settle'; readonly input: SettleInput }
  | { readonly kind: 'forecast'; readonly input: ForecastInput };

/** Does it, in this thread. */
export function doDrawJob(job: DrawJob): DrawRecord | Forecast {
  return job.kind === 'settle' ? settle(job.input) : forecast(job.input);
}
