// A problem found (问题) and its rectification (整改), with a clock of its own (Art. 16, 17).
import type { AssignmentId, Outcome } from './assignment.ts';
import type { Day } from './day.ts';
import type { InstitutionId } from './institution.ts';
import type { Decision, TaskId } from './task.ts';

/** 待整改 已报告 已改 未改 (部分 counts as not yet: the follow-up asks again), 无需整改期限. */
export const PROBLEM_STATES = ['open', 'reported', 'corrected', 'uncorrected', 'noted'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

/** What a follow-up visit found. */
export const FOLLOW_UP_RESULTS = ['corrected', 'partly', 'uncorrected'] as const;
export type FollowUpResult = (typeof FOLLOW_UP_RESULTS)[number];

/** One problem of one inspection. */
export interface Problem {
  /** `2026-03-01-1`. */
  readonly id: string;
  readonly assignment: AssignmentId;
  readonly task: TaskId;
  readonly institution: InstitutionId;
  readonly matter: string;
  readonly point: number;
  readonly words: string;
  readonly outcome: Outcome;
  readonly due: Day | null;
  readonly state: ProblemState;
  /** The institution's report of what it did, as an inspector or the operator entered it. */
  readonly report: Decision | null;
  readonly followUp: (Decision & { readonly result: FollowUpResult }) | null;
  readonly version: number;
}
