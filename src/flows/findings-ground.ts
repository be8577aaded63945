// What a findings form is checked against, read from the books: the items and methods of its task.
import type { Assignment } from '../domain/assignment.ts';
import { type FindingsGround, mattersFor } from '../domain/findings-rules.ts';
import type { Books } from '../store/books.ts';

/** The ground of an assignment's form, null if its task is gone. */
export async function groundOf(books: Books, row: Assignment, at: Date): Promise<FindingsGround | null> {
  const task = await books.tasks.get(row.task);
  return task && { matters: mattersFor(task, row.category, await books.matters.all()), methods: task.methods, at };
}
