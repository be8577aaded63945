// How anybody verifies a draw, and what our own verifier says.
import type { DrawState } from '../../domain/draw.ts';
import type { Digest } from '../../domain/record.ts';
import type { Card } from '../card.ts';

/** What the `draw-check` card is made of. */
export interface DrawCheckFacts {
  readonly number: string;
  readonly state: DrawState;
  readonly manifestHash: Digest;
  readonly closeHash: Digest | null;
  readonly address: string | null;
  /** The verifier's lines; null while there is no record to verify. */
  readonly checks: readonly { readonly what: string; readonly holds: boolean }[] | null;
}

/** The `draw-check` card. */
export declare function drawCheckFace(facts: DrawCheckFacts): Card;
