// The office as a command line uses it: whoever may run commands on the server is its administrator and its operator.
import { randomBytes, randomInt } from 'node:crypto';
import { isSignedAside } from '../beacon/aside.ts';
import { openDrand } from '../beacon/drand.ts';
import type { OfficeRules } from '../domain/office-rules.ts';
import { BLANK_PERSON, type Person } from '../domain/person.ts';
import type { Signer } from '../domain/signed-note.ts';
import type { Office } from '../flows/office.ts';
import type { Store } from '../store/books.ts';

/** What a command is handed when it asks for the office; it closes the store itself. */
export interface OpenedOffice {
  readonly store: Store;
  readonly rules: OfficeRules;
}

/** The command line makes no draw, so it needs no key: what it shows of keys stands in the books. */
const NO_SIGNER: Signer = {
  origin: '',
  vkeys: [],
  sign() {
    throw new Error('the command line signs nothing');
  },
};

/** The office with the system's clock and chance. */
export function officeOf({ store, rules }: OpenedOffice): Office {
  return {
    store,
    rules,
    now: () => new Date(),
    drand: openDrand(rules.drand, isSignedAside),
    fresh: { hex: (bytes) => randomBytes(bytes).toString('hex'), code: () => String(randomInt(1_000_000)).padStart(6, '0') },
    signer: NO_SIGNER,
  };
}

/** In the ledger the command line is `system`; it is nobody's row in the list of people. */
export const COMMAND_LINE: Person = { ...BLANK_PERSON, id: 'system', name: 'system', roles: ['admin', 'operator'] };
