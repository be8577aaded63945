// What the last ingredient will be and when it must be sealed before: rounds by the clock, readings of what people paste.
import { describe, expect, test } from 'vitest';
import { MARGIN_MINUTES, plannedBeacon } from '../../src/domain/beacon-plan.ts';
import { randomnessOf, readPasted } from '../../src/domain/drand-paste.ts';
import { roundAfter, roundTime } from '../../src/domain/ssj/beacon.ts';
import { answerOf, ROUND, VECTORS } from '../support/drand.ts';
import { SAMPLE_RULES } from '../support/samples.ts';

describe('the rounds of quicknet', () => {
  test('have the times that the vectors give them', () => {
    for (const { round } of VECTORS.beacons.filter(({ chain }) => chain === 'quicknet')) {
      expect(roundAfter(new Date(roundTime(round).getTime() - 1))).toBe(round);
      expect(roundAfter(roundTime(round))).toBe(round + 1);
    }
    expect(roundTime(ROUND.round).toISOString()).toBe('2023-09-15T11:00:03.000Z');
    expect(roundAfter(new Date('2020-01-01T00:00:00Z'))).toBe(1);
  });

  test('that a draw waits for lie after its lock, its witnesses’ time and the margin, whatever the second', () => {
    for (let seconds = 0; seconds < 9; seconds += 1) {
      const lockedAt = new Date(Date.parse('2026-03-16T01:00:00Z') + seconds * 1000);
      const planned = plannedBeacon({ mode: 'drand', lottery: null }, SAMPLE_RULES, lockedAt);
      const beacon = planned.ok ? planned.value : null;
      if (beacon?.type !== 'drand') throw new Error('no round');
      const late = roundTime(beacon.round).getTime() - lockedAt.getTime() - (SAMPLE_RULES.witnessMinutes + MARGIN_MINUTES) * 60_000;
      expect(late).toBeGreaterThan(0);
      expect(late).toBeLessThanOrEqual(3000);
    }
  });
});

describe('what somebody pastes', () => {
  test.each([
    ['the answer of the public address', answerOf(ROUND), ROUND.round],
    ['the answer without its randomness', JSON.stringify({ round: ROUND.round, signature: ROUND.signature }), ROUND.round],
    ['the answer spread over lines', JSON.stringify(JSON.parse(answerOf(ROUND)), null, 2), ROUND.round],
    ['the answer in a sentence', `在这里：${answerOf(ROUND)}，谢谢`, ROUND.round],
    ['the signature alone', ` ${ROUND.signature}\n`, null],
    ['the signature in capitals', ROUND.signature.toUpperCase(), null],
  ])('is read from %s', (_, text, round) => {
    expect(readPasted(text)).toEqual({ ok: true, value: { round, signature: ROUND.signature } });
  });

  test.each([
    ['nothing', ''],
    ['a word', '下雨'],
    ['a page', '<html><body>登录</body></html>'],
    ['half an answer', answerOf(ROUND).slice(0, 120)],
    ['a number', '{"signature":7}'],
    ['a round that is none', `{"round":"x","signature":"${ROUND.signature}"}`],
    ['the randomness', ROUND.randomness],
  ])('is refused as unreadable: %s', (_, text) => {
    expect(readPasted(text)).toEqual({ ok: false, problem: { kind: 'beacon-unread' } });
  });

  test('is refused as forged when its randomness is not the hash of its signature', () => {
    expect(randomnessOf(ROUND.signature)).toBe(ROUND.randomness);
    expect(readPasted(answerOf({ ...ROUND, randomness: '00'.repeat(32) }))).toEqual({ ok: false, problem: { kind: 'beacon-forged' } });
  });
});
