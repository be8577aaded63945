// Who hears that a change was asked for: the heads who may decide, and the operators, who type what is decided above.
import type { ChangeRequest } from '../domain/change-request.ts';
import { decidersOf } from '../domain/change-ruling.ts';
import type { PersonId } from '../domain/person.ts';
import type { Books } from '../store/books.ts';
import { holders } from './tell.ts';

/** Those people, the asker left out. */
export async function deciders(books: Books, request: ChangeRequest): Promise<readonly PersonId[]> {
  const rows = await books.assignments.ofTask(request.task);
  return [...decidersOf(request, rows, await books.people.all()), ...(await holders(books, 'operator', [request.by]))];
}
