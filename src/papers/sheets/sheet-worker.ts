// The thread that reads or writes one big sheet and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { doSheetJob, type SheetJob } from './sheet-job.ts';

parentPort?.postMessage(await doSheetJob(workerData as SheetJob));
