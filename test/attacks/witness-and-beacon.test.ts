// A witness who stays away to choose, and a beacon that was known when the draw was locked.
import { expect, test } from 'vitest';
import { roundTime } from '../../src/domain/ssj/beacon.ts';
import { lockDraw as seal } from '../../src/domain/ssj/lock.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { closeDue } from '../../src/flows/close-due.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { takeBeacon } from '../../src/flows/take-beacon.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { answerOf, office2023, ROUND, vectorRound, WINDOW } from '../support/drand.ts';
import { failedChecks } from '../support/failed-checks.ts';
import { done, openOffice, refused } from '../support/office.ts';
import { verifyInPython } from '../support/python.ts';
import { lockedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';
import { RECORDS } from '../support/vectors.ts';

const DRAND = { mode: 'drand', ...WINDOW } as const;

withStores('a witness who vanishes', (make) => {
  test('chooses nothing: the clock closes without him at the time announced, he is named absent, and his late word is refused', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office, { witnesses: ['P921', 'P922', 'P923'] });
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, `雨${id}`));
    expect(await closeDue(office)).toEqual([]);
    office.at('2026-03-16T09:30');
    expect(await refused(contribute(office, office.person('P923'), number, '迟'))).toMatchObject({ kind: 'witnessing-over' });
    expect(await closeDue(office)).toEqual([number]);
    expect(await refused(contribute(office, office.person('P923'), number, '迟'))).toMatchObject({ kind: 'wrong-state' });
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    expect(draw).toMatchObject({ state: 'settled', absent: ['W3'] });
    expect(failedChecks(draw.record)).toEqual([]);
  });

  test('where two were needed stops the draw but cannot bend it: it is voided by two people and counted, and has no outcome to compare', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office);
    await done(contribute(office, office.person('P921'), number, '雨'));
    office.at('2026-03-16T10:00');
    expect(await closeDue(office)).toEqual([]);
    expect(await refused(settleDraw(office, office.person('P901'), number))).toEqual({ kind: 'contributions-open', missing: ['P922'] });
    await done(askVoid(office, office.person('P901'), number, '示例：见证人未到'));
    expect(await done(approveVoid(office, office.person('P911'), number))).toMatchObject({ state: 'void', closedAt: null, record: null });
    expect(await refused(contribute(office, office.person('P922'), number, '迟'))).toMatchObject({ kind: 'wrong-state' });
  });
});

withStores('a beacon older than the lock', (make) => {
  test('is never planned: the manifest names the first round after the witnesses’ time, and no other is taken', async () => {
    const office = await office2023((await make()).store);
    const draw = await lockedDraw(office, DRAND);
    const { beacon } = draw.manifest.entropy;
    expect(beacon).toMatchObject({ type: 'drand', round: ROUND.round });
    expect(roundTime(ROUND.round).getTime()).toBeGreaterThan(draw.lockedAt.getTime());
    for (const { person, by } of draw.witnesses) await done(contribute(office, office.person(person), draw.number, `雨${by}`));
    office.at('2023-09-15T19:01');
    const old = vectorRound(1000);
    expect(roundTime(old.round).getTime()).toBeLessThan(draw.lockedAt.getTime());
    const paste = (text: string) => takeBeacon(office, office.person('P901'), draw.number, text);
    expect(await refused(paste(answerOf(old)))).toEqual({ kind: 'beacon-of-other-round', round: 1000, awaited: ROUND.round });
    expect(await refused(paste(answerOf({ ...old, round: ROUND.round })))).toEqual({ kind: 'beacon-forged' });
    expect(await refused(paste(old.signature))).toEqual({ kind: 'beacon-forged' });
  });

  test('cannot be sealed: the lock itself refuses a round that is not after it', async () => {
    const office = await office2023((await make()).store);
    const { manifest, roster, inspectors, recusals, secret, lastLink } = await lockedDraw(office, DRAND);
    const { beacon } = manifest.entropy;
    if (beacon?.type !== 'drand') throw new Error('not by drand');
    const sealed = seal({
      draw: manifest.draw,
      lockedAt: manifest.lockedAt,
      roster,
      inspectors,
      recusals,
      rules: manifest.rules,
      entropy: { mode: 'drand', contributors: manifest.entropy.contributors, beacon: { ...beacon, round: 1000 } },
      chainLength: manifest.eventChain.length,
      prev: manifest.prev,
      secret,
      lastLink,
    });
    expect(sealed).toMatchObject({ ok: false, problem: [{ kind: expect.stringContaining('beacon') }] });
  });
});

test('a record locked after its beacon is refused by the verifier and the Python script, by the line about the beacon’s time', () => {
  const found = RECORDS.find(({ record }) => record.manifest.entropy.mode === 'drand');
  if (!found) throw new Error('the vectors have no draw by drand');
  const { record } = found;
  const late = JSON.stringify({ ...record, manifest: { ...record.manifest, lockedAt: '2099-01-01T09:00:00+08:00' } });
  const failed = verifyText(late).checks.filter(({ passed }) => !passed);
  const line = failed.find(({ id }) => id === 'beacon-time');
  expect(failed.map(({ id }) => id)).toContain('beacon-time');
  const inPython = verifyInPython([late])[0]
    ?.filter(([, passed]) => !passed)
    .map(([title]) => title);
  expect(inPython).toContain(line?.name);
});
