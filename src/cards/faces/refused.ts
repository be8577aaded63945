// What was asked was not done: what happened, what was kept, what to do next.
import type { Refusal } from '../../domain/refusal.ts';
import type { Card } from '../card.ts';
import type { Names } from '../facts.ts';

/** What the `refused` card is made of. */
export interface RefusedFacts {
  readonly refusal: Refusal;
  readonly names: Names;
}

/** The `refused` card. */
export declare function refusedFace(facts: RefusedFacts): Card;
