// Where a request to void a draw waits for the second person.
import type { VoidRequest } from '../domain/void-rules.ts';
import type { Books } from '../store/books.ts';

/** The request as JSON has it; `ended` is missing in those that were asked before one could be declined. */
interface Kept {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly ended?: (Omit<NonNullable<VoidRequest['ended']>, 'at'> & { readonly at: string }) | null;
}

/** Keeps it in the place of any that has ended. */
export function keepVoidRequest(books: Pick<Books, 'notes'>, number: string, request: VoidRequest): Promise<void> {
  return books.notes.put(noteOf(number), JSON.stringify(request));
}

/** The request that waits (or waited, of a void draw), null if nobody asked or the last one has ended. */
export async function voidRequestOf(books: Pick<Books, 'notes'>, number: string): Promise<VoidRequest | null> {
  const last = await lastVoidRequestOf(books, number);
  return last?.ended === null ? last : null;
}

/** The newest request for that draw, ended or not. */
export async function lastVoidRequestOf(books: Pick<Books, 'notes'>, number: string): Promise<VoidRequest | null> {
  const note = await books.notes.get(noteOf(number));
  if (note === null) return null;
  const { ended, ...request } = JSON.parse(note) as Kept;
  return { ...request, at: new Date(request.at), ended: ended ? { ...ended, at: new Date(ended.at) } : null };
}

function noteOf(number: string): string {
  return `void:${number}`;
}
