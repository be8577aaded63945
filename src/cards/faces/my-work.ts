// What waits for this person, the latest first.
import type { Day } from '../../domain/day.ts';
import type { Card } from '../card.ts';
import type { WorkItem } from '../facts.ts';

/** What the `my-work` card is made of. */
export interface MyWorkFacts {
  readonly name: string;
  readonly today: Day;
  readonly items: readonly WorkItem[];
}

/** The `my-work` card. */
export declare function myWorkFace(facts: MyWorkFacts): Card;
