// A big draw's lock, result, digests and checks are computed in a thread, and come out as they would here.
import { expect, test } from 'vitest';
import { drawChecks, recordDigests } from '../../src/domain/draw-checks.ts';
import { lockDraw } from '../../src/domain/ssj/lock.ts';
import { shortagesOf } from '../../src/domain/unfilled.ts';
import { checksAside, digestsAside, lockAside, settleAside, shortagesAside } from '../../src/flows/draw-aside.ts';
import { chanceOf } from '../support/chance.ts';
import { randomLock } from '../support/random-record.ts';
import { RECORDS } from '../support/vectors.ts';

const { record } = RECORDS[0] ?? expect.fail('there is no record');
const FAR = Array.from({ length: 6000 }, (_, n) => ({
  id: `Z${n}`,
  name: '示例',
  category: 'none',
  risk: null,
  excluded: null,
  forced: null,
}));
const roster = [...record.roster, ...FAR];

test('a result, and why places of it are empty', async () => {
  const settled = await settleAside({ ...record, roster });
  expect([settled.objects, settled.teams]).toEqual([record.objects, record.teams]);
  expect(settled.roster).toHaveLength(roster.length);
  const [place] = record.teams.map(({ object }) => ({ object, slot: 0 }));
  const short = { ...record, roster, inspectors: [], unfilled: [place ?? expect.fail('nothing was drawn')] };
  expect(await shortagesAside(short)).toEqual(shortagesOf(short));
});

test('a seal, the digests of a record, and our own check of it, which finds a changed row', async () => {
  const chance = chanceOf(20261125);
  const lock = randomLock((least, most) => least + Math.floor(chance() * (most - least + 1)));
  const big = { ...lock, roster: [...lock.roster, ...FAR] };
  expect(await lockAside(big)).toEqual(lockDraw(big));
  const settled = { ...record, roster };
  expect(await digestsAside(settled)).toEqual(recordDigests(settled));
  expect(await digestsAside(settled)).not.toEqual(recordDigests(record));
  const draw = { record: settled, manifestHash: record.manifestHash, closeHash: null };
  const checks = await checksAside(draw);
  expect(checks).toEqual(drawChecks(draw));
  expect(checks?.find(({ what }) => what === 'lists')).toEqual({ what: 'lists', holds: false });
});
