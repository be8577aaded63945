// To the head: the co-signed findings, to pass or to send back.
import type { Card } from '../card.ts';
import type { CosignFacts } from './cosign.ts';

/** What the `review` card is made of. */
export type ReviewFacts = CosignFacts;

/** The `review` card. */
export declare function reviewFace(facts: ReviewFacts): Card;
