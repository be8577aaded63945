// The p values of the fairness measurement, held against what others published and against sums that need no approximation.
import { expect, test } from 'vitest';
import { alike, chiSquareTail, fit, UNFAIR, unfairFrom, uniformOrders } from '../../bench/fairness/chi-square.ts';

/** Critical values of the χ² table in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: degrees, then x at p = 0.10, 0.05, 0.025, 0.01, 0.001. */
const PUBLISHED: readonly (readonly [number, ...number[]])[] = [
  [1, 2.706, 3.841, 5.024, 6.635, 10.828],
  [2, 4.605, 5.991, 7.378, 9.21, 13.816],
  [3, 6.251, 7.815, 9.348, 11.345, 16.266],
  [5, 9.236, 11.07, 12.833, 15.086, 20.515],
  [9, 14.684, 16.919, 19.023, 21.666, 27.877],
  [10, 15.987, 18.307, 20.483, 23.209, 29.588],
  [19, 27.204, 30.144, 32.852, 36.191, 43.82],
  [30, 40.256, 43.773, 46.979, 50.892, 59.703],
  [50, 63.167, 67.505, 71.42, 76.154, 86.661],
  [100, 118.498, 124.342, 129.561, 135.807, 149.449],
];

test('the tail of χ² is what the published table says, within its three decimals', () => {
  for (const [degrees, ...values] of PUBLISHED) {
    for (const [i, p] of [0.1, 0.05, 0.025, 0.01, 0.001].entries()) {
      const x = values[i] ?? 0;
      expect(chiSquareTail(x - 0.0006, degrees), `${degrees} degrees at ${x}`).toBeGreaterThan(p);
      expect(chiSquareTail(x + 0.0006, degrees), `${degrees} degrees at ${x}`).toBeLessThan(p);
    }
  }
});

test('with an even number of degrees the tail is a sum of Poisson terms, far out as well', () => {
  for (const degrees of [2, 8, 80, 208, 1138]) {
    for (const times of [0.3, 0.9, 1, 1.1, 1.5, 2]) {
      const x = degrees * times;
      expect(chiSquareTail(x, degrees) / poissonSum(x / 2, degrees / 2)).toBeCloseTo(1, 9);
    }
  }
});

/** Σ e^−z z^k / k! for k below `terms`. */
function poissonSum(z: number, terms: number): number {
  let logTerm = -z;
  let sum = Math.exp(logTerm);
  for (let k = 1; k < terms; k += 1) {
    logTerm += Math.log(z / k);
    sum += Math.exp(logTerm);
  }
  return sum;
}

test('no distance has p = 1, and a draw is called unfair just where p falls below a millionth', () => {
  expect(chiSquareTail(0, 5)).toBe(1);
  for (const degrees of [3, 9, 209]) {
    expect(chiSquareTail(unfairFrom(degrees) * 1.0001, degrees)).toBeLessThan(UNFAIR);
    expect(chiSquareTail(unfairFrom(degrees) * 0.9999, degrees)).toBeGreaterThan(UNFAIR);
  }
});

test('a die thrown sixty times fits as worked out by hand', () => {
  const { statistic, degrees } = fit([5, 8, 9, 8, 10, 20], [10, 10, 10, 10, 10, 10]);
  expect(statistic).toBeCloseTo((25 + 4 + 1 + 4 + 0 + 100) / 10, 12);
  expect(degrees).toBe(5);
});

test('drawing one of several is judged alike by both tests', () => {
  const counts = [30, 20, 25, 25];
  // One of four is drawn a hundred times: squared distances from the mean are 3/4 a draw.
  expect(alike(counts, 75).statistic).toBeCloseTo(fit(counts, [25, 25, 25, 25]).statistic, 12);
});

test('orders that come equally often fit perfectly, and one order alone does not fit at all', () => {
  expect(
    uniformOrders(
      [
        [50, 50],
        [50, 50],
      ],
      100,
    ).p,
  ).toBe(1);
  expect(
    uniformOrders(
      [
        [100, 0],
        [0, 100],
      ],
      100,
    ),
  ).toMatchObject({ statistic: 100, degrees: 1 });
});
