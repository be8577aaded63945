// What may be inspected: the item list of Art. 10. An unpublished item cannot be used.
import type { Day } from './day.ts';
import type { Category } from './person.ts';

/** 实地 or 书面 (Art. 11). */
export const METHODS = ['onsite', 'written'] as const;
export type Method = (typeof METHODS)[number];

/** One item of the list, with the points an inspector goes through. */
export interface Matter {
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly basis: string;
  readonly subject: string;
  readonly object: string;
  readonly content: string;
  readonly methods: readonly Method[];
  readonly points: readonly string[];
  readonly effectiveFrom: Day;
  readonly publishedOn: Day | null;
}
