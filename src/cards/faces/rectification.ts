// One problem: what is to be put right, by when, what was reported, what the follow-up found.
import type { Day } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';

/** What the `rectification` card is made of. */
export interface RectificationFacts {
  readonly problem: Problem;
  readonly institution: string;
  /** The check point's text. */
  readonly point: string;
  readonly due: Due | null;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
  readonly refusal: Refusal | null;
}

/** The `rectification` card. */
export declare function rectificationFace(facts: RectificationFacts): Card;
