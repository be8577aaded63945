// The thread that reads or writes one big sheet and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { doSheetJob, type SheetJob } from './sheet-job.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await doSheetJob(workerData as SheetJob));
