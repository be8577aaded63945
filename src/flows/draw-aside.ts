// Draws beside the event loop: a big one is computed in a thread, so that nobody's card waits for it; a small one pays for no thread.
import path from 'node:path';
import type { Checked, DrawCheck, RecordDigests } from '../domain/draw-checks.ts';
import type { DrawPlan } from '../domain/draw-plan.ts';
import type { Forecast, ForecastInput } from '../domain/forecast.ts';
import type { DrawRecord } from '../domain/record.ts';
import type { Shortage } from '../domain/ssj/assign.ts';
import type { LockInput } from '../domain/ssj/lock.ts';
import { quotaOf } from '../domain/ssj/objects.ts';
import type { SettleInput } from '../domain/ssj/settle.ts';
import type { UnfilledGround } from '../domain/unfilled.ts';
import { ENDING, inThread } from '../thread.ts';
import { type DrawJob, type DrawJobDone, doDrawJob } from './draw-job.ts';

const WORKER = path.join(import.meta.dirname, `draw-worker${ENDING}`);

/** Up to here a computation takes some 20 ms: less than starting a thread costs. */
const SMALL_ROWS = 5000;
const SHORT_ROWS = 1000;
const SMALL_STEPS = 20_000;
/** Up to here a draw is there within the second in which one waits for a card; beyond, people are told that it is being computed. */
const QUICK_STEPS = 400_000;

/** As `lockDraw`. */
export function lockAside(input: LockInput): Promise<DrawJobDone['lock']> {
  return done<'lock'>({ kind: 'lock', input }, isShort(input.roster));
}

/** As `settleSealed`. */
export function settleAside(input: SettleInput): Promise<DrawRecord> {
  return done<'settle'>({ kind: 'settle', input }, isSmall({ ...input, rules: input.manifest.rules }));
}

/** As `recordDigests`. */
export function digestsAside(record: DrawRecord): Promise<RecordDigests> {
  return done<'digests'>({ kind: 'digests', input: record }, isShort(record.roster));
}

/** As `drawChecks`. */
export function checksAside({ record, manifestHash, closeHash }: Checked): Promise<readonly DrawCheck[] | null> {
  const isQuick = record === null || (isShort(record.roster) && isSmall({ ...record, rules: record.manifest.rules }));
  return done<'checks'>({ kind: 'checks', input: { record, manifestHash, closeHash } }, isQuick);
}

/** As `forecast`. */
export function forecastAside(input: ForecastInput, stopping?: AbortSignal): Promise<Forecast> {
  return done<'forecast'>({ kind: 'forecast', input }, isSmall(input, input.seeds.length), stopping);
}

/** As `shortagesOf`. */
export async function shortagesAside(record: UnfilledGround): Promise<readonly Shortage[]> {
  if (record.unfilled.length === 0) return [];
  const { manifest, roster, inspectors, recusals, objects, inspectorSeed, unfilled } = record;
  const input = { manifest, roster, inspectors, recusals, objects, inspectorSeed, unfilled };
  return done<'shortages'>({ kind: 'shortages', input }, isSmall({ ...input, rules: manifest.rules }));
}

/** Done here if it takes no longer than starting a thread, else in one. */
async function done<Kind extends DrawJob['kind']>(
  job: Extract<DrawJob, { readonly kind: Kind }>,
  isHere: boolean,
  stopping?: AbortSignal,
): Promise<DrawJobDone[Kind]> {
  return isHere ? (doDrawJob(job) as DrawJobDone[Kind]) : inThread<DrawJobDone[Kind]>(WORKER, job, stopping);
}

/** True if the record of such a draw may take longer than one waits for the answer to a press. */
export function isSlow(plan: DrawPlan): boolean {
  return plan.roster.length > QUICK_STEPS / 10 || stepsOf(plan) > QUICK_STEPS;
}

/** True if going through all rows and hashing each takes a few milliseconds. */
function isShort(roster: readonly unknown[]): boolean {
  return roster.length <= SHORT_ROWS;
}

function isSmall(plan: DrawPlan, times = 1): boolean {
  return plan.roster.length * times <= SMALL_ROWS && stepsOf(plan) * times <= SMALL_STEPS;
}

function stepsOf({ roster, inspectors, rules }: DrawPlan): number {
  const visits = rules.strata.reduce((sum, stratum) => sum + quotaOf(roster, stratum), 0);
  return visits * (visits + inspectors.length);
}
