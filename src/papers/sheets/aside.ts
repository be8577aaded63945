// Sheets beside the event loop: a big one is read or written in a thread, so that nobody's card waits for it; a small one pays for no thread.
import path from 'node:path';
import type { CategoryRule } from '../../domain/office-rules.ts';
import { ENDING, inThread } from '../../thread.ts';
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
  return isSmall ? doSheetJob(job) : inThread(WORKER, job);
}

const WORKER = path.join(import.meta.dirname, `sheet-worker${ENDING}`);
