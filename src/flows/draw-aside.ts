// Draws beside the event loop: a big one is computed in a thread, so that nobody's card waits for it; a small one pays for no thread.
import path from 'node:path';
import type { DrawPlan } from '../domain/draw-plan.ts';
import { type Forecast, type ForecastInput, forecast } from '../domain/forecast.ts';
import type { DrawRecord } from '../domain/record.ts';
import type { Shortage } from '../domain/ssj/assign.ts';
import { quotaOf } from '../domain/ssj/objects.ts';
import { type SettleInput, settleSealed } from '../domain/ssj/settle.ts';
import { shortagesOf, type UnfilledGround } from '../domain/unfilled.ts';
import { ENDING, inThread } from '../thread.ts';
import type { DrawJob } from './draw-job.ts';

const WORKER = path.join(import.meta.dirname, `draw-worker${ENDING}`);

/** Up to here a computation takes some 20 ms: less than starting a thread costs. */
const SMALL_ROWS = 5000;
const SMALL_STEPS = 20_000;
/** Up to here a draw is there within the second in which one waits for a card; beyond, people are told that it is being computed. */
const QUICK_STEPS = 400_000;

/** As `settleSealed`. */
export async function settleAside(input: SettleInput): Promise<DrawRecord> {
  const job: DrawJob = { kind: 'settle', input };
  return isSmall({ ...input, rules: input.manifest.rules }) ? settleSealed(input) : inThread(WORKER, job);
}

/** As `forecast`. */
export async function forecastAside(input: ForecastInput, stopping?: AbortSignal): Promise<Forecast> {
  const job: DrawJob = { kind: 'forecast', input };
  return isSmall(input, input.seeds.length) ? forecast(input) : inThread(WORKER, job, stopping);
}

/** As `shortagesOf`. */
export async function shortagesAside(record: UnfilledGround): Promise<readonly Shortage[]> {
  if (record.unfilled.length === 0) return [];
  const { manifest, roster, inspectors, recusals, objects, inspectorSeed, unfilled } = record;
  const input = { manifest, roster, inspectors, recusals, objects, inspectorSeed, unfilled };
  const job: DrawJob = { kind: 'shortages', input };
  return isSmall({ ...input, rules: manifest.rules }) ? shortagesOf(input) : inThread(WORKER, job);
}

/** True if the record of such a draw may take longer than one waits for the answer to a press. */
export function isSlow(plan: DrawPlan): boolean {
  return plan.roster.length > QUICK_STEPS / 10 || stepsOf(plan) > QUICK_STEPS;
}

function isSmall(plan: DrawPlan, times = 1): boolean {
  return plan.roster.length * times <= SMALL_ROWS && stepsOf(plan) * times <= SMALL_STEPS;
}

function stepsOf({ roster, inspectors, rules }: DrawPlan): number {
  const visits = rules.strata.reduce((sum, stratum) => sum + quotaOf(roster, stratum), 0);
  return visits * (visits + inspectors.length);
}
