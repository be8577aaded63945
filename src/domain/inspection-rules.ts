// After the visit: the second inspector agrees, the head reviews, and what is wrong becomes problems with a clock (Art. 13, 16, 17).
import type { Assignment } from './assignment.ts';
import { OUTCOMES_DUE } from './findings-rules.ts';
import type { Problem, ProblemState } from './problem.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, ownRequest, stale, wrongState } from './refused.ts';
import { ok, type Result } from './result.ts';
import { seatOf, teamOf } from './seats.ts';
import type { Decision } from './task.ts';
import { WORDS_MAX } from './task-rules.ts';

/** The assignment after another member of the team read the findings: co-signed, or back to the form with what was answered. */
export function cosigned(row: Assignment, version: number, agree: boolean, decision: Decision): Result<Assignment, Refusal> {
  const seat = seatOf(row, decision.by);
  if (!seat.ok) return seat;
  if (row.cosign) return alreadyDone();
  if (row.state !== 'submitted' || row.findings === null) return wrongState('assignment', row.state, 'submitted');
  if (row.version !== version) return stale();
  if (row.submitted?.by === decision.by) return ownRequest();
  const refusal = checkWords(decision.words, 'words', WORDS_MAX, !agree);
  if (refusal) return refusal;
  return ok(agree ? { ...row, state: 'cosigned', cosign: decision, returned: null } : sentBack(row, decision));
}

/** The assignment after the head read it: reviewed, or back to the form. A head who sat in the team does not review it. */
export function reviewed(row: Assignment, version: number, pass: boolean, decision: Decision): Result<Assignment, Refusal> {
  if (row.review) return alreadyDone();
  if (row.state !== 'cosigned' || row.findings === null) return wrongState('assignment', row.state, 'cosigned');
  if (row.version !== version) return stale();
  if (teamOf(row).includes(decision.by)) return ownRequest();
  const refusal = checkWords(decision.words, 'words', WORDS_MAX, !pass);
  if (refusal) return refusal;
  return ok(pass ? { ...row, state: 'reviewed', review: decision } : sentBack(row, decision));
}

/** Back to the inspectors: their own answers stand in the form again, the signatures do not. */
function sentBack(row: Assignment, decision: Decision): Assignment {
  return {
    ...row,
    state: 'visiting',
    draft: row.findings?.points ?? [],
    findings: null,
    submitted: null,
    cosign: null,
    review: null,
    returned: decision,
  };
}

/** The problems of reviewed findings, one for each point that is one, each with the outcome and day the findings ask for. */
export function problemsOf(row: Assignment): readonly Problem[] {
  const { findings } = row;
  if (findings === null || findings.outcome === null) return [];
  const { outcome, rectifyBy } = findings;
  const isDue = OUTCOMES_DUE.includes(outcome);
  const state: ProblemState = isDue ? 'open' : outcome === 'corrected' ? 'corrected' : 'noted';
  return findings.points
    .filter((one) => one.result === 'problem')
    .map((one, at) => ({
      id: `${row.id}-${at + 1}`,
      assignment: row.id,
      task: row.task,
      institution: row.institution,
      matter: one.matter,
      point: one.point,
      words: one.words,
      outcome,
      due: isDue ? rectifyBy : null,
      state,
      report: null,
      followUp: null,
      version: 1,
    }));
}
