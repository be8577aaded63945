// The thread in which a draw of a million is measured: rows from the database, their root, tickets, and the lowest of them, by the product's functions.
import { parentPort, workerData } from 'node:worker_threads';
import type { RosterRow, Rules } from '../src/domain/record.ts';
import { byId, root } from '../src/domain/ssj/merkle.ts';
import { drawnOnly, drawObjects, ticketsOf } from '../src/domain/ssj/objects.ts';
import { openEngine } from '../src/store/open.ts';

/** Where the rows are, and by what they are drawn. */
export interface DrawReading {
  readonly url: string;
  readonly query: string;
  readonly rules: Rules;
  readonly seed: string;
}

/** Milliseconds of each part. `tickets` alone; `selection` has them in it, `wholeOrder` too, with all reserves. */
export interface DrawParts {
  readonly read: number;
  readonly root: number;
  readonly tickets: number;
  readonly selection: number;
  readonly wholeOrder: number;
}

const { url, query, rules, seed } = workerData as DrawReading;
const { source, close } = await openEngine(url);
const began = performance.now();
const rows: readonly RosterRow[] = await source.query(query);
const read = performance.now() - began;
await close();
const parts: DrawParts = {
  read,
  root: timed(() => root(rows, byId)),
  tickets: timed(() => {
    for (const _ of ticketsOf(rows, rules, seed));
  }),
  selection: timed(() => drawnOnly(rows, rules, seed)),
  wholeOrder: timed(() => drawObjects(rows, rules, seed)),
};
parentPort?.postMessage(parts);

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
