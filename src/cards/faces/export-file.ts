// The text beside an exported file.
import type { RosterKind } from '../../domain/roster.ts';
import type { Card } from '../card.ts';

/** What the `export-file` card is made of. */
export interface ExportFileFacts {
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly count: number;
  readonly at: Date;
}

/** The `export-file` card. */
export declare function exportFileFace(facts: ExportFileFacts): Card;
