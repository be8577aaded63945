// Two implementations of one protocol that share no code: on whatever draw, they must say the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../src/domain/ssj/replay.ts';
import { verify } from '../../src/verify/verify.ts';
import { randomRecord } from '../support/random-record.ts';

test('the verifier finds nothing wrong with hundreds of random draws, and replay repeats them', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const record = randomRecord((min, max) => g(fc.integer, { min, max }));
      const { checks, verdict } = verify(record);
      expect(checks.filter(({ passed }) => !passed)).toEqual([]);
      expect(verdict.kind).toBe('consistent');
      const replayed = replay(record);
      expect(replayed.ok && replayed.value.finalTeams).toEqual(record.finalTeams);
      seen.add(record.manifest.entropy.mode);
      for (const { request } of record.events) seen.add(request.change.kind);
      if (record.unfilled.length > 0) seen.add('unfilled');
    }),
    { numRuns: 300, seed: 20260317 },
  );
  expect([...seen].sort()).toEqual(['dice', 'drand', 'fill', 'lottery', 'replace', 'substitute', 'swap', 'unfilled', 'witness']);
}, 120_000);
