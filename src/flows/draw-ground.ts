// The lists as a draw of a task reads them: for the lock, and for the forecast before it.
import { dayOf } from '../domain/day.ts';
import type { DrawGround } from '../domain/draw-plan.ts';
import type { Task } from '../domain/task.ts';
import type { Books } from '../store/books.ts';

/** The books as they are now. */
export async function groundOf(books: Books, task: Pick<Task, 'document'>, at: Date): Promise<DrawGround> {
  return {
    today: dayOf(at),
    document: await books.documents.get(task.document),
    matters: await books.matters.all(),
    institutions: await books.institutions.all(),
    people: await books.people.all(),
    assignments: await books.assignments.all(),
  };
}
