// Signatures beside the event loop: a check takes some 20 ms warm, and ten times that in a program just started.
import path from 'node:path';
import { ENDING, inThread } from '../thread.ts';

const WORKER = path.join(import.meta.dirname, `bls-worker${ENDING}`);

/** As `isSignedRound`, in a thread. */
export function isSignedAside(round: number, signature: string): Promise<boolean> {
  return inThread<boolean>(WORKER, { round, signature });
}
