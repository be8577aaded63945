// What many draws of institutions show: which outcomes came, how often each row, each pair, each place in the order.
import type { ObjectCase, ObjectDraw } from './cases.ts';
import { alike, fit, unfairFrom, uniformOrders, type Verdict } from './chi-square.ts';
import { asNumber, chancesToBeDrawn, weightedOrders } from './weighted-order.ts';

/** Counts of many draws. */
export interface ObjectTally {
  readonly draws: number;
  /** By the drawn rows as bits. */
  readonly subsets: ReadonlyMap<number, number>;
  /** By the whole order, `join()`ed; draws without reserves count under their drawn alone. */
  readonly orders: ReadonlyMap<string, number>;
  readonly drawn: readonly number[];
  /** `together[i][j]`: how often both were drawn. */
  readonly together: readonly (readonly number[])[];
  /** `at[i][j]`: how often row i came at place j, the drawn first. */
  readonly at: readonly (readonly number[])[];
  /** How often each row was the first reserve: whoever 递补 takes next. */
  readonly firstReserve: readonly number[];
}

/** Holds the draws 1 … `draws`. */
export function tallyObjects({ pool }: ObjectCase, draw: ObjectDraw, draws: number): ObjectTally {
  const subsets = new Map<number, number>();
  const orders = new Map<string, number>();
  const drawnCounts = zeros(pool);
  const firstReserve = zeros(pool);
  const together = drawnCounts.map(() => zeros(pool));
  const at = drawnCounts.map(() => zeros(pool));
  for (let counter = 1; counter <= draws; counter += 1) {
    const { drawn, reserve } = draw(counter);
    let subset = 0;
    for (const row of drawn) {
      subset |= 1 << row;
      count(drawnCounts, row);
      for (const other of drawn) if (other !== row) count(together[row], other);
    }
    const order = [...drawn, ...reserve];
    for (const [place, row] of order.entries()) count(at[row], place);
    if (reserve[0] !== undefined) count(firstReserve, reserve[0]);
    subsets.set(subset, (subsets.get(subset) ?? 0) + 1);
    orders.set(order.join(), (orders.get(order.join()) ?? 0) + 1);
  }
  return { draws, subsets, orders, drawn: drawnCounts, together, at, firstReserve };
}

/** What the counts say when every row has the same chance. */
export interface ObjectFindings {
  readonly possible: number;
  readonly reached: number;
  readonly rarest: number;
  readonly expected: number;
  readonly neverDrawn: readonly number[];
  readonly alwaysDrawn: readonly number[];
  /** Drawn or not, by institution. */
  readonly institutions: Verdict;
  /** All subsets of the quota's size. */
  readonly subsets: Verdict;
  /** All places of the whole order, reserves included; null if the algorithm has no reserves. */
  readonly positions: Verdict | null;
  readonly firstReserve: Verdict | null;
  /** Least and greatest share of draws in which a pair was drawn together, and what the uniform law gives every pair. */
  readonly pairs: { readonly least: number; readonly most: number; readonly law: number };
}

/** Holds the counts against the uniform law over all subsets. */
export function judgeObjects({ pool, quota }: ObjectCase, tally: ObjectTally): ObjectFindings {
  const { draws, subsets, drawn, together, at, firstReserve } = tally;
  const possible = choose(pool, quota);
  const counts = [...subsets.values()];
  const missing = zeros(possible - counts.length);
  const rows = [...drawn.keys()];
  const pairs = rows.flatMap((i) => rows.filter((j) => j > i).map((j) => (together[i]?.[j] ?? 0) / draws));
  const hasReserves = firstReserve.some((times) => times > 0);
  return {
    possible,
    reached: counts.length,
    rarest: missing.length > 0 ? 0 : Math.min(...counts),
    expected: draws / possible,
    neverDrawn: rows.filter((row) => drawn[row] === 0),
    alwaysDrawn: rows.filter((row) => drawn[row] === draws),
    institutions: alike(drawn, draws * quota * (1 - quota / pool)),
    subsets: fit(
      [...counts, ...missing],
      Array.from({ length: possible }, () => draws / possible),
    ),
    positions: hasReserves ? uniformOrders(at, draws) : null,
    firstReserve: hasReserves ? fit(firstReserve, zeros(pool).fill(draws / pool)) : null,
    pairs: { least: Math.min(...pairs), most: Math.max(...pairs), law: (quota * (quota - 1)) / (pool * (pool - 1)) },
  };
}

/** What the counts say when rows have weights: each order against its exact chance, and each row's chance to be drawn. */
export interface WeightFindings {
  readonly orders: Verdict;
  readonly ordersReached: number;
  readonly ordersPossible: number;
  readonly rows: readonly { readonly weight: number; readonly share: number; readonly exact: number }[];
}

/** Holds the counts against the exact law of sampling by weight. */
export function judgeWeights({ quota, weights = [] }: ObjectCase, { draws, orders, drawn }: ObjectTally): WeightFindings {
  const law = [...weightedOrders(weights)];
  const exact = chancesToBeDrawn(weights, quota).map(asNumber);
  return {
    orders: fit(
      law.map(([order]) => orders.get(order) ?? 0),
      law.map(([, chance]) => draws * asNumber(chance)),
    ),
    ordersReached: orders.size,
    ordersPossible: law.length,
    rows: weights.map((weight, row) => ({ weight, share: (drawn[row] ?? 0) / draws, exact: exact[row] ?? 0 })),
  };
}

/**
 * How uneven the rows' chances must be for so many draws to be called unfair more often than not: the root of the mean
 * squared distance from quota / pool, as a probability. What is smaller than this stays unseen.
 */
export function smallestBiasSeen({ pool, quota }: ObjectCase, draws: number): number {
  const chance = quota / pool;
  return Math.sqrt(((unfairFrom(pool - 1) - (pool - 1)) * chance * (1 - chance)) / (draws * (pool - 1)));
}

/** C(n, k). */
export function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return Math.round(ways);
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function count(list: number[] | undefined, i: number): void {
  if (list) list[i] = (list[i] ?? 0) + 1;
}
