// One inspection (检查): one institution of one task, from the notice to the reviewed findings (Art. 11, 13, 16).
import type { Day } from './day.ts';
import type { InstitutionId } from './institution.ts';
import type { Method } from './matter.ts';
import type { Category, PersonId } from './person.ts';
import type { Decision, TaskId } from './task.ts';

/** `2026-03-01`: task and running number in draw order. */
export type AssignmentId = string;

/** 待确认 检查待批 待通知 待检查 检查中 已提交 已会签 已审核 已归档; `replaced` when a reserve took the place (递补). */
export const ASSIGNMENT_STATES = [
  'offered',
  'to-approve',
  'to-notify',
  'to-visit',
  'visiting',
  'submitted',
  'cosigned',
  'reviewed',
  'archived',
  'replaced',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** What a drawn inspector said to the card. A conflict blocks the visit until it is decided (Art. 13). */
export type Answer =
  | { readonly kind: 'open' }
  | { readonly kind: 'accepted'; readonly at: Date }
  | { readonly kind: 'conflict'; readonly at: Date; readonly ground: ConflictGround; readonly words: string };

/** Grounds of 河南省行政执法条例 §23: party or near relative, interest, other. */
export const CONFLICT_GROUNDS = ['relative', 'interest', 'other'] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** One seat of the team. */
export interface Seat {
  readonly slot: number;
  readonly person: PersonId | null;
  readonly answer: Answer;
}

/** How one check point came out. There is no default: every point is answered by a person. */
export const POINT_RESULTS = ['fine', 'problem', 'not-applicable', 'unchecked'] as const;
export type PointResult = (typeof POINT_RESULTS)[number];

/** One check point of one item, and what was found. `unchecked` and `problem` need words. */
export interface PointFinding {
  readonly matter: string;
  readonly point: number;
  readonly result: PointResult;
  readonly words: string;
}

/** Outcomes of Art. 16, and for conduct not yet unlawful the first rung of Art. 17. */
export const OUTCOMES = [
  'corrected',
  'ordered',
  'licence',
  'file',
  'transfer',
  'unreachable',
  'uncooperative',
  'reminder',
  'talk',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The findings of one visit. */
export interface Findings {
  readonly method: Method;
  readonly visitedOn: Day;
  readonly points: readonly PointFinding[];
  /** Outcome asked for when any point is a problem; null when none is. */
  readonly outcome: Outcome | null;
  /** Last day for rectification, when the outcome is `ordered`, `reminder` or `talk`. */
  readonly rectifyBy: Day | null;
  readonly summary: string;
}

/** An assignment. */
export interface Assignment {
  readonly id: AssignmentId;
  readonly task: TaskId;
  readonly draw: string;
  readonly stratum: string;
  readonly category: Category;
  readonly institution: InstitutionId;
  readonly seats: readonly Seat[];
  readonly state: AssignmentState;
  readonly from: Day;
  readonly to: Day;
  readonly approval: Decision | null;
  /** When and how the institution was told. */
  readonly notice: { readonly on: Day; readonly way: string; readonly by: PersonId; readonly at: Date } | null;
  readonly startedAt: Date | null;
  /** Pages of the form that are filled so far. */
  readonly draft: readonly PointFinding[];
  readonly findings: Findings | null;
  readonly submitted: { readonly by: PersonId; readonly at: Date } | null;
  readonly cosign: Decision | null;
  readonly review: Decision | null;
  /** Why it came back to the inspectors (a co-signer or the reviewer sent it back), null if it did not. */
  readonly returned: Decision | null;
  readonly version: number;
}

/** What stands in an inspection to which nothing has happened yet. */
export const UNTOUCHED = {
  approval: null,
  notice: null,
  startedAt: null,
  draft: [],
  findings: null,
  submitted: null,
  cosign: null,
  review: null,
  returned: null,
  version: 1,
} as const satisfies Partial<Assignment>;
