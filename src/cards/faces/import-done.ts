// An import that was confirmed, or given up.
import type { PendingImport } from '../../domain/roster.ts';
import type { Card } from '../card.ts';
import type { Names } from '../facts.ts';

/** What the `import-done` card is made of. */
export interface ImportDoneFacts {
  readonly pending: PendingImport;
  readonly names: Names;
  /** Rows in the list now. */
  readonly count: number;
  /** People whose chat account was found by mobile number, null where that was not tried. */
  readonly bound: number | null;
}

/** The `import-done` card. */
export declare function importDoneFace(facts: ImportDoneFacts): Card;
