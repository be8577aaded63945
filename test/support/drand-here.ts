// drand for offices of tests: signatures are checked here and now, by what the product runs in a thread.
import { isSignedRound } from '../../src/beacon/bls.ts';
import { openDrand } from '../../src/beacon/drand.ts';
import type { Office } from '../../src/flows/office.ts';

/** The part of an office that the product runs in a thread. */
export function withoutThreads(endpoints: readonly string[] = []): Pick<Office, 'drand'> {
  return {
    drand: openDrand({ endpoints, timeoutSeconds: 2 }, (round, signature) => Promise.resolve(isSignedRound(round, signature))),
  };
}
