// A draw by a public lottery: named with the task, sealed before it is drawn, typed by two after that.
import { expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askForNumbers } from '../../src/flows/ask-for-numbers.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { closeDue } from '../../src/flows/close-due.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { publishVoidOutcomes } from '../../src/flows/publish-void-outcomes.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { settleDue } from '../../src/flows/settle-due.ts';
import { typeBeacon } from '../../src/flows/type-beacon.ts';
import { drawAtHand } from '../../src/web/reading.ts';
import { failedChecks } from '../support/failed-checks.ts';
import { done, openOffice, refused, sampleDraft, type TestOffice } from '../support/office.ts';
import { approvedTask, closedDraw, lockedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const LOTTERY = { game: 'ssq', issue: '第 2026030 期', drawnOn: '2026-03-16' };
const DRAFT = { mode: 'lottery', lottery: LOTTERY } as const;
const PUBLISHED = [3, 9, 14, 21, 27, 33, 8];
const DRAWN = '2026-03-16T21:15';

function drawNow(office: TestOffice, number: string): Promise<Draw | null> {
  return office.store.read((books) => books.draws.get(number));
}

withStores('a draw by lottery', (make) => {
  test('is made with a game, an issue and a day; what is missing or strange is refused', async () => {
    const office = await openOffice((await make()).store);
    const withLottery = (change: Partial<typeof LOTTERY>) =>
      makeTask(office, office.person('P901'), sampleDraft({ mode: 'lottery', lottery: { ...LOTTERY, ...change } }));
    expect(await refused(withLottery({ game: '', issue: ' ', drawnOn: '' }))).toEqual({
      kind: 'missing-fields',
      names: ['game', 'issue', 'drawnOn'],
    });
    expect(await refused(withLottery({ game: 'lotto' }))).toEqual({ kind: 'unknown-option', name: 'game' });
    expect(await refused(withLottery({ issue: '下一期' }))).toEqual({ kind: 'bad-field', name: 'issue' });
    expect(await refused(withLottery({ drawnOn: '2026-02-30' }))).toEqual({ kind: 'bad-field', name: 'drawnOn' });
    expect(await refused(withLottery({ drawnOn: '2026-03-15' }))).toMatchObject({ kind: 'lottery-too-soon' });
    const task = await done(withLottery({}));
    expect(task.lottery).toMatchObject({
      game: '示例双色球',
      issue: '2026030',
      drawnAt: new Date(`${DRAWN}:00+08:00`),
      where: '示例开奖公告',
    });
    expect((await done(makeTask(office, office.person('P901'), sampleDraft({ lottery: LOTTERY })))).lottery).toBeNull();
  });

  test('is not locked when its issue is drawn too soon or already', async () => {
    const office = await openOffice((await make()).store);
    const task = await approvedTask(office, DRAFT);
    for (const late of ['2026-03-16T20:40', '2026-03-16T22:00']) {
      office.at(late);
      expect(await refused(lockDraw(office, office.person('P901'), task.id, task.version))).toMatchObject({ kind: 'lottery-too-soon' });
    }
    office.at('2026-03-16T20:39');
    const draw = await done(lockDraw(office, office.person('P901'), task.id, task.version));
    expect(draw.manifest.entropy.beacon).toEqual({ type: 'lottery', game: '示例双色球', issue: '2026030' });
  });

  test('is typed by two after it was drawn; a mismatch is typed again; the record holds the numbers ascending', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office, DRAFT);
    const type = (by: string, numbers: readonly number[]) => typeBeacon(office, office.person(by), number, numbers);
    expect(await refused(type('P921', PUBLISHED))).toMatchObject({ kind: 'beacon-not-yet' });
    expect(await askForNumbers(office)).toEqual([]);
    office.at(DRAWN);
    expect(await askForNumbers(office)).toEqual([number]);
    expect(await askForNumbers(office)).toEqual([]);
    const strange = [
      [],
      [3, 9, 14, 21, 27, 33],
      [...PUBLISHED, 1],
      [3, 3, 14, 21, 27, 33, 8],
      [3, 9, 14, 21, 27, 34, 8],
      [3, 8, 9, 14, 21, 27, 33],
    ];
    for (const numbers of strange) expect(await refused(type('P921', numbers))).toMatchObject({ kind: 'bad-numbers' });
    expect(await refused(type('P923', PUBLISHED))).toMatchObject({ kind: 'not-a-witness' });
    await done(type('P921', PUBLISHED));
    expect(await refused(type('P921', PUBLISHED))).toEqual({ kind: 'already-done' });
    expect(await done(type('P922', [3, 9, 14, 21, 27, 33, 7]))).toMatchObject({ differed: true, round: 2, agreed: null });
    expect(await refused(settleDraw(office, office.person('P901'), number))).toEqual({ kind: 'typing-open', typed: 0 });
    await done(type('P922', [33, 27, 21, 14, 9, 3, 8]));
    expect(await done(type('P921', PUBLISHED))).toMatchObject({ differed: false, agreed: { by: ['P921', 'P922'] } });
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    expect(draw.record).toMatchObject({
      beacon: { type: 'lottery', issue: '2026030', numbers: [3, 8, 9, 14, 21, 27, 33] },
      beaconTypedBy: ['W1', 'W2'],
    });
    expect(failedChecks(draw.record)).toEqual([]);
  });

  test('is closed by the clock before it is drawn; one that was not can only be voided', async () => {
    const office = await openOffice((await make()).store);
    const [first, second] = [await lockedDraw(office, DRAFT), await lockedDraw(office, DRAFT)];
    await done(contribute(office, office.person('P921'), first.number, '雨'));
    office.at('2026-03-16T09:30');
    expect((await closeDue(office)).toSorted()).toEqual([first.number, second.number]);
    expect(await drawNow(office, first.number)).toMatchObject({ state: 'closed', absent: ['W2'] });
    const third = await lockedDraw(office, DRAFT);
    office.at('2026-03-16T21:16');
    expect(await closeDue(office)).toEqual([]);
    expect(await refused(contribute(office, office.person('P921'), third.number, '雨'))).toMatchObject({ kind: 'witnessing-over' });
    expect(await drawNow(office, third.number)).toMatchObject({ state: 'locked' });
  });

  test('voided after its close is still asked for and typed, and its outcome published', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office, DRAFT);
    await done(askVoid(office, office.person('P901'), number, '示例'));
    await done(approveVoid(office, office.person('P911'), number));
    expect(await publishVoidOutcomes(office)).toEqual([]);
    expect(await office.store.read((books) => drawAtHand(books, number))).toMatchObject({
      outcome: { standing: 'lottery-coming', record: null },
    });
    office.at(DRAWN);
    expect(await askForNumbers(office)).toEqual([number]);
    for (const id of ['P921', 'P922']) await done(typeBeacon(office, office.person(id), number, PUBLISHED));
    expect(await publishVoidOutcomes(office)).toEqual([number]);
    const shown = await office.store.read((books) => drawAtHand(books, number));
    expect(shown).toMatchObject({ outcome: { standing: 'complete' } });
    expect(failedChecks(shown?.record)).toEqual([]);
  });
});

withStores('a draw by lottery that nobody opens', (make) => {
  test('is opened by the clock some minutes after its last ingredient came, even while somebody asks to void it', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office, DRAFT);
    office.at('2026-03-16T21:20');
    await done(typeBeacon(office, office.person('P921'), number, PUBLISHED));
    expect(await settleDue(office)).toEqual([]);
    await done(typeBeacon(office, office.person('P922'), number, PUBLISHED));
    await done(askVoid(office, office.person('P901'), number, '示例'));
    office.at('2026-03-16T21:29');
    expect(await settleDue(office)).toEqual([]);
    office.at('2026-03-16T21:30');
    expect(await settleDue(office)).toEqual([number]);
    const draw = await drawNow(office, number);
    expect(draw).toMatchObject({ state: 'settled', settledBy: 'system', settledAt: office.now() });
    expect(failedChecks(draw?.record)).toEqual([]);
    expect(await settleDue(office)).toEqual([]);
    const ledger = await office.store.read((books) => books.ledger.about(number));
    expect(ledger.at(-1)?.payload).toMatchObject({ what: 'draw-settled', by: 'system' });
  });

  test('of two who open it at once, the clock and an operator, one does', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office, DRAFT);
    office.at('2026-03-16T21:20');
    for (const id of ['P921', 'P922']) await done(typeBeacon(office, office.person(id), number, PUBLISHED));
    office.at('2026-03-16T21:40');
    const [byClock, pressed] = await Promise.all([settleDue(office), settleDraw(office, office.person('P901'), number)]);
    expect(byClock.length + (pressed.ok ? 1 : 0)).toBe(1);
  });

  test('by dice the clock opens nothing: its secret is opened with the result', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office, { mode: 'dice' });
    for (const id of ['P921', 'P922']) await done(typeBeacon(office, office.person(id), number, [1, 6, 3]));
    office.at('2026-03-17T09:00');
    expect(await settleDue(office)).toEqual([]);
  });
});

/** Voids it, lets the clock look, and answers what the public page knows of its outcome. */
const voidIt = async (office: TestOffice, number: string) => {
  await done(askVoid(office, office.person('P901'), number, '示例'));
  await done(approveVoid(office, office.person('P911'), number));
  await publishVoidOutcomes(office);
  return (await office.store.read((books) => drawAtHand(books, number)))?.outcome;
};

withStores('a void draw by other modes', (make) => {
  test('publishes the outcome of sealed words at once, and says what is missing of words that were never sealed', async () => {
    const office = await openOffice((await make()).store);
    const closed = await closedDraw(office);
    const outcome = await voidIt(office, closed.number);
    expect(outcome).toMatchObject({ standing: 'complete', record: { beacon: null } });
    expect(failedChecks(outcome?.record)).toEqual([]);
    const open = await lockedDraw(office);
    await done(contribute(office, office.person('P921'), open.number, '雨'));
    expect(await voidIt(office, open.number)).toEqual({ standing: 'never-sealed', record: null });
  });

  test('publishes dice that one witness had typed once the other types them alike, so that voiding in between hides nothing', async () => {
    const office = await openOffice((await make()).store);
    const typed = await closedDraw(office, { mode: 'dice' });
    for (const id of ['P921', 'P922']) await done(typeBeacon(office, office.person(id), typed.number, [1, 6, 3]));
    expect(await voidIt(office, typed.number)).toMatchObject({ standing: 'complete', record: { beacon: { throws: [1, 6, 3] } } });
    const half = await closedDraw(office, { mode: 'dice' });
    await done(typeBeacon(office, office.person('P921'), half.number, [1, 6, 3]));
    expect(await voidIt(office, half.number)).toEqual({ standing: 'dice-coming', record: null });
    await done(typeBeacon(office, office.person('P922'), half.number, [1, 6, 3]));
    expect(await publishVoidOutcomes(office)).toEqual([half.number]);
    const never = await closedDraw(office, { mode: 'dice' });
    expect(await voidIt(office, never.number)).toEqual({ standing: 'dice-never-typed', record: null });
  });
});
