// The operator who wants another outcome, and people who press what is not theirs: pressed at the real desk.
import { expect, test } from 'vitest';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { publishVoidOutcomes } from '../../src/flows/publish-void-outcomes.ts';
import { publicRecord } from '../../src/web/reading.ts';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { handAt, type Press } from '../support/desk-press.ts';
import { failedChecks } from '../support/failed-checks.ts';
import { done, openOffice, refused, type TestOffice, taskNow } from '../support/office.ts';
import { approvedTask, closedDraw, lockedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const draws = (office: TestOffice) => office.store.read((books) => books.draws.all());
const drawNow = (office: TestOffice, number: string) => office.store.read((books) => books.draws.get(number));

withStores('an operator', (make) => {
  async function atDesk(act: (parts: { office: TestOffice; bench: DeskBench; press: Press }) => Promise<void>): Promise<void> {
    const office = await openOffice((await make()).store);
    const bench = openDeskBench(office);
    try {
      await act({ office, bench, press: handAt(bench, office) });
    } finally {
      await bench.close();
    }
  }

  test('who draws again until he is pleased is stopped: a result is neither drawn again, voided nor locked over', () =>
    atDesk(async ({ office, press }) => {
      const { number, task } = await closedDraw(office);
      await press('ou_901', { do: 'settle-draw', about: number });
      const first = await drawNow(office, number);
      expect(first?.state).toBe('settled');
      const { version } = await taskNow(office, task);
      for (const act of [
        { do: 'settle-draw', about: number },
        { do: 'lock-draw', about: task, v: version },
        { do: 'close-draw', about: number },
        { do: 'ask-void', about: number },
      ])
        expect((await press('ou_901', act, { value: '再来' })).look).not.toBe('success');
      expect(await refused(askVoid(office, office.person('P901'), number, '不满意'))).toMatchObject({ kind: 'wrong-state' });
      expect(await drawNow(office, number)).toEqual(first);
      expect(await draws(office)).toHaveLength(1);
    }));

  test('who gives a draw up before its result needs a second person, keeps the number used, and what it would have drawn is published', () =>
    atDesk(async ({ office }) => {
      const { number, task } = await closedDraw(office);
      const both = office.person('P912');
      await done(askVoid(office, both, number, '示例：名录有误'));
      expect(await refused(approveVoid(office, both, number))).toEqual({ kind: 'own-request' });
      await done(approveVoid(office, office.person('P911'), number));
      expect(await publishVoidOutcomes(office)).toEqual([number]);
      const record = await office.store.read((books) => publicRecord(books, number));
      expect(failedChecks(record)).toEqual([]);
      const { version } = await taskNow(office, task);
      expect((await done(lockDraw(office, office.person('P901'), task, version))).number).toBe('2026-0002');
      expect((await draws(office)).map((draw) => [draw.number, draw.state])).toEqual(
        expect.arrayContaining([
          ['2026-0001', 'void'],
          ['2026-0002', 'locked'],
        ]),
      );
    }));

  test('who locks one task twice at once, with a second operator, gets one draw and one number', () =>
    atDesk(async ({ office, press }) => {
      const task = await approvedTask(office);
      const act = { do: 'lock-draw', about: task.id, v: task.version };
      const told = await Promise.all([press('ou_901', act), press('ou_902', act), press('ou_901', act)]);
      expect(told.filter(({ look }) => look === 'success')).toHaveLength(1);
      expect((await draws(office)).map(({ number }) => number)).toEqual(['2026-0001']);
    }));

  test('who locks two tasks at once gets two numbers without a gap, two secrets, and each seal in the ledger once', () =>
    atDesk(async ({ office, press }) => {
      const change = { categories: ['grassroots'], matters: ['M03'] } as const;
      const tasks = [await approvedTask(office, change), await approvedTask(office, { categories: ['lawfirm'], matters: ['M01'] })];
      await Promise.all(tasks.map(({ id, version }, i) => press(`ou_90${i + 1}`, { do: 'lock-draw', about: id, v: version })));
      const locked = await draws(office);
      expect(locked.map(({ number }) => number).sort()).toEqual(['2026-0001', '2026-0002']);
      const whole = await Promise.all(locked.map(({ number }) => drawNow(office, number)));
      expect(new Set(whole.map((draw) => draw?.secret)).size).toBe(2);
      expect(new Set(whole.map((draw) => draw?.task)).size).toBe(2);
      for (const draw of whole) {
        const entries = await office.store.read((books) => books.ledger.about(draw?.number ?? ''));
        expect(entries.filter(({ payload }) => payload.what === 'draw-locked')).toMatchObject([
          { payload: { facts: { manifestHash: draw?.manifestHash } } },
        ]);
      }
    }));

  test('who presses again, or whose press is pushed twice by the platform, changes nothing the second time', () =>
    atDesk(async ({ office, press }) => {
      const { number } = await lockedDraw(office);
      const give = { do: 'contribute', about: number };
      expect((await press('ou_921', give, { value: '雨', key: 'feishu:once' })).look).toBe('success');
      await press('ou_921', give, { value: '晴', key: 'feishu:once' });
      expect((await press('ou_921', give, { value: '晴' })).look).not.toBe('success');
      const given = await office.store.read((books) => books.draws.contributions(number));
      expect(given.map(({ by, value }) => [by, value])).toEqual([['W1', '雨']]);
      await press('ou_922', give, { value: '雪' });
      const settle = { do: 'settle-draw', about: number };
      await Promise.all([press('ou_901', settle), press('ou_902', settle), press('ou_901', settle)]);
      const entries = await office.store.read((books) => books.ledger.about(number));
      expect(entries.filter(({ payload }) => payload.what === 'draw-settled')).toHaveLength(1);
    }));

  test.each([
    ['an inspector', 'ou_P001'],
    ['a witness', 'ou_921'],
    ['a head', 'ou_911'],
    ['an auditor', 'ou_931'],
    ['somebody nobody knows', 'ou_nobody'],
  ])('is not played by %s who presses his buttons: the flow refuses him by his roles, whatever the card offered', (_who, account) =>
    atDesk(async ({ office, press }) => {
      const task = await approvedTask(office);
      expect((await press(account, { do: 'lock-draw', about: task.id, v: task.version })).look).not.toBe('success');
      expect(await draws(office)).toEqual([]);
      const { number } = await closedDraw(office);
      const before = await drawNow(office, number);
      for (const verb of ['settle-draw', 'close-draw', 'ask-void', 'approve-void', 'contribute', 'type-dice', 'give-beacon'])
        expect((await press(account, { do: verb, about: number }, { value: '雨' })).look).not.toBe('success');
      expect(await drawNow(office, number)).toEqual(before);
      expect(await office.store.read((books) => books.draws.contributions(number))).toHaveLength(2);
    }),
  );
});
