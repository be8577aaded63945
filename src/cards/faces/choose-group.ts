// Are draws announced and witnessed in this group? Asked of an administrator when the bot joins.
import type { Card } from '../card.ts';

/** What the `choose-group` card is made of. */
export interface ChooseGroupFacts {
  readonly chat: string;
  readonly name: string;
  /** The name of the group that is 公示群 now, null if none is. */
  readonly announcing: string | null;
  readonly isThisOne: boolean;
}

/** The `choose-group` card. */
export declare function chooseGroupFace(facts: ChooseGroupFacts): Card;
