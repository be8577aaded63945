// drand: what is signed and what is not, by rounds that others published; and an address that answers anything at all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSignedAside } from '../../src/beacon/aside.ts';
import { isSignedRound } from '../../src/beacon/bls.ts';
import { answerOf, type DrandServer, ROUND, serveDrand, VECTORS, vectorRound } from '../support/drand.ts';
import { withoutThreads } from '../support/drand-here.ts';

describe('a signature of quicknet', () => {
  const rounds = VECTORS.beacons.filter(({ chain }) => chain === 'quicknet');
  const forged = VECTORS.negative.filter(({ chain }) => chain === 'quicknet');

  test('is accepted for its own round', () => {
    expect(rounds).toHaveLength(3);
    expect(rounds.map(({ round, signature }) => isSignedRound(round, signature))).toEqual([true, true, true]);
  });

  test('is refused for another round, and so is another chain’s', () => {
    expect(forged.map(({ round, signature }) => isSignedRound(round, signature))).toEqual([false, false, false]);
    const others = VECTORS.beacons.filter(({ chain }) => chain === 'default');
    expect(others.map(({ round, signature }) => isSignedRound(round, signature))).toEqual([false, false, false]);
  });

  test('is refused with any bit changed, in capitals, cut, or as the point at infinity', () => {
    const { round, signature } = ROUND;
    const flipped = Array.from({ length: 12 }, (_, i) => {
      const bytes = Buffer.from(signature, 'hex');
      const at = i * 4;
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (i % 8)), at);
      return bytes.toString('hex');
    });
    const infinity = `c0${'00'.repeat(47)}`;
    for (const wrong of [...flipped, signature.toUpperCase(), signature.slice(2), `${signature}00`, infinity, '']) {
      expect(isSignedRound(round, wrong), wrong).toBe(false);
    }
    for (const wrong of [0, -1, 1.5, Number.NaN]) expect(isSignedRound(wrong, signature)).toBe(false);
  });
});

const from = (...endpoints: readonly string[]) => withoutThreads(endpoints).drand;

describe('a round is fetched', () => {
  let server: DrandServer;
  let liar: DrandServer;
  beforeAll(async () => {
    [server, liar] = [await serveDrand(), await serveDrand()];
  });
  afterAll(async () => {
    await server.close();
    await liar.close();
  });
  test('from whichever address has it signed, whatever the others say', async () => {
    server.say(ROUND.round, answerOf(ROUND));
    liar.say(ROUND.round, answerOf({ ...vectorRound(1000), round: ROUND.round }));
    const dead = 'http://127.0.0.1:1';
    expect(await from(dead, liar.url, server.url).fetch(ROUND.round)).toEqual({ signature: ROUND.signature, from: server.url });
    expect(server.asked[0]).toBe(`/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/${ROUND.round}`);
  });

  test('from nobody, when there is no answer, a lie, a page, a flood, or a redirection to where it is', async () => {
    const answers = [
      { status: 404 },
      { status: 425 },
      { status: 302, location: `${server.url}/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/${ROUND.round}` },
      '<html>登录</html>',
      'null',
      '{"signature":7}',
      `${answerOf(ROUND)}${' '.repeat(5000)}`,
      answerOf({ ...ROUND, signature: vectorRound(1000).signature }),
    ];
    for (const answer of answers) {
      liar.say(ROUND.round, answer);
      expect(await from(liar.url).fetch(ROUND.round), JSON.stringify(answer).slice(0, 40)).toBeNull();
    }
    expect(await from().fetch(ROUND.round)).toBeNull();
  });
});

test('a signature is checked in a thread as it is here', async () => {
  const answers = await Promise.all([isSignedAside(ROUND.round, ROUND.signature), isSignedAside(ROUND.round + 1, ROUND.signature)]);
  expect(answers).toEqual([true, false]);
}, 60_000);
