// What an import would change, before anything is changed.
import type { PendingImport, RosterChange, RosterKind, RosterRows } from '../../domain/roster.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `import-preview` card is made of. */
export interface ImportPreviewFacts {
  readonly pending: PendingImport;
  /** The first changes, at most 50; the card says how many there are in all. */
  readonly changes: readonly RosterChange<RosterRows[RosterKind]>[];
  readonly names: Names;
  readonly may: May;
}

/** The `import-preview` card. */
export declare function importPreviewFace(facts: ImportPreviewFacts): Card;
