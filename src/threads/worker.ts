// The thread that computes one job and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { doJob, type Job } from './job.ts';

parentPort?.postMessage(doJob(workerData as Job));
