// The laws that draws are held against, each found in a second way or counted by hand.
import { expect, test } from 'vitest';
import type { TeamCase } from '../../bench/fairness/cases.ts';
import { EQUALS, FOUR_OF_TEN, UNLIKE } from '../../bench/fairness/cases.ts';
import { alike, unfairFrom } from '../../bench/fairness/chi-square.ts';
import { smallestBiasSeen } from '../../bench/fairness/institutions.ts';
import { optimalTeams, rarestMeetings } from '../../bench/fairness/optimal-teams.ts';
import { bestOfLots, chancesToBeDrawn, weightedOrders } from '../../bench/fairness/weighted-order.ts';
import { leastSquares, mostFilled } from '../support/best-assignment.ts';

test('the best of w tickets is sampling by weight without replacement, exactly, in every order', () => {
  for (const weights of [
    [1, 2],
    [1, 1, 2],
    [1, 2, 3],
    [3, 3, 1],
    [1, 1, 2, 3],
    [2, 1, 4],
    [1, 1, 1, 1, 1],
  ]) {
    expect(bestOfLots(weights), weights.join()).toEqual(weightedOrders(weights));
  }
});

test('the chances of weighted draws are the fractions worked out by hand', () => {
  // Weights 1 and 2, one drawn: 1/3 and 2/3. Weights 1, 1, 2, two drawn: the heavy one is missed by 1/4 · 1/3 twice.
  expect(chancesToBeDrawn([1, 2], 1)).toEqual([
    { num: 1n, den: 3n },
    { num: 2n, den: 3n },
  ]);
  expect(chancesToBeDrawn([1, 1, 2], 2)).toEqual([
    { num: 7n, den: 12n },
    { num: 7n, den: 12n },
    { num: 5n, den: 6n },
  ]);
});

const small: TeamCase = {
  name: 'small',
  institutions: [
    { category: 'lawfirm', recused: [] },
    { category: 'lawfirm', recused: [0] },
  ],
  inspectors: Array.from({ length: 3 }, () => ({ lead: false, categories: ['lawfirm'], cap: 9 })),
  team: { size: 2, lead: false },
};

test('all best assignments of a small case are those found by hand', () => {
  // The second team can only be 2 and 3. The first must have 1, whose load is the least, and either of the others.
  expect(new Set(optimalTeams(small).map((teams) => JSON.stringify(teams)))).toEqual(new Set(['[[0,1],[1,2]]', '[[0,2],[1,2]]']));
});

test('four teams of two out of five equals can be had in as many even ways as counted by hand', () => {
  // By the two who visit once. If they meet: the other three meet pairwise, 4! orders. If not, each meets one of the three (9 ways):
  // the same one, and the other two meet twice (3 of the 9, 4!/2 orders); or two different ones, who both meet the third (6 of the 9, 4! orders).
  const together = 24;
  const apart = 3 * 12 + 6 * 24;
  expect(optimalTeams(EQUALS)).toHaveLength(10 * (together + apart));
});

test('of these, nobody meets another twice in all but the ones where two meet twice', () => {
  expect(rarestMeetings(optimalTeams(EQUALS))).toHaveLength(10 * (24 + 6 * 24));
});

test('the best assignments fill as many places as a maximum flow, with the least squares of loads, each once', () => {
  for (const teamCase of [EQUALS, UNLIKE, small]) {
    const { institutions, inspectors, team } = teamCase;
    const names = inspectors.map((_, i) => `P${i}`);
    const input = {
      seed: '',
      objects: institutions.map(({ category, recused }, o) => ({
        id: `O${o}`,
        slots: Array.from({ length: team.size }, (_, slot) => (team.lead && slot === 0 ? [category, 'lead'] : [category])),
        recused: recused.map((i) => names[i] ?? ''),
      })),
      inspectors: inspectors.map(({ lead, categories, cap }, i) => ({
        id: names[i] ?? '',
        qualifications: [...categories, ...(lead ? ['lead'] : [])],
        cap,
        load: 0,
      })),
    };
    const found = optimalTeams(teamCase);
    const [places, squares] = [mostFilled(input), leastSquares(input)];
    expect(new Set(found.map((teams) => JSON.stringify(teams))).size).toBe(found.length);
    for (const teams of found) {
      const members = teams.flat().filter((member) => member !== null);
      expect(members).toHaveLength(places);
      const loads = inspectors.map((_, i) => members.filter((member) => member === i).length);
      expect(loads.reduce((sum, load) => sum + load * load, 0)).toBe(squares);
    }
  }
});

test('counts as uneven as the smallest bias seen lie as far beyond chance as the threshold', () => {
  const draws = 100_000;
  const bias = smallestBiasSeen(FOUR_OF_TEN, draws);
  const counts = Array.from({ length: 10 }, (_, i) => draws * (0.4 + (i % 2 === 0 ? bias : -bias)));
  // Chance itself adds as much as there are degrees, on average.
  expect(alike(counts, draws * 4 * (1 - 0.4)).statistic + 9).toBeCloseTo(unfairFrom(9), 6);
});
