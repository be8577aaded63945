// The year in numbers, as text and as a chart.
import type { Outcome } from '../../domain/assignment.ts';
import type { Category } from '../../domain/person.ts';
import type { Card } from '../card.ts';
import type { Names } from '../facts.ts';

/** What the `statistics` card is made of. */
export interface StatisticsFacts {
  readonly year: number;
  readonly rows: readonly {
    readonly category: Category;
    readonly institutions: number;
    readonly drawn: number;
    readonly visited: number;
    readonly withProblems: number;
    readonly published: number;
  }[];
  readonly draws: { readonly settled: number; readonly void: number; readonly needed: number };
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly rectifications: { readonly open: number; readonly late: number; readonly corrected: number };
  readonly names: Names;
}

/** The `statistics` card. */
export declare function statisticsFace(facts: StatisticsFacts): Card;
