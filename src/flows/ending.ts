// Ends what is over, in the transaction of the verb that brought it about: inspections are archived, the task moves on.
import { archivable, stateAfter } from '../domain/ending.ts';
import type { Task } from '../domain/task.ts';
import type { Books } from '../store/books.ts';

/** The task as it is now. To be called when the verb's own rows are written. */
export async function endWhatIsOver(books: Books, task: Task): Promise<Task> {
  const work = {
    assignments: await books.assignments.ofTask(task.id),
    publications: await books.publications.ofTask(task.id),
    problems: await books.problems.ofTask(task.id),
  };
  for (const row of archivable(work)) await books.assignments.replace(row);
  const state = stateAfter(task, work);
  return state === task.state ? task : books.tasks.replace({ ...task, state });
}
