// A measure (措施): one official act towards an institution after an inspection, and how far it has come (Art. 16, 17).
import type { AssignmentId } from './assignment.ts';
import type { Day } from './day.ts';
import type { InstitutionId } from './institution.ts';
import type { Category, PersonId } from './person.ts';
import type { Decision } from './task.ts';

/** `CS2026-001`. */
export type MeasureId = string;

/** 书面提醒 约谈 转许可办理 立案 处罚建议书 移送书 列入异常 移出异常 信用公示 处罚决定(登记) 列入黑名单 移出黑名单. */
export const MEASURE_KINDS = [
  'reminder',
  'talk',
  'licence',
  'case',
  'advice',
  'transfer',
  'abnormal',
  'abnormal-exit',
  'credit',
  'penalty',
  'blacklist',
  'blacklist-exit',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** 待批准 不同意 已撤回 待办理 告知期 已办理 已结束. */
export const MEASURE_STATES = ['proposed', 'refused', 'withdrawn', 'approved', 'noticed', 'done', 'ended'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What makes not cooperating grave (Art. 16, 6): 拒绝 隐瞒 阻挠 威胁. */
export const SEVERITIES = ['refusal', 'concealment', 'obstruction', 'threat'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a penalty decision ordered, as far as it matters who may order it: 警告, anything else. */
export const SANCTIONS = ['warning', 'other'] as const;
export type Sanction = (typeof SANCTIONS)[number];

/** What only some kinds say; empty or null for all others. */
export interface MeasureDetails {
  /** Who takes part in a talk for the office; who saw what a credit measure says. */
  readonly people: readonly PersonId[];
  readonly severity: Severity | null;
  /** The body that decided the penalty, the one that gets the transfer or the advice. */
  readonly authority: string | null;
  /** Number and day of the decision that is recorded. */
  readonly number: string | null;
  readonly decidedOn: Day | null;
  readonly sanction: Sanction | null;
  /** 律师法 §55: unlicensed practice, where the county acts alone. */
  readonly isUnlicensed: boolean;
  /** Files of the evidence, by their ids. */
  readonly evidence: readonly string[];
}

/** A measure. Frozen once it is refused, withdrawn or ended; one that is done can only end. */
export interface Measure {
  readonly id: MeasureId;
  readonly kind: MeasureKind;
  readonly institution: InstitutionId;
  readonly category: Category;
  readonly assignment: AssignmentId | null;
  readonly problem: string | null;
  /** The listing an exit takes back, the penalty a blacklisting rests on. */
  readonly source: MeasureId | null;
  /** Facts and reasons. */
  readonly words: string;
  readonly details: MeasureDetails;
  readonly by: PersonId;
  readonly at: Date;
  readonly state: MeasureState;
  readonly decision: Decision | null;
  /** The prior notice, and the last day on which an objection is in time. */
  readonly notice: { readonly on: Day; readonly way: string; readonly until: Day; readonly by: PersonId; readonly at: Date } | null;
  readonly objection: Decision | null;
  readonly answer: Decision | null;
  /** How it was served: number of the paper, day, way. */
  readonly done: { readonly number: string; readonly on: Day; readonly way: string; readonly by: PersonId; readonly at: Date } | null;
  /** The day by which it asks for something, on which it runs out, or until which the penalty can be appealed. */
  readonly until: Day | null;
  /** Receipt, exit or end, in words. */
  readonly end: Decision | null;
  readonly version: number;
}

/** True while somebody has still to do something before it takes effect. */
export function isUnderway(measure: Pick<Measure, 'state'>): boolean {
  return measure.state === 'proposed' || measure.state === 'approved' || measure.state === 'noticed';
}

/** Details of a kind that says nothing of its own. */
export const NO_DETAILS: MeasureDetails = {
  people: [],
  severity: null,
  authority: null,
  number: null,
  decidedOn: null,
  sanction: null,
  isUnlicensed: false,
  evidence: [],
};
