// What faces have in common: names, deadlines, what the viewer may do now, and work that waits for somebody.
import type { Day } from '../domain/day.ts';
import type { ActVerb } from './acts.ts';

export type { Names } from '../words/names.ts';

/** A deadline and how far off it is in working days: 0 today, negative overdue, null when the year has no holiday data. */
export interface Due {
  readonly day: Day;
  readonly workingDays: number | null;
}

/** The acts the viewer may take on this subject now. Buttons for others are not shown. The desk checks again. */
export type May = readonly ActVerb[];

/** What somebody typed into a form that came back with a problem: it is put into the fields again. */
export type Entered = Readonly<Record<string, string | boolean | readonly string[]>>;

/** What is asked of a person. Each is one row of `my-work` and of the day's digest. */
export const WORK_KINDS = [
  'approve-task',
  'lock-draw',
  'contribute',
  'settle-draw',
  'answer',
  'decide-conflict',
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
  'certificate-expiring',
  'licence-expiring',
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
