// The forecast: its counts add up, its odds are the true ones, and whoever it names as an obstacle is one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ForecastInput, forecast, SAMPLE_TEXT, sampleSeeds, samplesFor } from '../../src/domain/forecast.ts';
import type { InspectorRow, RosterRow } from '../../src/domain/record.ts';
import { digest } from '../../src/domain/ssj/canonical.ts';
import { drawObjects } from '../../src/domain/ssj/objects.ts';
import { randomLock } from '../support/random-record.ts';

const row = (n: number, category = 'lawfirm', change: Partial<RosterRow> = {}): RosterRow => ({
  id: `${category}-${String(n).padStart(4, '0')}`,
  name: `示例${n}`,
  category,
  risk: null,
  excluded: null,
  forced: null,
  ...change,
});
const inspector = (n: number, change: Partial<InspectorRow> = {}): InspectorRow => ({
  id: `P${String(n).padStart(3, '0')}`,
  lead: n % 3 === 0,
  categories: ['lawfirm', 'notary'],
  cap: 99,
  load: 0,
  excluded: null,
  ...change,
});
const plan = (change: Partial<ForecastInput> = {}): ForecastInput => ({
  roster: Array.from({ length: 20 }, (_, n) => row(n)),
  inspectors: Array.from({ length: 9 }, (_, n) => inspector(n)),
  rules: {
    document: '示例',
    strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: 5, min: 0, base: 'pool' }],
    weights: {},
    team: { size: 2, lead: true },
  },
  recusals: [],
  seeds: sampleSeeds(50),
  ...change,
});

test('sample seeds are digests of a public text, and are no seeds of any draw', () => {
  expect(sampleSeeds(2)).toEqual([digest(`${SAMPLE_TEXT} 1`), digest(`${SAMPLE_TEXT} 2`)]);
  expect(SAMPLE_TEXT.startsWith('{')).toBe(false);
});

test('on any draw the counts add up: institutions to the quota, visits to the places filled, meetings to the visits', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { roster, inspectors, rules, recusals } = randomLock((min, max) => g(fc.integer, { min, max }));
      const seeds = sampleSeeds(5);
      const seen = forecast({ roster, inspectors, rules, recusals, seeds });
      for (const { institutions, quota, pool, exact } of seen.strata) {
        expect(institutions).toHaveLength(pool);
        expect(institutions.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(quota * 5);
        if (exact) expect(exact).toEqual({ num: quota, den: pool });
      }
      for (const { visits, meetings } of seen.inspectors) expect(meetings.reduce((sum, { times }) => sum + times, 0)).toBe(visits);
      const filled = seen.inspectors.reduce((sum, { visits }) => sum + visits, 0);
      expect(seen.places * 5 - filled).toBeGreaterThanOrEqual(seen.short.least * 5);
      expect(seen.places * 5 - filled).toBeLessThanOrEqual(seen.short.most * 5);
      expect(seen.short.samples > 0).toBe(filled < seen.places * 5);
    }),
    { numRuns: 60, seed: 20260316 },
  );
});

test('it is the draw itself: what one sample drew is what `drawObjects` draws with that seed', () => {
  const input = plan({ seeds: sampleSeeds(1) });
  const drawn = forecast(input)
    .strata[0]?.institutions.filter((one) => one.drawn === 1)
    .map(({ id }) => id);
  const [result] = drawObjects(input.roster, input.rules, input.seeds[0] ?? '');
  expect(drawn).toEqual(result?.drawn.toSorted());
});

/** Half-widths of five standard deviations: with the seeds fixed this either holds for ever or never. */
const near = (count: number, n: number, odds: number): boolean => Math.abs(count - n * odds) < 5 * Math.sqrt(n * odds * (1 - odds)) + 1;

test('institutions of equal weight have equal odds, and inspectors who count alike meet them equally often', () => {
  const seen = forecast(plan({ inspectors: Array.from({ length: 8 }, (_, n) => inspector(n, { lead: true })), seeds: sampleSeeds(600) }));
  for (const { drawn } of seen.strata[0]?.institutions ?? []) expect(near(drawn, 600, 0.2)).toBe(true);
  // Eight places, eight people alike: everyone goes once, whatever is drawn.
  for (const { visits, most, meetings } of seen.inspectors) {
    expect([visits, most]).toEqual([600, 1]);
    for (const { times } of meetings) expect(near(times, 600, 0.05)).toBe(true);
  }
});

test('weights show in the samples only, and a stratum drawn whole or not at all has exact odds whatever they are', () => {
  const roster = [
    ...Array.from({ length: 10 }, (_, n) => row(n, 'lawfirm', { risk: 'A' })),
    ...Array.from({ length: 10 }, (_, n) => row(10 + n, 'lawfirm', { risk: 'D' })),
  ];
  const weighted = { ...plan().rules, weights: { A: 1, D: 4 } };
  const [stratum] = forecast(plan({ roster, rules: weighted, seeds: sampleSeeds(300) })).strata;
  expect(stratum?.exact).toBeNull();
  const of = (from: number): number => (stratum?.institutions ?? []).slice(from, from + 10).reduce((sum, { drawn }) => sum + drawn, 0);
  expect(of(10)).toBeGreaterThan(2 * of(0));
  const whole = { ...weighted, strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: 1, min: 0, base: 'pool' as const }] };
  expect(forecast(plan({ roster, rules: whole })).strata[0]?.exact).toEqual({ num: 20, den: 20 });
});

test('an obstacle that is named is one: its people are all at their limits, and nobody else fits its places', () => {
  const roster = [row(1), row(2), row(3, 'notary'), row(4, 'notary')];
  const rules = {
    ...plan().rules,
    strata: ['lawfirm', 'notary'].map((category) => ({ id: category, category, num: 1, den: 1, min: 0, base: 'pool' as const })),
    team: { size: 2, lead: false },
  };
  const inspectors = [
    inspector(1, { categories: ['notary'], cap: 1 }),
    inspector(2, { categories: ['notary'], cap: 2 }),
    inspector(3, { categories: ['lawfirm'] }),
    inspector(4, { categories: ['lawfirm'] }),
    inspector(5, { excluded: '请假' }),
  ];
  const seen = forecast(plan({ roster, rules, inspectors, seeds: sampleSeeds(20) }));
  expect(seen.short).toEqual({ samples: 20, least: 1, most: 1 });
  expect(seen.shortages.reduce((sum, { samples }) => sum + samples, 0)).toBe(20);
  for (const { categories, inspectors: named, objects, places } of seen.shortages) {
    expect(categories).toEqual(['notary']);
    for (const id of named) expect(['P001', 'P002']).toContain(id);
    const free = named.reduce((sum, id) => sum + (id === 'P001' ? 1 : 2), 0);
    expect(objects.length).toBeGreaterThan(0);
    expect(places).toBeGreaterThan(free - 1);
  }
});

test('a recusal that leaves an institution to nobody is an obstacle without people', () => {
  const inspectors = [inspector(3), inspector(6)];
  const recusals = inspectors.map(({ id }) => ({ object: 'lawfirm-0001', inspector: id }));
  const seen = forecast(plan({ roster: [row(1)], inspectors, recusals, seeds: sampleSeeds(3) }));
  expect(seen.shortages).toEqual([
    { samples: 3, inspectors: [], categories: ['lawfirm'], objects: ['lawfirm-0001'], places: 1, onlyLeads: true },
  ]);
});

const samplesOf = (rows: number, people: number): number =>
  samplesFor({
    roster: Array.from({ length: rows }, (_, n) => row(n)),
    inspectors: Array.from({ length: people }, (_, n) => inspector(n)),
    rules: plan().rules,
  });

test('whoever goes nowhere in any sample has the reason beside his name', () => {
  const people = [
    inspector(0),
    inspector(3),
    inspector(6, { categories: ['grassroots'] }),
    inspector(9, { load: 2, cap: 2 }),
    inspector(12, { categories: ['notary'] }),
  ];
  const roster = [row(1), row(2), row(1, 'notary')];
  const strata = ['lawfirm', 'notary'].map((category) => ({ id: category, category, num: 1, den: 1, min: 0, base: 'pool' as const }));
  const recusals = [{ object: 'notary-0001', inspector: 'P012' }];
  const { inspectors } = forecast(plan({ inspectors: people, roster, rules: { ...plan().rules, strata }, recusals }));
  expect(Object.fromEntries(inspectors.map(({ id, idle }) => [id, idle]))).toEqual({
    P000: null,
    P003: null,
    P006: 'category',
    P009: 'full',
    P012: 'recused',
  });
});

test('an office’s draw gets 200 samples, a province’s fewer, and none less than five', () => {
  expect([samplesOf(460, 140), samplesOf(10_000, 300), samplesOf(20_000, 500)]).toEqual([200, 10, 5]);
});
