// The four lists: how many, when changed, how to get them out and in.
import type { RosterKind } from '../../domain/roster.ts';
import type { Card } from '../card.ts';
import type { May } from '../facts.ts';

/** What the `lists` card is made of. */
export interface ListsFacts {
  readonly lists: readonly { readonly kind: RosterKind; readonly count: number; readonly changedAt: Date | null }[];
  readonly may: May;
}

/** The `lists` card. */
export declare function listsFace(facts: ListsFacts): Card;
