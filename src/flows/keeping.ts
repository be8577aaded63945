// What a beacon that has come writes, whether it was fetched or pasted.
import type { DrandEntry, Draw } from '../domain/draw.ts';
import type { Books } from '../store/books.ts';
import { people, tell } from './tell.ts';

/** Keeps it and tells the operator that the draw can be settled. False if the draw has its beacon already. */
export async function keepBeacon(books: Books, draw: Draw, entry: DrandEntry): Promise<boolean> {
  if (!(await books.beacons.add(entry))) return false;
  const facts = { round: entry.round, randomness: entry.randomness, isFetched: entry.from !== null };
  await books.ledger.add({ what: 'beacon-taken', by: entry.by, about: draw.number, facts }, entry.at);
  await tell(books, entry.at, 'beacon', [{ to: people(draw.state === 'closed' ? [draw.lockedBy] : []), face: 'lock', about: draw.number }]);
  return true;
}
