// Real rounds of drand against the verifier: quicknet's are taken, forgeries and another chain's are refused, each by its own line.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRoundSigned } from '../../src/verify/drand.ts';
import type { Check } from '../../src/verify/lines.ts';
import { verify } from '../../src/verify/verify.ts';
import { RECORDS } from '../support/vectors.ts';

interface Round {
  readonly chain: string;
  readonly round: number;
  readonly signature: string;
  readonly randomness?: string;
}
interface Rounds {
  readonly chains: Readonly<Record<string, { readonly hash: string }>>;
  readonly beacons: readonly Round[];
  readonly negative: readonly Round[];
}

const { chains, beacons, negative } = JSON.parse(readFileSync('test/vectors/drand-beacons.json', 'utf8')) as Rounds;
const record = RECORDS.map((each) => each.record).find(({ manifest }) => manifest.entropy.mode === 'drand') ?? expect.fail();

const failing = (checks: readonly Check[]): readonly string[] => checks.filter(({ passed }) => !passed).map(({ id }) => id);

/** The record as it would be with another last ingredient: only the lines about it matter. */
function withRound({ chain, round, signature, randomness }: Round, lockedAt = record.manifest.lockedAt): readonly string[] {
  const planned = { type: 'drand', chain: chains[chain]?.hash ?? '', round };
  const entropy = { ...record.manifest.entropy, beacon: planned };
  const manifest = { ...record.manifest, lockedAt, entropy };
  const { checks } = verify({ ...record, manifest, beacon: { ...planned, randomness: randomness ?? '0'.repeat(64), signature } });
  return failing(checks).filter((id) => id.startsWith('beacon') || id === 'form');
}

test('there are three rounds of quicknet, three of the default chain and six forgeries', () => {
  expect(beacons.map(({ chain }) => chain)).toEqual(['quicknet', 'quicknet', 'quicknet', 'default', 'default', 'default']);
  expect(negative).toHaveLength(6);
});

test.each(beacons.filter(({ chain }) => chain === 'quicknet'))('round $round of quicknet is taken', (round) => {
  expect(isRoundSigned(round.round, round.signature)).toBe(true);
  expect(withRound(round, '2023-08-23T23:00:00+08:00')).toEqual([]);
});

test.each(beacons.filter(({ chain }) => chain === 'default'))(
  'round $round of the default chain is refused: the protocol has no such chain',
  (round) => {
    expect(isRoundSigned(round.round, round.signature)).toBe(false);
    expect(withRound(round)).toEqual(['form']);
    const planned = { type: 'drand', chain: chains['default']?.hash, round: 10_000_000 };
    const manifest = { ...record.manifest, entropy: { ...record.manifest.entropy, beacon: planned } };
    expect(failing(verify({ ...record, manifest, beacon: { ...record.beacon, ...planned } }).checks)).toContain('beacon-chain');
  },
);

test.each(negative)('a signature given out for round $round of $chain is refused', (round) => {
  expect(isRoundSigned(round.round, round.signature)).toBe(false);
  const refused = withRound(round, '2023-08-23T23:00:00+08:00');
  expect(refused).toContain(round.chain === 'quicknet' ? 'beacon-signature' : 'form');
});

test('the point at infinity, a point off the curve and one outside the group are no signatures', () => {
  const infinity = `c0${'0'.repeat(94)}`;
  const [{ signature }] = beacons as [Round];
  for (const bad of [infinity, '0'.repeat(96), 'f'.repeat(96), `a${signature.slice(1)}`, `80${'0'.repeat(93)}4`, signature.slice(2)]) {
    expect([bad, isRoundSigned(123, bad)]).toEqual([bad, false]);
  }
});

test('a round that was out when the draw was sealed is refused by the line about its time', () => {
  const [first] = beacons as [Round];
  expect(withRound(first, '2023-08-23T15:15:32Z')).toEqual([]);
  expect(withRound(first, '2023-08-23T15:15:33Z')).toEqual(['beacon-time']);
  expect(withRound({ ...first, round: 0 })).toContain('beacon-time');
});

test('a randomness that is not the digest of the signature is refused by its own line', () => {
  const [first] = beacons as [Round];
  expect(withRound({ ...first, randomness: '1'.repeat(64) }, '2023-08-23T23:00:00+08:00')).toEqual(['beacon-randomness']);
});
