// Why places of a settled draw are empty: found again from its record, for each place in the order in which the record lists them.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortagesOf } from '../../src/domain/unfilled.ts';
import { randomRecord } from '../support/random-record.ts';

test('every empty place of a record has its reason, and the people named are all at their limits', () => {
  let explained = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const record = randomRecord((min, max) => g(fc.integer, { min, max }));
      const shortages = shortagesOf(record);
      expect(shortages.map(({ object, slot }) => ({ object, slot }))).toEqual(record.unfilled);
      const held = record.teams.flatMap(({ team }) => team);
      for (const { inspectors } of shortages) {
        explained += 1;
        for (const { id, load, cap } of record.inspectors.filter((row) => inspectors.includes(row.id)))
          expect(load + held.filter((one) => one === id).length).toBeGreaterThanOrEqual(cap);
      }
    }),
    { numRuns: 150, seed: 20260316 },
  );
  expect(explained).toBeGreaterThan(20);
});
