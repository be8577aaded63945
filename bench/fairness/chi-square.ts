// χ²: how badly counts fit what was expected of them, and how often chance alone would fit as badly.

/** A statistic, its degrees of freedom, and the share of fair draws that would do as badly or worse. */
export interface Verdict {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/** Below this a draw is called unfair: chance alone does as badly once in a million times. */
export const UNFAIR = 1e-6;

/** Pearson's test of counts against what was expected of each; the counts are free but for their sum. */
export function fit(counts: readonly number[], expected: readonly number[]): Verdict {
  const statistic = counts.reduce((sum, count, i) => sum + (count - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 0), 0);
  return verdict(statistic, counts.length - 1);
}

/**
 * Whether members of one class were treated alike, whatever the class as a whole got: in each draw every member
 * gets a number, `totals` are the sums over all draws, and `spread` is the sum over all draws of the members'
 * squared distances from their mean in that draw. If members are exchangeable, the totals' squared distances from
 * their mean, over `spread` / (members − 1), follow χ² with members − 1 degrees.
 */
export function alike(totals: readonly number[], spread: number): Verdict {
  const degrees = totals.length - 1;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const distance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  return verdict(spread > 0 ? (distance * degrees) / spread : 0, degrees);
}

/** Whether orders were uniform: `at[i][j]` counts how often row i came at position j. (n − 1)² degrees. */
export function uniformOrders(at: readonly (readonly number[])[], draws: number): Verdict {
  const size = at.length;
  const expected = draws / size;
  const distance = at.flat().reduce((sum, count) => sum + (count - expected) ** 2, 0);
  return verdict((distance * (size - 1)) / draws, (size - 1) ** 2);
}

/** The least p of several verdicts; 1 for none. */
export function worst(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((least, { p }) => Math.min(least, p), 1);
}

function verdict(statistic: number, degrees: number): Verdict {
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) };
}

/** The chance that χ² of so many degrees exceeds x: Q(degrees/2, x/2) (Abramowitz and Stegun 26.4.19, 6.5.29, 6.5.31). */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const a = degrees / 2;
  const z = x / 2;
  return z < a + 1 ? 1 - lowerBySeries(a, z) : upperByFraction(a, z);
}

/** The least x whose tail is below `UNFAIR`: from there on a draw is called unfair. */
export function unfairFrom(degrees: number): number {
  let [low, high] = [0, 100 + 10 * degrees];
  for (let halvings = 0; halvings < 60; halvings += 1) {
    const middle = (low + high) / 2;
    [low, high] = chiSquareTail(middle, degrees) < UNFAIR ? [low, middle] : [middle, high];
  }
  return high;
}

const ENOUGH = 1e-16;
const MOST_STEPS = 100_000;

function lowerBySeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * ENOUGH; n += 1) {
    term *= z / (a + n);
    sum += term;
  }
  return sum * Math.exp(a * Math.log(z) - z - logGamma(a));
}

/** The continued fraction from the front, by Lentz's method. */
function upperByFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    product *= factor;
    if (Math.abs(factor - 1) < ENOUGH * 4) break;
  }
  return product * Math.exp(a * Math.log(z) - z - logGamma(a));
}

/** ln Γ(a) for a > 0: by recurrence up to where Stirling's series is exact to the last digit (Abramowitz and Stegun 6.1.41). */
function logGamma(a: number): number {
  if (a < 15) return logGamma(a + 1) - Math.log(a);
  const square = a * a;
  const series = 1 / (12 * a) - 1 / (360 * a * square) + 1 / (1260 * a * square * square) - 1 / (1680 * a * square ** 3);
  return (a - 0.5) * Math.log(a) - a + Math.log(2 * Math.PI) / 2 + series;
}
