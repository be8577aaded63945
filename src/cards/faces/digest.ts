// The day's reminders for one person, on one card.
import type { Day } from '../../domain/day.ts';
import type { Card } from '../card.ts';
import type { WorkItem } from '../facts.ts';

/** What the `digest` card is made of. */
export interface DigestFacts {
  readonly name: string;
  readonly today: Day;
  readonly items: readonly WorkItem[];
}

/** The `digest` card. */
export declare function digestFace(facts: DigestFacts): Card;
