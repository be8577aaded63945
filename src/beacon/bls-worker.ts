// The thread that checks one signature and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { isSignedRound } from './bls.ts';

const { round, signature } = workerData as { readonly round: number; readonly signature: string };
parentPort?.postMessage(isSignedRound(round, signature));
