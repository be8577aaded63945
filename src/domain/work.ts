// Work that waits for somebody: what a reminder and the list of open work are made of.
import type { Day } from './day.ts';

/** A deadline and how far off it is in working days: 0 today, negative overdue, null when the year has no holiday data. */
export interface Due {
  readonly day: Day;
  readonly workingDays: number | null;
}

/** What is asked of a person. Each is one row of `my-work` and of the day's digest. */
export const WORK_KINDS = [
  'approve-task',
  'lock-draw',
  'contribute',
  'type-beacon',
  'paste-beacon',
  'settle-draw',
  'confirm-draw',
  'answer',
  'decide-change',
  'record-above',
  'confirm-above',
  'approve-visits',
  'serve-notice',
  'visit',
  'fill-findings',
  'cosign',
  'review',
  'propose-publication',
  'approve-publication',
  'place-publication',
  'report-rectification',
  'follow-up',
  'decide-measure',
  'take-measure',
  'certificate-expiring',
  'licence-expiring',
  'list-outdated',
  'draws-missing',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** One piece of open work: its kind, its subject's id, what to call it (a task's title, an institution's name), and by when. */
export interface WorkItem {
  readonly kind: WorkKind;
  readonly about: string;
  readonly title: string;
  readonly due: Due | null;
}
