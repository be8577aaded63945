// What takes long beside the event loop: the result and the forecast of a city's and of a province's draw, and how long nobody else was answered.
import { type ForecastInput, sampleSeeds, samplesFor } from '../src/domain/forecast.ts';
import { digest } from '../src/domain/ssj/canonical.ts';
import { lockDraw } from '../src/domain/ssj/lock.ts';
import { type SettleInput, settle } from '../src/domain/ssj/settle.ts';
import { forecastAside, settleAside } from '../src/flows/draw-aside.ts';
import type { Measure, Say } from './line.ts';

/** Institutions, inspectors, and one in how many is drawn. */
const SIZES = [
  [400, 140, 10],
  [20_000, 500, 20],
  [20_000, 500, 8],
] as const;

export const measure: Measure = async (say) => {
  for (const [institutions, inspectors, every] of SIZES) {
    const name = `${institutions}x${inspectors}, one in ${every}`;
    const input = inputOf(institutions, inspectors, every);
    const began = performance.now();
    settle(input);
    const here = performance.now() - began;
    say(`settle ${name}`, here, 'ms', 1);
    await watched(say, `settle aside ${name}`, () => settleAside(input), here);
    const plan = { ...input, rules: input.manifest.rules };
    const seeds = sampleSeeds(samplesFor(plan));
    const { roster, inspectors: people, recusals, rules }: ForecastInput = { ...plan, seeds };
    await watched(say, `forecast of ${seeds.length} ${name}`, () => forecastAside({ roster, inspectors: people, recusals, rules, seeds }));
  }
};

/** How long it took, and the longest time for which the event loop stood still meanwhile. */
async function watched(say: Say, metric: string, work: () => Promise<unknown>, baseline?: number): Promise<void> {
  let longest = 0;
  let before = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 5);
  const began = performance.now();
  await work();
  say(metric, performance.now() - began, 'ms', 1, baseline);
  clearInterval(watch);
  say(`longest pause, ${metric}`, longest, 'ms', 1);
}

function inputOf(institutions: number, inspectors: number, every: number): SettleInput {
  const secret = digest('示例');
  const lists = {
    roster: Array.from({ length: institutions }, (_, n) => ({
      id: `O${String(n).padStart(6, '0')}`,
      name: `示例${n}`,
      category: 'lawfirm',
      risk: null,
      excluded: null,
      forced: null,
    })),
    inspectors: Array.from({ length: inspectors }, (_, n) => ({
      id: `P${String(n).padStart(5, '0')}`,
      lead: n % 3 === 0,
      categories: ['lawfirm'],
      cap: institutions,
      load: 0,
      excluded: null,
    })),
    recusals: [],
  };
  const locked = lockDraw({
    ...lists,
    draw: '2026-0001',
    lockedAt: '2026-03-16T09:00:00+08:00',
    rules: {
      document: '示例',
      strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: every, min: 1, base: 'pool' }],
      weights: {},
      team: { size: 2, lead: true },
    },
    entropy: { mode: 'witness', contributors: [{ by: 'server' }, { by: 'W1' }, { by: 'W2' }], beacon: null },
    chainLength: 64,
    prev: secret,
    secret,
    lastLink: secret,
  });
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  const contributions = [
    { by: 'server', value: secret },
    { by: 'W1', value: '雨' },
    { by: 'W2', value: '雪' },
  ];
  return { ...lists, ...locked.value, contributions, beacon: null };
}
