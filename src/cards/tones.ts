// The colour of every state: 待办 orange, 进行中 blue, 已封签 indigo, 完成 green, 逾期 red, 作废 grey. The word comes first.
import type { AssignmentState } from '../domain/assignment.ts';
import type { ChangeState } from '../domain/change-request.ts';
import type { DrawState } from '../domain/draw.ts';
import type { MeasureState } from '../domain/measure.ts';
import type { ProblemState } from '../domain/problem.ts';
import type { Publication } from '../domain/publication.ts';
import type { PendingImport } from '../domain/roster.ts';
import type { TaskState } from '../domain/task.ts';
import { MEASURE_STATE_WORDS } from '../words/measures.ts';
import {
  ASSIGNMENT_STATE_WORDS,
  CHANGE_STATE_WORDS,
  DRAW_STATE_WORDS,
  IMPORT_STATE_WORDS,
  PROBLEM_STATE_WORDS,
  PUBLICATION_STATE_WORDS,
  TASK_STATE_WORDS,
} from '../words/states.ts';
import type { Card, Tone } from './card.ts';
import type { Due } from './facts.ts';

const TASK: Readonly<Record<TaskState, Tone>> = {
  draft: 'plain',
  pending: 'todo',
  refused: 'late',
  approved: 'doing',
  locked: 'sealed',
  settled: 'doing',
  inspecting: 'doing',
  published: 'done',
  finished: 'done',
  archived: 'done',
  void: 'void',
};

const DRAW: Readonly<Record<DrawState, Tone>> = { locked: 'sealed', closed: 'sealed', settled: 'done', void: 'void' };

const ASSIGNMENT: Readonly<Record<AssignmentState, Tone>> = {
  offered: 'todo',
  'to-approve': 'todo',
  'to-notify': 'todo',
  'to-visit': 'todo',
  visiting: 'doing',
  submitted: 'doing',
  cosigned: 'doing',
  reviewed: 'done',
  archived: 'done',
  replaced: 'void',
};

const CHANGE: Readonly<Record<ChangeState, Tone>> = { open: 'todo', 'to-confirm': 'todo', done: 'done', refused: 'void', lapsed: 'void' };

const PROBLEM: Readonly<Record<ProblemState, Tone>> = {
  open: 'todo',
  reported: 'doing',
  corrected: 'done',
  uncorrected: 'late',
  noted: 'plain',
};

const MEASURE: Readonly<Record<MeasureState, Tone>> = {
  proposed: 'todo',
  refused: 'void',
  withdrawn: 'void',
  approved: 'doing',
  noticed: 'doing',
  done: 'done',
  ended: 'done',
};

const PUBLICATION: Readonly<Record<Publication['state'], Tone>> = { proposed: 'todo', published: 'done' };

const IMPORT: Readonly<Record<PendingImport['state'], Tone>> = { waiting: 'todo', confirmed: 'done', cancelled: 'void' };

type Shown = NonNullable<Card['state']>;

/** Word and colour of a task's state. */
export const taskState = (state: TaskState): Shown => ({ word: TASK_STATE_WORDS[state], tone: TASK[state] });

/** Word and colour of a draw's state. */
export const drawState = (state: DrawState): Shown => ({ word: DRAW_STATE_WORDS[state], tone: DRAW[state] });

/** Word and colour of an assignment's state. */
export const assignmentState = (state: AssignmentState): Shown => ({ word: ASSIGNMENT_STATE_WORDS[state], tone: ASSIGNMENT[state] });

/** Word and colour of the state of a request for a change. */
export const changeState = (state: ChangeState): Shown => ({ word: CHANGE_STATE_WORDS[state], tone: CHANGE[state] });

/** Word and colour of a measure's state. */
export const measureState = (state: MeasureState): Shown => ({ word: MEASURE_STATE_WORDS[state], tone: MEASURE[state] });

/** Word and colour of a problem's state; an open one past its day is late. */
export function problemState(state: ProblemState, due: Due | null): Shown {
  return state === 'open' && isLate(due) ? { word: '整改逾期', tone: 'late' } : { word: PROBLEM_STATE_WORDS[state], tone: PROBLEM[state] };
}

/** Word and colour of a publication's state. */
export const publicationState = (state: Publication['state']): Shown => ({
  word: PUBLICATION_STATE_WORDS[state],
  tone: PUBLICATION[state],
});

/** Word and colour of an import's state. */
export const importState = (state: PendingImport['state']): Shown => ({ word: IMPORT_STATE_WORDS[state], tone: IMPORT[state] });

/** Whether a deadline has passed. */
export function isLate(due: Due | null): boolean {
  return due !== null && due.workingDays !== null && due.workingDays < 0;
}
