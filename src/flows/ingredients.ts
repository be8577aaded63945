// What came to a draw after its lock, read together; and the last look at a beacon before a record is made with it.

import type { RecordDigests } from '../domain/draw-checks.ts';
import type { Ingredients } from '../domain/draw-result.ts';
import type { DrawRecord } from '../domain/record.ts';
import type { SettleInput } from '../domain/ssj/settle.ts';
import type { Books } from '../store/books.ts';
import { digestsAside, settleAside } from './draw-aside.ts';
import type { Office } from './office.ts';

/** Everything a record of that draw is computed from, beside the lock itself. */
export async function ingredientsOf(books: Pick<Books, 'draws' | 'beacons'>, number: string): Promise<Ingredients> {
  return {
    given: await books.draws.contributions(number),
    typed: await books.draws.typed(number),
    drand: await books.beacons.get(number),
  };
}

/** The record of these inputs. Throws when its beacon is not signed: it was checked when it came, so somebody has been at the books. */
export async function recordOf(office: Pick<Office, 'drand'>, input: SettleInput): Promise<DrawRecord> {
  const { beacon, manifest } = input;
  if (beacon?.type === 'drand' && !(await office.drand.isSigned(beacon.round, beacon.signature ?? '')))
    throw new Error(`the beacon of draw ${manifest.draw} is not signed`);
  return settleAside(input);
}

/** A record, and the digests by which it is announced. */
export interface RecordMade {
  readonly record: DrawRecord;
  readonly digests: RecordDigests;
}

/** As `recordOf`, with its digests: what is long to compute is there before a transaction begins. */
export async function recordMade(office: Pick<Office, 'drand'>, input: SettleInput): Promise<RecordMade> {
  const record = await recordOf(office, input);
  return { record, digests: await digestsAside(record) };
}
