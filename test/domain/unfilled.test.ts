// Why places of a settled draw are empty: found again from records that somebody else made, in the order in which they list them.
import { expect, test } from 'vitest';
import { drawOrder } from '../../src/domain/ssj/objects.ts';
import { shortagesOf } from '../../src/domain/unfilled.ts';
import { settleAside, shortagesAside } from '../../src/flows/draw-aside.ts';
import { RECORDS } from '../support/vectors.ts';

test.each(RECORDS)('every empty place of $name has its reason, and its people are all at their limits', async ({ record }) => {
  const shortages = shortagesOf(record);
  expect(shortages.map(({ object, slot }) => ({ object, slot }))).toEqual(record.unfilled);
  expect(await shortagesAside(record)).toEqual(shortages);
  const held = (id: string): number => record.teams.flatMap(({ team }) => team).filter((one) => one === id).length;
  for (const { inspectors, places } of shortages) {
    for (const row of record.inspectors) if (inspectors.includes(row.id)) expect(row.load + held(row.id)).toBeGreaterThanOrEqual(row.cap);
    for (const { object } of places) expect(drawOrder(record.objects)).toContain(object);
  }
});

test('a record computed in a thread is the one computed here', async () => {
  const [{ record } = expect.fail('there is no record')] = RECORDS;
  const big = Array.from({ length: 6000 }, (_, n) => ({
    id: `Z${n}`,
    name: '示例',
    category: 'none',
    risk: null,
    excluded: null,
    forced: null,
  }));
  const settled = await settleAside({ ...record, roster: [...record.roster, ...big] });
  expect(settled.objects).toEqual(record.objects);
  expect(settled.teams).toEqual(record.teams);
  expect(settled.roster).toHaveLength(record.roster.length + 6000);
});
