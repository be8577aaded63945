// Sheets beside the event loop: a big one is read or written in a thread, so that nobody's card waits for it; a small one pays for no thread.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CategoryRule } from '../../domain/office-rules.ts';
import { doSheetJob, type SheetDone, type SheetJob } from './sheet-job.ts';
import type { AnyRows } from './write-sheet.ts';

/** Up to here a sheet takes some 50 ms, about what starting a thread costs. */
const SMALL_BYTES = 32 * 1024;
const SMALL_ROWS = 300;

/** As `readList`. */
export function readListAside(bytes: Uint8Array, fileName: string, categories: readonly CategoryRule[]): Promise<SheetDone['read']> {
  return run({ kind: 'read', bytes, fileName, categories }, bytes.length <= SMALL_BYTES) as Promise<SheetDone['read']>;
}

/** As `writeSheet` for XLSX. */
export function writeSheetAside(list: AnyRows, categories: readonly CategoryRule[]): Promise<SheetDone['write']> {
  return run({ kind: 'write', list, categories }, list.rows.length <= SMALL_ROWS) as Promise<SheetDone['write']>;
}

function run(job: SheetJob, isSmall: boolean): Promise<SheetDone[SheetJob['kind']]> {
  return isSmall ? doSheetJob(job) : inThread(job);
}

const ENDING = path.extname(import.meta.filename);
const WORKER = path.join(import.meta.dirname, `sheet-worker${ENDING}`);
/** Run from source, the thread has to learn TypeScript first. */
const TEACHER = 'tsx/esm/api';
const LEARNING = `import("${TEACHER}").then(({ register }) => (register(), import(${JSON.stringify(WORKER)})))`;

function inThread(job: SheetJob): Promise<SheetDone[SheetJob['kind']]> {
  return new Promise((resolve, reject) => {
    const options = { workerData: job, execArgv: [] };
    const worker = ENDING === '.ts' ? new Worker(LEARNING, { ...options, eval: true }) : new Worker(WORKER, options);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the sheet thread ended with ${code}`)));
  });
}
