// What came to a draw after its lock, read together; and the last look at a beacon before a record is made with it.
import type { Ingredients } from '../domain/draw-result.ts';
import type { DrawRecord } from '../domain/record.ts';
import type { Books } from '../store/books.ts';
import type { Office } from './office.ts';

/** Everything a record of that draw is computed from, beside the lock itself. */
export async function ingredientsOf(books: Pick<Books, 'draws' | 'beacons'>, number: string): Promise<Ingredients> {
  return {
    given: await books.draws.contributions(number),
    typed: await books.draws.typed(number),
    drand: await books.beacons.get(number),
  };
}

/** Throws when the beacon of a record is not signed: it was checked when it came, so somebody has been at the books. */
export function mustBeSigned(office: Pick<Office, 'drand'>, { beacon, manifest }: DrawRecord): void {
  if (beacon?.type !== 'drand') return;
  if (!office.drand.isSigned(beacon.round, beacon.signature ?? '')) throw new Error(`the beacon of draw ${manifest.draw} is not signed`);
}
