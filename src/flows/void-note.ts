// Where a request to void a draw waits for the second person.
import type { VoidRequest } from '../domain/void-rules.ts';
import type { Books } from '../store/books.ts';

/** The name of the note; its value is the request as JSON. */
export function voidNote(number: string): string {
  return `void:${number}`;
}

/** The request that waits (or waited) for that draw, null if nobody asked. */
export async function voidRequestOf(books: Pick<Books, 'notes'>, number: string): Promise<VoidRequest | null> {
  const note = await books.notes.get(voidNote(number));
  if (note === null) return null;
  const request = JSON.parse(note) as Omit<VoidRequest, 'at'> & { readonly at: string };
  return { ...request, at: new Date(request.at) };
}
