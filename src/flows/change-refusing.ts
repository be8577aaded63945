// Writes a refused change, whoever refused it: the seat is given back as it was, and the asker hears of it.
import type { ChangeRequest } from '../domain/change-request.ts';
import { teamOf, unblocked } from '../domain/seats.ts';
import type { Books } from '../store/books.ts';
import type { ChangeCase, RuledBy } from './changing.ts';
import { holders, people, tell } from './tell.ts';

/** The refused request. To be called when everything has been asked: it only writes. */
export async function refuseInBooks(books: Books, found: ChangeCase, ruled: Omit<RuledBy, 'ruling'>): Promise<ChangeRequest> {
  const { request, rows } = found;
  const row = rows.find(({ id }) => id === request.assignment);
  const refused = await books.changes.replace({ ...request, state: 'refused', decision: { ...ruled, ruling: { kind: 'refuse' } } });
  await unblock(books, found);
  const facts = { draw: request.draw, isAbove: ruled.number !== null };
  await books.ledger.add({ what: 'change-refused', by: ruled.by, about: request.id, facts }, ruled.at);
  const asker = request.person ?? request.by;
  const readers = [request.by, asker, ...(row ? teamOf(row) : []), ...(await holders(books, 'operator'))];
  await tell(books, ruled.at, 'refused', [
    { to: people(readers), face: 'change', about: request.id },
    ...(row && request.person !== null ? [{ to: people([request.person]), face: 'assignment' as const, about: row.id }] : []),
  ]);
  return refused;
}

/** Who had said yes has said it still; who had not is asked again. */
async function unblock(books: Books, { request, rows }: ChangeCase): Promise<void> {
  const { person, before } = request;
  const row = rows.find(({ id }) => id === request.assignment);
  if (!row || person === null || !row.seats.some((seat) => seat.person === person && seat.answer.kind === 'conflict')) return;
  await books.assignments.replace(unblocked(row, person, before ?? { kind: 'open' }));
}
