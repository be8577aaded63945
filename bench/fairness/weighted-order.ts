// The exact chances of sampling by weight without replacement, in whole numbers of any size: what best-of-w is held against.

/** A share of two whole numbers, in lowest terms. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** The chance of each order of the rows, by `order.join()`: each next row in proportion to its weight among those left. */
export function weightedOrders(weights: readonly number[]): ReadonlyMap<string, Fraction> {
  const chances = new Map<string, Fraction>();
  const walk = (order: readonly number[], chance: Fraction, left: number): void => {
    if (order.length === weights.length) chances.set(order.join(), chance);
    for (const [row, weight] of weights.entries()) {
      if (!order.includes(row)) walk([...order, row], times(chance, { num: BigInt(weight), den: BigInt(left) }), left - weight);
    }
  };
  walk(
    [],
    { num: 1n, den: 1n },
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  return chances;
}

/** The chance of each row to be among the first `quota`. */
export function chancesToBeDrawn(weights: readonly number[], quota: number): readonly Fraction[] {
  const orders = [...weightedOrders(weights)];
  return weights.map((_, row) =>
    orders
      .filter(([order]) => order.split(',').slice(0, quota).includes(String(row)))
      .reduce<Fraction>((sum, [, chance]) => plus(sum, chance), { num: 0n, den: 1n }),
  );
}

/**
 * The same orders found without the law: a row of weight w holds w lots, all lots lie in an order by chance, and a row
 * comes where its first lot comes. Counts every order of all lots, so the weights' sum should stay below ten.
 */
export function bestOfLots(weights: readonly number[]): ReadonlyMap<string, Fraction> {
  const lots = weights.flatMap((weight, row) => Array.from({ length: weight }, () => row));
  const counts = new Map<string, bigint>();
  let all = 0n;
  const walk = (left: readonly number[], order: readonly number[]): void => {
    if (left.length === 0) {
      counts.set(order.join(), (counts.get(order.join()) ?? 0n) + 1n);
      all += 1n;
    }
    for (const [i, row] of left.entries()) walk(left.toSpliced(i, 1), order.includes(row) ? order : [...order, row]);
  };
  walk(lots, []);
  return new Map([...counts].map(([order, count]) => [order, lowest({ num: count, den: all })]));
}

/** A fraction as a number. */
export function asNumber({ num, den }: Fraction): number {
  return Number(num) / Number(den);
}

function times(a: Fraction, b: Fraction): Fraction {
  return lowest({ num: a.num * b.num, den: a.den * b.den });
}

function plus(a: Fraction, b: Fraction): Fraction {
  return lowest({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });
}

function lowest({ num, den }: Fraction): Fraction {
  let [a, b] = [num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}
