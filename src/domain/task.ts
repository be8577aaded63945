// An inspection task (抽查任务): what is to be inspected, under which document, and how far it has come.
import type { Day } from './day.ts';
import type { Method } from './matter.ts';
import type { Category, PersonId } from './person.ts';

/** `2026-03`: year and running number. */
export type TaskId = string;

/** 草稿 待批准 已批准 已封签 已开签 检查中 已公示 已办结 已归档 作废; `refused` goes back to its maker. */
export const TASK_STATES = [
  'draft',
  'pending',
  'refused',
  'approved',
  'locked',
  'settled',
  'inspecting',
  'published',
  'finished',
  'archived',
  'void',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** How the seed gets the ingredient nobody can know at the lock (`draw-protocol`, step 4). */
export const ENTROPY_MODES = ['witness', 'dice', 'lottery', 'drand'] as const;
export type EntropyMode = (typeof ENTROPY_MODES)[number];

/** So many different numbers from `from` to `to`: one part of what a game publishes, such as the six red balls. */
export interface NumberRange {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** A public lottery's draw as the maker of a task chooses it. */
export interface LotteryChoice {
  /** The id of one of the office's games. */
  readonly game: string;
  readonly issue: string;
  readonly drawnOn: Day;
}

/** A public lottery's draw that gives the last ingredient: named before anybody can know its numbers. */
export interface LotteryPlan {
  readonly game: string;
  readonly issue: string;
  /** When the numbers are drawn in public. */
  readonly drawnAt: Date;
  /** Where they are published, for people to look. */
  readonly where: string;
  /** In the order in which they are published. */
  readonly numbers: readonly NumberRange[];
}

/** A decision of a person, as it stands in the books. */
export interface Decision {
  readonly by: PersonId;
  readonly at: Date;
  readonly words: string;
}

/** A task. */
export interface Task {
  readonly id: TaskId;
  readonly title: string;
  /** Unified (统一抽查) or ordinary (Art. 5, 6). */
  readonly kind: 'unified' | 'ordinary';
  readonly categories: readonly Category[];
  /** 文号 of the ratio document in force (Art. 12). */
  readonly document: string;
  readonly matters: readonly string[];
  readonly methods: readonly Method[];
  /** Why all is 书面, if it is (Art. 11: 实地 is the rule). */
  readonly methodReason: string | null;
  /** The visits lie within this window, both days included. */
  readonly from: Day;
  readonly to: Day;
  readonly ownerUnit: string;
  readonly mode: EntropyMode;
  /** Which lottery, in mode `lottery`; null in the others. */
  readonly lottery: LotteryPlan | null;
  readonly witnesses: readonly PersonId[];
  readonly state: TaskState;
  readonly madeBy: PersonId;
  readonly madeAt: Date;
  readonly decision: Decision | null;
  /** Set from the lock on. */
  readonly draw: string | null;
  /** Counts changes; cards carry it, so that a stale press is seen. */
  readonly version: number;
}
