// The independent verifier on records that another implementation made, whole and spoilt.
import { expect, test } from 'vitest';
import { closeHash, SERVER } from '../../src/domain/ssj/secrets.ts';
import { verify } from '../../src/verify/verify.ts';
import { RECORDS } from '../support/vectors.ts';

const failed = (record: unknown): readonly string[] => verify(record).checks.flatMap(({ passed, id }) => (passed ? [] : [id]));

test.each(RECORDS)('$name agrees with itself, and the verdict claims no more', ({ record }) => {
  expect(failed(record)).toEqual([]);
  expect(verify(record).verdict.kind).toBe('consistent');
});

test.each(RECORDS)('$name agrees with what the group was told, and the verdict says so', ({ record }) => {
  const { manifestHash, contributions, manifest } = record;
  const grouped = manifestHash.toUpperCase().replaceAll(/(.{4})/g, '$1 ');
  const close = closeHash(contributions.filter(({ by }) => by !== SERVER));
  const shown = { lock: grouped, lockedAt: manifest.lockedAt.replace('T', ' ').replace('+08:00', ''), close };
  const { checks, verdict, notChecked } = verify(record, shown);
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(verdict.kind).toBe('announced');
  expect(notChecked.filter((words) => words.startsWith('未出示'))).toEqual([]);
});

test.each([
  ['lock', 'shown-lock', { lock: '0'.repeat(64) }],
  ['lock time', 'shown-time', { lockedAt: '2020-01-01T00:00:00+08:00' }],
  ['close', 'shown-close', { close: '0'.repeat(64) }],
] as const)('another %s in the group is refused by its own line', (_, line, shown) => {
  const { checks, verdict } = verify(RECORDS[0]?.record, shown);
  expect(checks.filter(({ passed }) => !passed).map(({ id }) => id)).toEqual([line]);
  expect(verdict.kind).toBe('refused');
});

test('of a lottery, and of nothing else, it says that the day of the drawing was not checked', () => {
  const said = RECORDS.filter(({ record }) =>
    verify(record).notChecked.some((words) => words.startsWith('这一期是否在封签和封存见证以后才开奖')),
  );
  const lotteries = RECORDS.filter(({ record }) => record.beacon?.type === 'lottery');
  expect(lotteries.length).toBeGreaterThan(0);
  expect(said).toEqual(lotteries);
});
