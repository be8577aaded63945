// The thread in which ten million ids are drawn from: how long it takes and how much memory the process has then.
import { parentPort } from 'node:worker_threads';
import type { Rules } from '../src/domain/record.ts';
import { digest } from '../src/domain/ssj/canonical.ts';
import { ticketsOf } from '../src/domain/ssj/objects.ts';
import { lowest } from '../src/domain/ssj/ranking.ts';

/** Milliseconds, and bytes of the whole process at its largest, as far as it was looked at. */
export interface Many {
  readonly took: number;
  readonly memory: number;
}

const MANY = 10_000_000;
const rules: Rules = { document: '示例', strata: [], weights: {}, team: { size: 2, lead: true } };
const ids = Array.from({ length: MANY }, (_, i) => `33000000MD${String(i).padStart(8, '0')}`);
let memory = process.memoryUsage.rss();

function* pool() {
  for (const [i, id] of ids.entries()) {
    if (i % 1_000_000 === 0) memory = Math.max(memory, process.memoryUsage.rss());
    yield { id, risk: null };
  }
}

const began = performance.now();
const drawn = lowest(() => ticketsOf(pool(), rules, digest('示例')), MANY, MANY / 20);
const took = performance.now() - began;
if (drawn.length !== MANY / 20) throw new Error('drawn too few');
parentPort?.postMessage({ took, memory: Math.max(memory, process.memoryUsage.rss()) } satisfies Many);
