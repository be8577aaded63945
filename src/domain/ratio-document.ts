// How many are drawn and how often: the written document of Art. 12. Ratios are read from it, never typed at the draw.
import type { Day } from './day.ts';
import type { Category } from './person.ts';

/** One line of the document: a category, or a category and a risk class. */
export interface RatioRow {
  readonly category: Category;
  readonly risk: string | null;
  /** The ratio as a fraction, 0 ≤ num ≤ den. */
  readonly num: number;
  readonly den: number;
  /** At least this many, if the pool has them. */
  readonly min: number;
  /** Whether the ratio applies to all of the category (`all`) or to those who can be drawn (`pool`). */
  readonly base: 'all' | 'pool';
  /** Weight of the row's risk class, 1…100. */
  readonly weight: number;
  readonly teamSize: number;
  readonly needsLead: boolean;
  readonly drawsPerYear: number;
}

/** A ratio document. */
export interface RatioDocument {
  /** 文号, e.g. `西司文〔2026〕3号`. */
  readonly id: string;
  readonly title: string;
  readonly issuedOn: Day;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day | null;
  readonly basis: string | null;
  readonly rows: readonly RatioRow[];
}
