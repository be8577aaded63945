// The obstacle named before a lock is a real one, and where none is named the draw is staffed whatever the seed.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstacleOf } from '../../src/domain/draw-obstacle.ts';
import { checkStaffing } from '../../src/domain/draw-staffing.ts';
import type { InspectorRow, RosterRow } from '../../src/domain/record.ts';
import { drawObjects } from '../../src/domain/ssj/objects.ts';
import { assignTeams } from '../../src/domain/ssj/settle.ts';

const CATEGORIES = ['lawfirm', 'notary', 'grassroots'];

const plans = fc.record({
  visits: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
  team: fc.record({ size: fc.integer({ min: 2, max: 3 }), lead: fc.boolean() }),
  people: fc.array(
    fc.record({
      lead: fc.boolean(),
      categories: fc.subarray(CATEGORIES, { minLength: 1 }),
      cap: fc.integer({ min: 0, max: 6 }),
      isOut: fc.boolean(),
    }),
    { maxLength: 9 },
  ),
  seed: fc.stringMatching(/^[0-9a-f]{64}$/),
});

test('an obstacle is named exactly when a draw would leave places empty, and its people cannot take its places', () => {
  let [blocked, free] = [0, 0];
  fc.assert(
    fc.property(plans, ({ visits, team, people, seed }) => {
      const loads = CATEGORIES.map((category, c) => ({ category, visits: visits[c] ?? 0 }));
      const roster: readonly RosterRow[] = loads.flatMap(({ category, visits: n }) =>
        Array.from({ length: n }, (_, i) => ({ id: `${category}${i}`, name: '示例', category, risk: null, excluded: null, forced: null })),
      );
      const inspectors: readonly InspectorRow[] = people.map(({ isOut, ...row }, i) => ({
        ...row,
        id: `P${i}`,
        load: 0,
        excluded: isOut && i % 3 === 0 ? '请假' : null,
      }));
      const strata = CATEGORIES.map((category) => ({ id: category, category, num: 1, den: 1, min: 0, base: 'pool' as const }));
      const rules = { document: '示例', strata, weights: {}, team };
      const { unfilled } = assignTeams({ manifest: { rules }, roster, inspectors, recusals: [] }, drawObjects(roster, rules, seed), seed);
      const obstacle = obstacleOf(loads, inspectors, team);
      expect(obstacle !== null).toBe(unfilled.length > 0);
      if (roster.length > 0) expect(checkStaffing(loads, inspectors, team) !== null).toBe(unfilled.length > 0);
      if (!obstacle) return void (free += 1);
      blocked += 1;
      expect(obstacle.have).toBeLessThan(obstacle.need);
      const fit = inspectors.filter(
        ({ excluded, categories, lead }) =>
          excluded === null && categories.some((one) => obstacle.categories.includes(one)) && (!obstacle.onlyLeads || lead),
      );
      // Nobody else fits the places, unless only their leaders' places are in question beside others'.
      expect(fit.map(({ id }) => id)).toEqual(expect.arrayContaining([...obstacle.inspectors]));
    }),
    { numRuns: 600, seed: 20260316 },
  );
  expect(Math.min(blocked, free)).toBeGreaterThan(50);
});

const row = (id: string, categories: readonly string[], cap: number): InspectorRow => ({
  id,
  lead: true,
  categories,
  cap,
  load: 0,
  excluded: null,
});

test('two categories that lean on the same two people are refused by name, although each alone could be staffed', () => {
  const inspectors = [
    row('P1', ['lawfirm', 'notary'], 2),
    row('P2', ['lawfirm', 'notary'], 2),
    row('P3', ['grassroots'], 9),
    row('P4', ['grassroots'], 9),
  ];
  const loads = [
    { category: 'lawfirm', visits: 2 },
    { category: 'notary', visits: 1 },
    { category: 'grassroots', visits: 3 },
  ];
  expect(checkStaffing(loads, inspectors, { size: 2, lead: false })).toEqual({
    ok: false,
    problem: { kind: 'cannot-staff', categories: ['lawfirm', 'notary'], onlyLeads: false, inspectors: ['P1', 'P2'], need: 6, have: 4 },
  });
});
