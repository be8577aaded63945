// A big record and a signature are computed in a thread, and come out as they would here.
import { expect, test } from 'vitest';
import type { InspectorRow, RosterRow } from '../../src/domain/record.ts';
import { lockDraw } from '../../src/domain/ssj/lock.ts';
import { type SettleInput, settle } from '../../src/domain/ssj/settle.ts';
import { openThreads } from '../../src/threads/threads.ts';
import { ROUND } from '../support/drand.ts';

const SECRET = 'ab'.repeat(32);

function inputOf(rows: number, quota: number): SettleInput {
  const roster = Array.from({ length: rows }, (_, i): RosterRow => {
    return { id: `R${i}`, name: `示例${i}`, category: 'lawfirm', risk: null, excluded: null, forced: null };
  });
  const inspectors = Array.from({ length: 40 }, (_, i): InspectorRow => {
    return { id: `P${i}`, lead: i % 2 === 0, categories: ['lawfirm'], cap: 1000, load: 0, excluded: null };
  });
  const locked = lockDraw({
    draw: '2026-0007',
    lockedAt: '2026-03-16T09:00:00+08:00',
    roster,
    inspectors,
    recusals: [],
    rules: {
      document: '示例文〔2026〕3号',
      strata: [{ id: 'lawfirm', category: 'lawfirm', num: 0, den: 1, min: quota, base: 'all' }],
      weights: {},
      team: { size: 2, lead: true },
    },
    entropy: { mode: 'witness', contributors: ['server', 'W1', 'W2'].map((by) => ({ by })), beacon: null },
    secret: SECRET,
    lastLink: SECRET,
    chainLength: 64,
    prev: '0'.repeat(64),
  });
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  const contributions = [
    { by: 'server', value: SECRET },
    { by: 'W1', value: '雨' },
    { by: 'W2', value: '晴' },
  ];
  return { ...locked.value, roster, inspectors, recusals: [], contributions, beacon: null };
}

test('a record of 100,000 rows is computed in a thread while this one goes on, is said to be slow, and comes out the same', async () => {
  const told: string[] = [];
  const threads = openThreads((draw) => told.push(draw), 50);
  const input = inputOf(100_000, 50);
  const computing = threads.settle(input);
  expect(threads.isComputing('2026-0007')).toBe(true);
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const record = await computing;
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(10);
  expect(threads.isComputing('2026-0007')).toBe(false);
  expect(told).toEqual(['2026-0007']);
  expect(record).toEqual(settle(input));
}, 120_000);

test('a small record needs no thread, and nobody is told', async () => {
  const threads = openThreads(() => expect.fail('nothing is slow here'));
  const input = inputOf(30, 5);
  const computing = threads.settle(input);
  expect(threads.isComputing('2026-0007')).toBe(false);
  expect(await computing).toEqual(settle(input));
});

test('what fails in a thread fails here, and the draw is no longer said to be computed', async () => {
  const told: string[] = [];
  const threads = openThreads((draw) => told.push(draw));
  const input = inputOf(3000, 5);
  const broken = { ...input, roster: input.roster.map((row) => ({ ...row, id: undefined as unknown as string })) };
  await expect(threads.settle({ ...broken, manifest: { ...broken.manifest, rules: undefined as never } })).rejects.toThrow();
  expect(threads.isComputing('2026-0007')).toBe(false);
  expect(told.at(-1)).toBe('2026-0007');
}, 60_000);

test('a signature is checked in a thread', async () => {
  const { isSigned } = openThreads();
  expect(await Promise.all([isSigned(ROUND.round, ROUND.signature), isSigned(ROUND.round + 1, ROUND.signature)])).toEqual([true, false]);
}, 60_000);
