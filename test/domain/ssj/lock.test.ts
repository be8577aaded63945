// LOCK refuses what would make a draw ambiguous or bendable, each by its own kind, and fixes everything else.
import { expect, test } from 'vitest';
import type { RosterRow, Stratum } from '../../../src/domain/record.ts';
import { digest } from '../../../src/domain/ssj/canonical.ts';
import { type LockInput, lockDraw } from '../../../src/domain/ssj/lock.ts';
import { linkOf } from '../../../src/domain/ssj/secrets.ts';
import { sealProblemWords } from '../../../src/words/draw-problems.ts';

const row = (id: string, more: Partial<RosterRow> = {}): RosterRow => ({
  id,
  name: `示例${id}`,
  category: 'lawfirm',
  risk: 'A',
  excluded: null,
  forced: null,
  ...more,
});
const stratum: Stratum = { id: 'lawfirm', category: 'lawfirm', num: 10, den: 100, min: 1, base: 'pool' };
const person = { id: 'P001', lead: true, categories: ['lawfirm'], cap: 3, load: 0, excluded: null };

const good: LockInput = {
  draw: '2026-0003',
  lockedAt: '2026-03-16T09:00:00+08:00',
  roster: [row('A1'), row('B2')],
  inspectors: [person, { ...person, id: 'P002' }],
  recusals: [{ object: 'A1', inspector: 'P001' }],
  rules: { document: '示例文〔2026〕3号', strata: [stratum], weights: { A: 1, B: 100 }, team: { size: 2, lead: true } },
  entropy: { mode: 'witness', contributors: [{ by: 'server' }, { by: 'W1' }, { by: 'W2' }], beacon: null },
  secret: 'a'.repeat(64),
  lastLink: 'b'.repeat(64),
  chainLength: 5,
  prev: '0'.repeat(64),
};

const rules = (more: Partial<LockInput['rules']>): Partial<LockInput> => ({ rules: { ...good.rules, ...more } });
const layer = (more: Partial<Stratum>): Partial<LockInput> => rules({ strata: [{ ...stratum, ...more }] });
const entropy = (more: Partial<LockInput['entropy']>): Partial<LockInput> => ({ entropy: { ...good.entropy, ...more } });
const drand = { type: 'drand', chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971', round: 30_000_000 } as const;

test('a draw that nothing forbids is sealed, and its first link is the last one hashed as often as the chain is long', () => {
  const locked = lockDraw(good);
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  expect(locked.value.manifest.eventChain).toEqual({ link: linkOf(good.lastLink, 5, 0), length: 5 });
  expect(digest(linkOf(good.lastLink, 5, 1))).toBe(locked.value.manifest.eventChain.link);
  expect(linkOf(good.lastLink, 5, 5)).toBe(good.lastLink);
  expect(locked.value.manifest.entropy.serverCommit).toBe(digest(`SSJ-1/commit\n2026-0003\nserver\n${good.secret}`));
});

test.each<[string, string, Partial<LockInput>]>([
  ['an id with a space', 'id-bad', { roster: [row('A 1'), row('A1')] }],
  ['an id of 65 characters', 'id-bad', { roster: [row('A1'), row('x'.repeat(65))] }],
  ['an empty id', 'id-bad', { roster: [row('A1'), row('')] }],
  ['ids equal but for case', 'ids-alike', { roster: [row('A1'), row('a1')] }],
  ['an inspector listed twice', 'ids-alike', { inspectors: [person, person] }],
  ['a recusal of an unknown inspector', 'recusal-unknown', { recusals: [{ object: 'A1', inspector: 'P009' }] }],
  ['a recusal of an unknown institution', 'recusal-unknown', { recusals: [{ object: 'A9', inspector: 'P001' }] }],
  ['a recusal declared twice', 'recusal-repeated', { recusals: [...good.recusals, ...good.recusals] }],
  ['a row in two strata', 'row-in-two-strata', rules({ strata: [stratum, { ...stratum, id: 'risky', risk: 'A' }] })],
  ['two strata of one name', 'stratum-repeated', rules({ strata: [stratum, { ...stratum, category: 'notary' }] })],
  ['a denominator of nought', 'ratio-bad', layer({ num: 0, den: 0 })],
  ['a ratio above one', 'ratio-bad', layer({ num: 101 })],
  ['a negative ratio', 'ratio-bad', layer({ num: -1 })],
  ['a broken ratio', 'ratio-bad', layer({ num: 0.5 })],
  ['a negative least number', 'min-bad', layer({ min: -1 })],
  ['a weight of nought', 'weight-bad', rules({ weights: { A: 0 } })],
  ['a weight of 101', 'weight-bad', rules({ weights: { A: 101 } })],
  ['a weight that is no integer', 'weight-bad', rules({ weights: { A: 1.5 } })],
  ['a team of one', 'team-bad', rules({ team: { size: 1, lead: false } })],
  ['a negative cap', 'cap-bad', { inspectors: [{ ...person, cap: -1 }], recusals: [] }],
  ['half a character in a name', 'text-bad', { roster: [row('A1'), row('B2', { name: '示例\ud800' })] }],
  ['a name of 201 characters', 'text-bad', { roster: [row('A1'), row('B2', { name: '字'.repeat(201) })] }],
  ['a risk class that no key can be', 'text-bad', rules({ weights: { 甲: 2 } })],
  ['one witness in mode witness', 'witnesses-too-few', entropy({ contributors: [{ by: 'server' }, { by: 'W1' }] })],
  ['a contributor named twice', 'contributors-bad', entropy({ contributors: ['server', 'W1', 'W1'].map((by) => ({ by })) })],
  ['a server that is not the first', 'contributors-bad', entropy({ contributors: ['W1', 'server', 'W2'].map((by) => ({ by })) })],
  ['a beacon in mode witness', 'beacon-of-other-mode', entropy({ beacon: { type: 'dice', count: 1, sides: 6 } })],
  ['no beacon in mode drand', 'beacon-of-other-mode', entropy({ mode: 'drand' })],
  ['a round that is already known', 'beacon-known-at-lock', entropy({ mode: 'drand', beacon: { ...drand, round: 1000 } })],
  ['another chain than quicknet', 'beacon-chain-unknown', entropy({ mode: 'drand', beacon: { ...drand, chain: '0'.repeat(64) } })],
  ['a beacon with its outcome', 'beacon-keys', entropy({ mode: 'drand', beacon: { ...drand, randomness: '0'.repeat(64) } })],
  ['a die of one side', 'beacon-dice-bad', entropy({ mode: 'dice', beacon: { type: 'dice', count: 1, sides: 1 } })],
  [
    'a lottery without its issue',
    'beacon-lottery-bad',
    entropy({ mode: 'lottery', beacon: { type: 'lottery', game: '快乐8', issue: '' } }),
  ],
  ['a time without an offset', 'time-bad', { lockedAt: '2026-03-16T09:00:00' }],
  ['a draw number with a slash', 'draw-number-bad', { draw: '2026/3' }],
  ['a short secret', 'secret-bad', { secret: 'ab' }],
  ['a chain of no links', 'chain-bad', { chainLength: 0 }],
  ['a ledger head that is no digest', 'prev-bad', { prev: 'ABC' }],
])('LOCK refuses %s and says so in Chinese', (_, kind, change) => {
  const locked = lockDraw({ ...good, ...change });
  const problems = locked.ok ? [] : locked.problem;
  expect([...new Set(problems.map((problem) => problem.kind))]).toEqual([kind]);
  for (const problem of problems) expect(sealProblemWords(problem)).toMatch(/\p{Script=Han}.*。$/u);
});

test('all problems of a lock are listed, not the first', () => {
  const locked = lockDraw({ ...good, ...layer({ num: 101, min: -1 }), draw: '', secret: '' });
  expect(locked.ok ? [] : locked.problem.map(({ kind }) => kind).sort()).toEqual(['draw-number-bad', 'min-bad', 'ratio-bad', 'secret-bad']);
});
