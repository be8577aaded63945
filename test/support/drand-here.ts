// drand and records for offices of tests: computed here and now, by what the threads of the product run.
import { isSignedRound } from '../../src/beacon/bls.ts';
import { openDrand } from '../../src/beacon/drand.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
import type { Office } from '../../src/flows/office.ts';

/** The two parts of an office that the product runs in threads. */
export function withoutThreads(endpoints: readonly string[] = []): Pick<Office, 'drand' | 'records'> {
  return {
    drand: openDrand({ endpoints, timeoutSeconds: 2 }, (round, signature) => Promise.resolve(isSignedRound(round, signature))),
    records: { settle: (input) => Promise.resolve(settle(input)), isComputing: () => false },
  };
}
