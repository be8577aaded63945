// The short form of `npm run bench -- fairness`: some thousand draws by the product are fair, and draws bent on purpose are caught.
import { describe, expect, test } from 'vitest';
import { COUNTY, EQUALS, FOUR_OF_TEN, type TeamDraw, UNLIKE, WEIGHTED } from '../../bench/fairness/cases.ts';
import { UNFAIR, worst } from '../../bench/fairness/chi-square.ts';
import { cyclicGroups } from '../../bench/fairness/cyclic-groups.ts';
import { judgeObjects, judgeWeights, tallyObjects } from '../../bench/fairness/institutions.ts';
import { listedModulo } from '../../bench/fairness/listed-modulo.ts';
import { optimalTeams } from '../../bench/fairness/optimal-teams.ts';
import { productObjects, productTeams } from '../../bench/fairness/product-draws.ts';
import { redrawing } from '../../bench/fairness/redrawing.ts';
import { roundRobin } from '../../bench/fairness/round-robin.ts';
import { secretWeight } from '../../bench/fairness/secret-weight.ts';
import { skipSampling } from '../../bench/fairness/skip-sampling.ts';
import { judgeLaw, tallyTeams } from '../../bench/fairness/teams.ts';

const DRAWS = 3_000;
const bestOfEquals = optimalTeams(EQUALS);

describe('the product', () => {
  test('draws every subset of the quota, and treats institutions, places of the order and reserves alike', () => {
    const found = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, productObjects(FOUR_OF_TEN), DRAWS));
    expect(found.reached).toBe(210);
    expect(found.neverDrawn).toEqual([]);
    for (const verdict of [found.institutions, found.subsets, found.positions, found.firstReserve])
      expect(verdict?.p).toBeGreaterThan(UNFAIR);
    expect(Math.abs(found.pairs.most - found.pairs.law)).toBeLessThan(0.03);
  });

  test('draws by weight as the exact law says, in every order', () => {
    const found = judgeWeights(WEIGHTED, tallyObjects(WEIGHTED, productObjects(WEIGHTED), DRAWS));
    expect(found.orders.p).toBeGreaterThan(UNFAIR);
    for (const { share, exact } of found.rows) expect(Math.abs(share - exact)).toBeLessThan(0.03);
  });

  test('gives equal inspectors equal chances, of visits in all and at each institution', () => {
    for (const teamCase of [EQUALS, UNLIKE, COUNTY]) {
      const { classes, doubled } = tallyTeams(teamCase, productTeams(teamCase), 800);
      expect(classes.length).toBeGreaterThan(0);
      expect(doubled).toBe(0);
      for (const { all, each } of classes) expect(worst([all, ...each]), teamCase.name).toBeGreaterThan(UNFAIR);
    }
  });

  test('makes only best assignments, all of them, and nearly equally often', () => {
    const law = judgeLaw(UNLIKE, tallyTeams(UNLIKE, productTeams(UNLIKE), 1_500), optimalTeams(UNLIKE));
    expect(law).toMatchObject({ optimal: 48, reached: 48, outside: 0 });
    expect(law.distance).toBeLessThan(0.1);
  });
});

describe('caught is', () => {
  test('a draw that takes tickets modulo sixteen and lets the list decide between equals', () => {
    const bent = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, listedModulo(FOUR_OF_TEN, 16), 6_000));
    expect(bent.institutions.p).toBeLessThan(UNFAIR);
    const fair = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, listedModulo(FOUR_OF_TEN, 2 ** 48), 6_000));
    expect(fair.institutions.p).toBeGreaterThan(UNFAIR);
  });

  test('a row with a secret weight', () => {
    const bent = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, secretWeight(FOUR_OF_TEN, 150), DRAWS));
    expect(bent.institutions.p).toBeLessThan(UNFAIR);
    const fair = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, secretWeight(FOUR_OF_TEN, 100), DRAWS));
    expect(fair.institutions.p).toBeGreaterThan(UNFAIR);
  });

  test('a fair draw held again until a friend is spared', () => {
    const bent = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, redrawing(productObjects(FOUR_OF_TEN), 2), 500));
    expect(bent.institutions.p).toBeLessThan(UNFAIR);
  });

  test('skipping rows: two outcomes of 210, rows nine and ten never drawn; above a half the last row always', () => {
    const four = judgeObjects(FOUR_OF_TEN, tallyObjects(FOUR_OF_TEN, skipSampling(FOUR_OF_TEN), DRAWS));
    expect(four).toMatchObject({ reached: 2, neverDrawn: [8, 9] });
    expect(four.institutions.p).toBeLessThan(UNFAIR);
    const seven = { name: '7-of-10', pool: 10, quota: 7 };
    expect(judgeObjects(seven, tallyObjects(seven, skipSampling(seven), DRAWS))).toMatchObject({ reached: 3, alwaysDrawn: [9] });
  });

  test('a deal that favours one of two equal inspectors', () => {
    const product = productTeams(EQUALS);
    // In one draw of four the first and the second inspector change places if that gives the first more visits.
    const bent: TeamDraw = (counter) => {
      const teams = product(counter);
      const visits = (who: number): number => teams.flat().filter((member) => member === who).length;
      if (counter % 4 > 0 || visits(0) >= visits(1)) return teams;
      return teams.map((team) => team.map((member) => (member === 0 ? 1 : member === 1 ? 0 : member)));
    };
    expect(tallyTeams(EQUALS, bent, 1_500).classes[0]?.all.p).toBeLessThan(UNFAIR);
  });

  test('dealing round: five assignments of 2040, and one team tells the rest', () => {
    const tally = tallyTeams(EQUALS, roundRobin(EQUALS), DRAWS);
    expect(tally.assignments.size).toBe(5);
    expect(tally.secondGuessed).toBe(1);
    expect(judgeLaw(EQUALS, tally, bestOfEquals).distance).toBeGreaterThan(0.99);
  });

  test('groups made once: uneven loads, and the same person twice where the pool is too small', () => {
    expect(judgeLaw(EQUALS, tallyTeams(EQUALS, cyclicGroups(EQUALS, 2), 500), bestOfEquals).outside).toBe(500);
    const alone = { ...EQUALS, name: 'alone', inspectors: EQUALS.inspectors.slice(0, 1) };
    expect(tallyTeams(alone, cyclicGroups(alone, 2), 10).doubled).toBe(10);
  });
});
