// A draw by drand: sealed in time by the clock, its round fetched or pasted, forged ones refused, and what happens when something is late.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { closeContributions } from '../../src/flows/close-contributions.ts';
import { closeDue } from '../../src/flows/close-due.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { fetchBeacons } from '../../src/flows/fetch-beacons.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { publishVoidOutcomes } from '../../src/flows/publish-void-outcomes.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { takeBeacon } from '../../src/flows/take-beacon.ts';
import { drawAtHand, publicRecord } from '../../src/web/reading.ts';
import { answerOf, type DrandServer, LOCK_TIME, office2023, ROUND, serveDrand, vectorRound, WINDOW } from '../support/drand.ts';
import { failedChecks } from '../support/failed-checks.ts';
import { done, refused, type TestOffice } from '../support/office.ts';
import { lockedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

let server: DrandServer;
beforeAll(async () => {
  server = await serveDrand();
});
afterAll(() => server.close());

const DRAFT = { mode: 'drand', ...WINDOW } as const;
const BEFORE = '2023-09-15T18:57';
const AFTER = '2023-09-15T19:01';

function drawNow(office: TestOffice, number: string): Promise<Draw | null> {
  return office.store.read((books) => books.draws.get(number));
}

/** Closed by its last witness, long before the round. */
async function sealed(office: TestOffice): Promise<Draw> {
  const { number } = await lockedDraw(office, DRAFT);
  let draw: Draw | null = null;
  for (const id of ['P921', 'P922']) draw = await done(contribute(office, office.person(id), number, `雨${id}`));
  if (draw?.state !== 'closed') throw new Error('not closed');
  return draw;
}

async function voided(office: TestOffice, number: string): Promise<void> {
  await done(askVoid(office, office.person('P901'), number, '示例：名录有误'));
  await done(approveVoid(office, office.person('P911'), number));
}

withStores('a draw by drand', (make) => {
  test('names at the lock the first round after the witnesses’ time and the margin', async () => {
    const office = await office2023((await make()).store);
    const { manifest } = await lockedDraw(office, DRAFT);
    expect(manifest.entropy.beacon).toEqual({
      type: 'drand',
      chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
      round: ROUND.round,
    });
    expect(manifest.lockedAt).toBe(`${LOCK_TIME}:00+08:00`);
  });

  test('is settled with the fetched round, and its record passes the independent verifier', async () => {
    const office = await office2023((await make()).store, [server.url]);
    const { number } = await sealed(office);
    server.say(ROUND.round, answerOf(ROUND));
    expect(await fetchBeacons(office)).toEqual([]);
    expect(await refused(settleDraw(office, office.person('P901'), number))).toMatchObject({ kind: 'beacon-awaited', round: ROUND.round });
    office.at(AFTER);
    expect(await fetchBeacons(office)).toEqual([number]);
    expect(await fetchBeacons(office)).toEqual([]);
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    expect(draw.record?.beacon).toMatchObject({ round: ROUND.round, randomness: ROUND.randomness, signature: ROUND.signature });
    expect(draw.record?.beaconTypedBy).toBeUndefined();
    expect(failedChecks(draw.record)).toEqual([]);
  });

  test('takes the round pasted by hand, once, and refuses forged, other and senseless ones', async () => {
    const office = await office2023((await make()).store);
    const { number } = await sealed(office);
    office.at(AFTER);
    const paste = (text: string, by = 'P921') => takeBeacon(office, office.person(by), number, text);
    const other = vectorRound(1000);
    expect(await refused(paste(answerOf(other)))).toEqual({ kind: 'beacon-of-other-round', round: 1000, awaited: ROUND.round });
    expect(await refused(paste(answerOf({ ...other, round: ROUND.round })))).toEqual({ kind: 'beacon-forged' });
    expect(await refused(paste(answerOf({ ...ROUND, randomness: other.randomness })))).toEqual({ kind: 'beacon-forged' });
    expect(await refused(paste(other.signature))).toEqual({ kind: 'beacon-forged' });
    for (const text of ['', '你好', '{}', '{"round":', ROUND.randomness])
      expect(await refused(paste(text))).toEqual({ kind: 'beacon-unread' });
    expect(await refused(paste(answerOf(ROUND), 'P001'))).toMatchObject({ kind: 'not-allowed' });
    expect(await done(paste(`请看：${answerOf(ROUND).replaceAll('"', '”')}`))).toMatchObject({
      signature: ROUND.signature,
      from: null,
      by: 'P921',
    });
    expect(await refused(paste(ROUND.signature, 'P911'))).toEqual({ kind: 'already-done' });
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    expect(draw.record?.seed).toMatch(/^[0-9a-f]{64}$/);
  });

  test('takes no beacon before the contributions are sealed', async () => {
    const office = await office2023((await make()).store);
    const { number } = await lockedDraw(office, DRAFT);
    expect(await refused(takeBeacon(office, office.person('P901'), number, answerOf(ROUND)))).toMatchObject({ kind: 'wrong-state' });
  });

  test('is closed by the clock when the witnesses’ time is up, the absent named, and takes no word after that', async () => {
    const office = await office2023((await make()).store);
    const { number } = await lockedDraw(office, DRAFT);
    await done(contribute(office, office.person('P921'), number, '雨'));
    office.at('2023-09-15T18:54');
    expect(await closeDue(office)).toEqual([]);
    office.at('2023-09-15T18:55');
    expect(await refused(contribute(office, office.person('P922'), number, '晴'))).toMatchObject({ kind: 'witnessing-over' });
    expect(await closeDue(office)).toEqual([number]);
    expect(await closeDue(office)).toEqual([]);
    expect(await drawNow(office, number)).toMatchObject({ state: 'closed', absent: ['W2'] });
    expect(await refused(contribute(office, office.person('P922'), number, '晴'))).toMatchObject({ kind: 'wrong-state' });
    office.at(AFTER);
    await done(takeBeacon(office, office.person('P901'), number, answerOf(ROUND)));
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    expect(draw.record?.contributions.map(({ by }) => by)).toEqual(['server', 'W1']);
    expect(failedChecks(draw.record)).toEqual([]);
  });

  test('that was not sealed when its round appeared can only be voided: nobody closes it, speaks, or brings the round', async () => {
    const office = await office2023((await make()).store, [server.url]);
    const { number } = await lockedDraw(office, DRAFT);
    await done(contribute(office, office.person('P921'), number, '雨'));
    server.say(ROUND.round, answerOf(ROUND));
    office.at(AFTER);
    expect(await closeDue(office)).toEqual([]);
    expect(await fetchBeacons(office)).toEqual([]);
    const operator = office.person('P901');
    expect(await refused(closeContributions(office, operator, number))).toEqual({ kind: 'beacon-public', draw: number });
    expect(await refused(contribute(office, office.person('P922'), number, '晴'))).toMatchObject({ kind: 'witnessing-over' });
    expect(await refused(takeBeacon(office, operator, number, answerOf(ROUND)))).toEqual({ kind: 'beacon-public', draw: number });
    expect(await refused(settleDraw(office, operator, number))).toMatchObject({ kind: 'contributions-open' });
    await voided(office, number);
    expect(await publishVoidOutcomes(office)).toEqual([]);
    expect(await fetchBeacons(office)).toEqual([]);
  });

  test('voided after its close is computed all the same once the round is there, and its record is public at once', async () => {
    const office = await office2023((await make()).store, [server.url]);
    const { number, secret } = await sealed(office);
    await voided(office, number);
    server.say(ROUND.round, { status: 404 });
    office.at(AFTER);
    expect(await publishVoidOutcomes(office)).toEqual([]);
    expect(await fetchBeacons(office)).toEqual([]);
    await done(takeBeacon(office, office.person('P911'), number, answerOf(ROUND)));
    expect(await publishVoidOutcomes(office)).toEqual([number]);
    expect(await publishVoidOutcomes(office)).toEqual([]);
    const record = await office.store.read((books) => publicRecord(books, number));
    expect(record?.contributions[0]).toEqual({ by: 'server', value: secret });
    expect(failedChecks(record)).toEqual([]);
    expect((await office.store.read((books) => books.ledger.about(number))).map(({ payload }) => payload.what).at(-1)).toBe(
      'void-outcome-published',
    );
    expect(await drawNow(office, number)).toMatchObject({ state: 'void', record: null });
  });

  test('voided while an earlier draw of the year is still visited, shows its outcome’s digest but not its lists', async () => {
    const office = await office2023((await make()).store);
    const first = await lockedDraw(office, { ...WINDOW, categories: ['grassroots'], matters: ['M03'] });
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), first.number, '雨'));
    await done(settleDraw(office, office.person('P901'), first.number));
    const { number } = await sealed(office);
    await voided(office, number);
    office.at(AFTER);
    await done(takeBeacon(office, office.person('P901'), number, answerOf(ROUND)));
    expect(await publishVoidOutcomes(office)).toEqual([number]);
    const [shown, record] = await office.store.read(async (books) => [await drawAtHand(books, number), await publicRecord(books, number)]);
    expect(record).toBeNull();
    expect(shown).toMatchObject({ record: null, outcome: { standing: 'complete', record: { seed: expect.any(String) } } });
  });

  test('may be drawn for anew under another number after the void, with another round', async () => {
    const office = await office2023((await make()).store);
    const { number, task } = await sealed(office);
    await voided(office, number);
    office.at(BEFORE);
    const approved = await office.store.read((books) => books.tasks.get(task));
    const again = await done(lockDraw(office, office.person('P901'), task, approved?.version ?? 0));
    expect(again.number).toBe('2023-0002');
    expect(again.manifest.entropy.beacon).toMatchObject({ type: 'drand', round: ROUND.round + (32 * 60) / 3 });
  });
});
