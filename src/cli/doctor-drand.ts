// The doctor's look at drand: each public address is asked for a round, and what it answers is checked.
import { isSignedRound } from '../beacon/bls.ts';
import { openDrand } from '../beacon/drand.ts';
import type { OfficeRules } from '../domain/office-rules.ts';
import type { CheckLine } from '../words/doctor.ts';
import { sayReached } from '../words/doctor.ts';

/** One line for all addresses. None reached is broken only where draws go by drand: elsewhere nothing needs them. */
export async function drandLine({ drand, mode }: Pick<OfficeRules, 'drand' | 'mode'>, round: number): Promise<CheckLine> {
  const { endpoints, timeoutSeconds } = drand;
  const answers = await Promise.all(endpoints.map((one) => openDrand({ endpoints: [one], timeoutSeconds }, isSigned).fetch(round)));
  const silent = endpoints.filter((_, at) => answers[at] === null);
  const isAnyReached = silent.length < endpoints.length;
  const state = silent.length === 0 && isAnyReached ? 'fine' : isAnyReached || mode !== 'drand' ? 'warning' : 'broken';
  return { check: 'drand', state, detail: sayReached(endpoints.length, silent) };
}

function isSigned(round: number, signature: string): Promise<boolean> {
  return Promise.resolve(isSignedRound(round, signature));
}
