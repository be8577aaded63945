// A big draw's lock, result, digests and checks are computed in a thread, and come out as they would here.
import { expect, test } from 'vitest';
import { drawChecks, recordDigests } from '../../src/domain/draw-checks.ts';
import { type LockInput, lockDraw } from '../../src/domain/ssj/lock.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
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

function bigLock(): LockInput {
  const chance = chanceOf(20261125);
  const lock = randomLock((least, most) => least + Math.floor(chance() * (most - least + 1)));
  return { ...lock, roster: [...lock.roster, ...FAR] };
}

test('a result, only of the lists that were locked, and why places of it are empty', async () => {
  const lock = {
    ...bigLock(),
    entropy: { mode: 'witness', contributors: [{ by: 'server' }, { by: 'W1' }, { by: 'W2' }], beacon: null },
  } as const;
  const locked = lockDraw(lock);
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  const contributions = [
    { by: 'server', value: lock.secret },
    { by: 'W1', value: '雨' },
    { by: 'W2', value: '雪' },
  ];
  const input = { ...lock, ...locked.value, contributions, beacon: null };
  expect(await settleAside(input)).toEqual(settle(input));
  await expect(settleAside({ ...input, roster: input.roster.slice(1) })).rejects.toThrow('not as it was locked');
  const [place] = record.teams.map(({ object }) => ({ object, slot: 0 }));
  const short = { ...record, roster, inspectors: [], unfilled: [place ?? expect.fail('nothing was drawn')] };
  expect(await shortagesAside(short)).toEqual(shortagesOf(short));
});

test('a seal, the digests of a record, and our own check of it, which finds a changed row', async () => {
  const big = bigLock();
  expect(await lockAside(big)).toEqual(lockDraw(big));
  const settled = { ...record, roster };
  expect(await digestsAside(settled)).toEqual(recordDigests(settled));
  expect(await digestsAside(settled)).not.toEqual(recordDigests(record));
  const draw = { record: settled, manifestHash: record.manifestHash, closeHash: null };
  const checks = await checksAside(draw);
  expect(checks).toEqual(drawChecks(draw));
  expect(checks?.find(({ what }) => what === 'lists')).toEqual({ what: 'lists', holds: false });
});
