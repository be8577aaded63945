// A problem's way to being put right: report, follow-up visit, and again until it is done (Art. 17).
import { type Day, dayOf } from './day.ts';
import type { FollowUpResult, Problem } from './problem.ts';
import { FOLLOW_UP_RESULTS } from './problem.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import type { Decision } from './task.ts';
import { WORDS_MAX } from './task-rules.ts';
import { checkDay } from './visit-rules.ts';

/** True while something is still to be done about it. */
export function isOpen(problem: Pick<Problem, 'state'>): boolean {
  return problem.state === 'open' || problem.state === 'reported' || problem.state === 'uncorrected';
}

/** The problem with what the institution says it did. After a failed follow-up it may report again. */
export function reported(row: Problem, version: number, decision: Decision): Result<Problem, Refusal> {
  if (row.state === 'reported') return alreadyDone();
  if (row.state !== 'open' && row.state !== 'uncorrected') return wrongState('problem', row.state, 'open');
  if (row.version !== version) return stale();
  const refusal = checkWords(decision.words, 'words', WORDS_MAX, true);
  return refusal ?? ok({ ...row, state: 'reported', report: decision });
}

/** What a follow-up visit found, and when. */
export interface FollowUp {
  readonly result: FollowUpResult;
  readonly words: string;
  readonly on: Day;
}

/** The problem after a follow-up. 部分 is not yet 已改: the next follow-up asks again. A report is not needed: silence is a finding too. */
export function followedUp(
  row: Problem,
  version: number,
  found: FollowUp,
  decision: Decision,
  since: Day | null,
): Result<Problem, Refusal> {
  if (row.state === 'corrected') return alreadyDone();
  if (!isOpen(row)) return wrongState('problem', row.state, 'reported');
  if (row.version !== version) return stale();
  if (!FOLLOW_UP_RESULTS.includes(found.result)) return fail({ kind: 'bad-field', name: 'result' });
  const refusal =
    checkDay('on', found.on, since, dayOf(decision.at)) ?? checkWords(decision.words, 'words', WORDS_MAX, found.result !== 'corrected');
  if (refusal) return refusal;
  const state = found.result === 'corrected' ? 'corrected' : 'uncorrected';
  return ok({ ...row, state, followUp: { ...decision, result: found.result } });
}
