// When work is over: an inspection once both its clocks have ended (Art. 14, 17), a task once all of it is public and nothing is left to put right.
import type { Assignment } from './assignment.ts';
import type { Problem } from './problem.ts';
import type { Publication } from './publication.ts';
import { isAllPublished } from './publication-rules.ts';
import { isOpen } from './rectification-rules.ts';
import type { Task, TaskState } from './task.ts';

/** Everything of one task that its end depends on. */
export interface TaskWork {
  readonly assignments: readonly Assignment[];
  readonly publications: readonly Publication[];
  readonly problems: readonly Problem[];
}

/** Inspections that are reviewed, public, and without an open problem, as they are archived. */
export function archivable({ assignments, publications, problems }: TaskWork): readonly Assignment[] {
  const out = new Set(publications.filter(({ state }) => state === 'published').map(({ assignment }) => assignment));
  const open = new Set(problems.filter(isOpen).map(({ assignment }) => assignment));
  return assignments
    .filter(({ id, state }) => state === 'reviewed' && out.has(id) && !open.has(id))
    .map((row) => ({ ...row, state: 'archived' }));
}

/** How far the task has come. It cannot be finished while a part of it is unpublished, however long that takes (Art. 3). */
export function stateAfter(task: Task, work: TaskWork): TaskState {
  if (task.state !== 'inspecting' && task.state !== 'published') return task.state;
  if (!isAllPublished(work.assignments, work.publications)) return task.state;
  return work.problems.some(isOpen) ? 'published' : 'finished';
}
