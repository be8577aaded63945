// Draws beside the event loop: a big record and every signature are computed in a thread, so that nobody's card waits; a small record pays for no thread.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DrawRecord } from '../domain/record.ts';
import type { SettleInput } from '../domain/ssj/settle.ts';
import { type Done, doJob, type Job } from './job.ts';

/** Up to so many rows a record takes some 20 ms, less than starting a thread costs. */
const SMALL_ROWS = 2000;
/** Whoever waits longer than this is told that it is being computed. */
const SLOW_MS = 1000;

/** The two heavy things, and which draws are being computed now. */
export interface Threads {
  /** The record of sealed inputs. */
  settle(input: SettleInput): Promise<DrawRecord>;
  /** True while the record of that draw is computed in a thread. */
  isComputing(draw: string): boolean;
  /** True if the signature is quicknet's for that round: some 20 ms warm, and ten times that in a program just started. */
  isSigned(round: number, signature: string): Promise<boolean>;
}

/** Opens them. `onSlow` is called with a draw's number when its record takes over a second, and again when that failed. */
export function openThreads(onSlow: (draw: string) => void = () => undefined, slowMs = SLOW_MS): Threads {
  const computing = new Set<string>();
  return {
    isComputing: (draw) => computing.has(draw),
    isSigned: (round, signature) => inThread({ kind: 'signed', round, signature }),
    async settle(input) {
      const job = { kind: 'settle', input } as const;
      if (input.roster.length + input.inspectors.length <= SMALL_ROWS) return doJob(job) as DrawRecord;
      const { draw } = input.manifest;
      computing.add(draw);
      const slow = setTimeout(onSlow, slowMs, draw);
      try {
        return await inThread(job);
      } catch (error) {
        computing.delete(draw);
        onSlow(draw);
        throw error;
      } finally {
        clearTimeout(slow);
        computing.delete(draw);
      }
    },
  };
}

const ENDING = path.extname(import.meta.filename);
const WORKER = path.join(import.meta.dirname, `worker${ENDING}`);
/** Run from source, the thread has to learn TypeScript first. */
const TEACHER = 'tsx/esm/api';
const LEARNING = `import("${TEACHER}").then(({ register }) => (register(), import(${JSON.stringify(WORKER)})))`;

function inThread<J extends Job>(job: J): Promise<Done[J['kind']]> {
  return new Promise((resolve, reject) => {
    const options = { workerData: job, execArgv: [] };
    const worker = ENDING === '.ts' ? new Worker(LEARNING, { ...options, eval: true }) : new Worker(WORKER, options);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the draw's thread ended with ${code}`)));
  });
}
