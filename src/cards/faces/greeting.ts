// To somebody the office does not know: a polite sentence and how to be bound, nothing else.
import type { Card } from '../card.ts';

/** What the `greeting` card is made of. */
export interface GreetingFacts {
  readonly office: string;
}

/** The `greeting` card. */
export declare function greetingFace(facts: GreetingFacts): Card;
