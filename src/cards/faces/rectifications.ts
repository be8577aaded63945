// Open rectifications, the latest first.
import type { Problem } from '../../domain/problem.ts';
import type { Card } from '../card.ts';
import type { Due } from '../facts.ts';

/** What the `rectifications` card is made of. */
export interface RectificationsFacts {
  readonly rows: readonly { readonly problem: Problem; readonly institution: string; readonly due: Due | null }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** The `rectifications` card. */
export declare function rectificationsFace(facts: RectificationsFacts): Card;
