// A request to change a settled draw (回避 交换 递补 补位, Art. 13): who asked what and why, who decided, and what came of it.
import type { Answer, AssignmentId } from './assignment.ts';
import type { InstitutionId } from './institution.ts';
import type { PersonId } from './person.ts';
import type { TaskId } from './task.ts';

/** `2026-0001-2`: the draw and a running number. */
export type ChangeRequestId = string;

/** Someone is to leave a team; a reserve is to take an institution's place; empty places are to be filled. */
export const CHANGE_KINDS = ['recusal', 'substitute', 'fill'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Asked by the inspector himself, by the institution, ordered by a head, or found by the office (Art. 13; 河南省行政执法条例 §23). */
export const CHANGE_ORIGINS = ['self', 'institution', 'order', 'office'] as const;
export type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];

/**
 * Every ground there is, and its label in the record (draw-protocol, "Encoding": short codes' labels, nothing personal or
 * unproven). Why somebody steps aside is nobody's business but the office's, so the record says 回避 and no more. The labels
 * are data of the protocol and not wording.
 */
export const GROUND_LABELS = {
  relative: '回避',
  interest: '回避',
  other: '回避',
  leave: '请假',
  lapsed: '证件失效',
  gone: '离岗',
  suspended: '停业',
  cancelled: '注销',
  moved: '迁出',
  unreachable: '无法联系',
  'under-case': '在办案件',
  'force-majeure': '不可抗力',
  capped: '已达上限',
  vacant: '席位空缺',
} as const;
export type ChangeGround = keyof typeof GROUND_LABELS;

/** Which grounds each kind may have; a substitute's need evidence (law §13.1). */
export const GROUNDS_OF: Readonly<Record<ChangeKind, readonly ChangeGround[]>> = {
  recusal: ['relative', 'interest', 'other', 'leave', 'lapsed', 'gone'],
  substitute: ['suspended', 'cancelled', 'moved', 'unreachable', 'under-case', 'force-majeure', 'capped'],
  fill: ['vacant'],
};

/** `to-confirm`: decided above, and typed; a second person has still to confirm. `lapsed`: another change made it pointless. */
export const CHANGE_STATES = ['open', 'to-confirm', 'done', 'refused', 'lapsed'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** What may be decided: who leaves is followed by lot or exchanged; or all stays as it is. */
export type Ruling =
  | { readonly kind: 'replace' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'swap'; readonly assignment: AssignmentId; readonly person: PersonId }
  | { readonly kind: 'substitute' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'refuse' };

/** One seat that changed hands. */
export interface Move {
  readonly assignment: AssignmentId;
  readonly slot: number;
  readonly out: PersonId | null;
  readonly in: PersonId | null;
}

/** What a change came to: the event's number, the seats, and for 递补 which inspection ended and which began. */
export interface ChangeOutcome {
  readonly event: number;
  readonly moves: readonly Move[];
  readonly closed: AssignmentId | null;
  readonly opened: AssignmentId | null;
}

/** A request, frozen once it is decided. `words` and a decision's words stay in the books: they enter no record, no ledger and no log. */
export interface ChangeRequest {
  readonly id: ChangeRequestId;
  readonly draw: string;
  readonly task: TaskId;
  readonly kind: ChangeKind;
  /** Null for `fill`, which is about all empty places of the draw. */
  readonly assignment: AssignmentId | null;
  readonly institution: InstitutionId | null;
  /** Who is to leave; null but for `recusal`. */
  readonly person: PersonId | null;
  readonly ground: ChangeGround;
  readonly origin: ChangeOrigin;
  readonly words: string;
  readonly by: PersonId;
  readonly at: Date;
  /** What the seat had said before the visit was blocked: a refusal gives it back. */
  readonly before: Answer | null;
  readonly state: ChangeState;
  /** What was decided above, as an operator typed it from the paper with this 文号. */
  readonly above: { readonly number: string; readonly ruling: Ruling; readonly by: PersonId; readonly at: Date } | null;
  readonly decision: {
    readonly by: PersonId;
    readonly at: Date;
    readonly words: string;
    readonly number: string | null;
    readonly ruling: Ruling;
  } | null;
  readonly outcome: ChangeOutcome | null;
  readonly version: number;
}

/** True while somebody has still to decide. */
export function isPending({ state }: Pick<ChangeRequest, 'state'>): boolean {
  return state === 'open' || state === 'to-confirm';
}
