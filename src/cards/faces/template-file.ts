// The text beside an empty template file.
import type { RosterKind } from '../../domain/roster.ts';
import type { Card } from '../card.ts';

/** What the `template-file` card is made of. */
export interface TemplateFileFacts {
  readonly kind: RosterKind;
  readonly fileName: string;
}

/** The `template-file` card. */
export declare function templateFileFace(facts: TemplateFileFacts): Card;
