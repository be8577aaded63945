// The thread that computes one draw and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { type DrawJob, doDrawJob } from './draw-job.ts';

parentPort?.postMessage(doDrawJob(workerData as DrawJob));
