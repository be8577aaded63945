// Why places of a settled draw are empty: found again from its record, for each place in the order in which the record lists them.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortagesOf } from '../../src/domain/unfilled.ts';
import { settleAside, shortagesAside } from '../../src/flows/draw-aside.ts';
import { randomRecord } from '../support/random-record.ts';
import { RECORDS } from '../support/vectors.ts';

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

test('what is computed in a thread is what is computed here', async () => {
  const { record } = RECORDS[0] ?? expect.fail('there is no record');
  const far = Array.from({ length: 6000 }, (_, n) => ({
    id: `Z${n}`,
    name: '示例',
    category: 'none',
    risk: null,
    excluded: null,
    forced: null,
  }));
  const roster = [...record.roster, ...far];
  const settled = await settleAside({ ...record, roster });
  expect([settled.objects, settled.teams]).toEqual([record.objects, record.teams]);
  expect(settled.roster).toHaveLength(roster.length);
  const [place] = record.teams.map(({ object }) => ({ object, slot: 0 }));
  const short = { ...record, roster, inspectors: [], unfilled: [place ?? expect.fail('nothing was drawn')] };
  expect(await shortagesAside(short)).toEqual(shortagesOf(short));
});
