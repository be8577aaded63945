// The publication of one inspection with the six fields of Art. 14, and where it was put.
import type { AssignmentId } from './assignment.ts';
import type { Day } from './day.ts';
import type { Decision, TaskId } from './task.ts';

/** Exactly what Art. 14 names: 机构名称 抽查时间 抽查方式 抽查内容 抽查结果 违法行为查处情况. Texts as the public reads them. */
export interface SixFields {
  readonly institution: string;
  readonly time: string;
  readonly method: string;
  readonly content: string;
  readonly result: string;
  readonly handling: string;
}

/** Where a publication stands: our public page, the government portal's file, the credit platform's file. */
export const CHANNELS = ['page', 'portal', 'credit'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One channel: null address while nobody has said where it was put. */
export interface ChannelState {
  readonly channel: Channel;
  readonly address: string | null;
  readonly on: Day | null;
  readonly by: string | null;
}

/** 待公示 → 已公示. Corrections and withdrawals are new entries. */
export interface Publication {
  readonly id: string;
  readonly assignment: AssignmentId;
  readonly task: TaskId;
  readonly category: string;
  readonly institutionId: string;
  readonly fields: SixFields;
  readonly state: 'proposed' | 'published';
  readonly due: Day;
  readonly proposed: Decision;
  readonly approved: Decision | null;
  readonly publishedOn: Day | null;
  readonly channels: readonly ChannelState[];
  readonly version: number;
}
