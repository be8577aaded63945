// What goes wrong on purpose: the platform's faults, two hands on one button, clocks, and input nobody should send.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { memberById } from '../../sandbox/people.ts';
import { type House, openHouse } from '../support/house.ts';
import { type SeenMessage, wordsOf } from '../support/player.ts';
import { openOffice } from '../support/round-by-force.ts';
import { stubborn } from '../support/stubborn.ts';
import { taskForm } from '../support/task-form.ts';

vi.setConfig({ testTimeout: 60_000 });

const [ADMIN, OPERATOR, HEAD, INSPECTOR, STRANGER] = ['P001', 'P002', 'P003', 'P011', 'P900'] as const;

let house: House;
beforeAll(async () => {
  house = await openHouse({
    platform: { clientConfig: { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 1, PingInterval: 26 } },
  });
  await openOffice(stubborn({ play: house.play, store: () => house.product.office.store }));
});
afterAll(() => house.close());

const fault = (kind: string, count = 1) => house.play.post('/sandbox/faults', { kind, count });
const ahead = (ms: number) => house.play.post('/sandbox/clock', { advance: { ms } });
const heard = async (as: string): Promise<readonly SeenMessage[]> => (await house.play.messages(as)).filter(({ from }) => from.isBot);
const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));

/** A press that no client would send: any act, any form, on a card of that person. */
const filledForm = (): ReturnType<typeof taskForm> => taskForm(house.product.office, { title: '出错也不丢（示例）' });

async function rawPress(
  as: string,
  message: string,
  value: object,
  form: object = {},
): Promise<{ toast?: { type: string; content: string } }> {
  const { state } = house.platform;
  const member = memberById(as);
  const card = state.world.message(message);
  if (!member || !card) throw new Error('nobody or nothing there');
  const action = { tag: 'button', value, form_value: form } as Parameters<typeof state.envelopes.press>[3];
  const outcome = await state.delivery.call(state.envelopes.press(member, card, 'c-raw', action));
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  return outcome.data as { toast?: { type: string; content: string } };
}

/** The message of a fresh task form of the operator. */
async function freshForm(): Promise<string> {
  return (await house.play.ask(OPERATOR, '/任务 新建')).id;
}

const MAKE = { do: 'make-task', about: '' } as const;
const tasks = () => house.product.office.store.read((books) => books.tasks.all());

async function madeTask(): Promise<string> {
  const before = (await tasks()).map(({ id }) => id);
  expect((await rawPress(OPERATOR, await freshForm(), MAKE, await filledForm())).toast).toMatchObject({ type: 'success' });
  return (await tasks()).find(({ id }) => !before.includes(id))?.id ?? '';
}

describe('a fault of the platform', () => {
  test('duplicates: a message pushed twice is answered once', async () => {
    await fault('duplicates');
    const before = (await heard(INSPECTOR)).length;
    await house.play.ask(INSPECTOR, '/帮助');
    await quiet();
    expect(await heard(INSPECTOR)).toHaveLength(before + 1);
  });

  test.each(['lost-answer', '429'])('%s: the card is sent again and arrives once', async (kind) => {
    const before = (await heard(INSPECTOR)).length;
    await fault(kind);
    await house.play.say(INSPECTOR, '/待办');
    await house.play.until('the card, sent again', async () => {
      await ahead(6_000);
      const { waiting } = await house.product.office.store.read((books) => books.outbox.counts());
      return waiting === 0 && (await heard(INSPECTOR)).length > before;
    });
    await quiet();
    expect(await heard(INSPECTOR)).toHaveLength(before + 1);
  });

  test('a dropped connection: what was said meanwhile is answered once', async () => {
    const before = (await heard(INSPECTOR)).length;
    await fault('dropped-connection');
    await house.play.say(INSPECTOR, '/帮助');
    await house.play.until(
      'the answer',
      async () => {
        await ahead(16_000);
        return (await heard(INSPECTOR)).length > before;
      },
      30_000,
    );
    await quiet();
    expect(await heard(INSPECTOR)).toHaveLength(before + 1);
  });
});

describe('two hands', () => {
  test('on one decision: exactly one wins and the other reads a sentence', async () => {
    const { store, now } = house.product.office;
    const auditor = await store.read((books) => books.people.get('P006'));
    if (!auditor) throw new Error('no auditor');
    const second = { ...auditor, roles: ['head' as const] };
    await store.work((books) =>
      books.people.apply([{ id: auditor.id, before: auditor, after: second }], { at: now(), by: 'system', source: '示例' }),
    );
    const task = await madeTask();
    const version = (await store.read((books) => books.tasks.get(task)))?.version ?? 0;
    const cards = await Promise.all([house.play.ask(HEAD, `/任务 ${task}`), house.play.ask('P006', `/任务 ${task}`)]);
    const act = { do: 'approve-task', about: task, v: version };
    const answers = await Promise.all([rawPress(HEAD, cards[0].id, act), rawPress('P006', cards[1].id, act)]);
    expect(answers.filter(({ toast }) => toast?.type === 'success')).toHaveLength(1);
    expect(answers.find(({ toast }) => toast?.type === 'error')?.toast?.content).toMatch(/[一-龥]{4}/);
    const entries = await store.read((books) => books.ledger.about(task));
    expect(entries.filter(({ payload }) => payload.what === 'task-approved')).toHaveLength(1);
  });

  test('on one form: sent again because the answer was lost, it makes one task and shows it', async () => {
    const message = await freshForm();
    const before = (await tasks()).length;
    const form = await filledForm();
    const first = await rawPress(OPERATOR, message, MAKE, form);
    const again = await rawPress(OPERATOR, message, MAKE, form);
    expect([first.toast?.type, again.toast?.type]).toEqual(['success', 'success']);
    expect(await tasks()).toHaveLength(before + 1);
  });

  test('both on one form at once: one task', async () => {
    const message = await freshForm();
    const before = (await tasks()).length;
    const form = await filledForm();
    await Promise.all([rawPress(OPERATOR, message, MAKE, form), rawPress(OPERATOR, message, MAKE, form)]);
    expect(await tasks()).toHaveLength(before + 1);
  });
});

describe('input', () => {
  const LONG = `<at id=all></at>**{{x}}**{{{y}}}[a](javascript:1)\u202e\u0000'";--`.repeat(1) + '恶'.repeat(10_000);

  test.each<[what: string, as: string, text: string, sentence: RegExp]>([
    ['an unknown command names the nearest', OPERATOR, '/帮住', /帮助/],
    ['a wrong role reads who may', INSPECTOR, '/任务 新建', /经办人/],
    ['a task that does not exist', OPERATOR, '/任务 2026-99', /没有|找不到|不存在/],
    ['30 KB of hostile text', OPERATOR, LONG, /[一-龥]{4}/],
    ['a stranger', STRANGER, '/任务 新建', /绑定|认领|管理员/],
  ])('%s', async (_, as, text, sentence) => {
    expect(wordsOf(await house.play.ask(as, text))).toMatch(sentence);
  });

  test.each<[what: string, change: Record<string, string | readonly string[] | undefined>, sentence: RegExp]>([
    ['a missing field', { title: undefined }, /标题|名称|填/],
    ['an empty form', { title: '', kind: '', mode: '' }, /填|选/],
    ['an option that is none', { kind: 'lottery' }, /选/],
    ['a date in the past', { from: '2020-01-01' }, /早|过去|之前|已过|今天/],
    ['a date that is none', { from: '2026-02-30' }, /日期|时间|填/],
    ['30 KB of hostile text', { title: LONG }, /长|字/],
  ])('%s in a form is refused with a sentence, and nothing is made', async (_, change, sentence) => {
    const before = (await tasks()).length;
    const message = await freshForm();
    const { toast } = await rawPress(OPERATOR, message, MAKE, { ...(await filledForm()), ...change });
    expect(toast?.type).toBe('error');
    expect(toast?.content).toMatch(sentence);
    expect(await tasks()).toHaveLength(before);
  });

  test('fields that the form does not have are left behind', async () => {
    const before = (await tasks()).length;
    const form = { ...(await filledForm()), madeBy: 'P003', state: 'approved', __proto__x: 'x', 'a b': '1' };
    expect((await rawPress(OPERATOR, await freshForm(), MAKE, form)).toast?.type).toBe('success');
    expect((await tasks()).length).toBe(before + 1);
    expect((await tasks()).map(({ state }) => state)).not.toContain('published');
  });

  test('an act that is none, a stale version and a double press read a sentence each', async () => {
    const task = await madeTask();
    const card = (await house.play.ask(HEAD, `/任务 ${task}`)).id;
    const act = { do: 'approve-task', about: task };
    for (const value of [
      { do: 'drop-tables', about: 'x' },
      { ...act, v: 99 },
    ]) {
      const { toast } = await rawPress(HEAD, card, value);
      expect(toast?.type).toBe('error');
      expect(toast?.content).toMatch(/[一-龥]{4}/);
    }
    expect((await rawPress(HEAD, card, { ...act, v: 1 })).toast?.type).toBe('success');
    expect((await rawPress(HEAD, card, { ...act, v: 1 })).toast?.type).toBe('error');
  });

  test('fewer inspectors than a team: the draw is not locked, and the sentence says so', async () => {
    const { store, now } = house.product.office;
    const task = await madeTask();
    const card = (await house.play.ask(HEAD, `/任务 ${task}`)).id;
    await rawPress(HEAD, card, { do: 'approve-task', about: task, v: 1 });
    const inspectors = (await store.read((books) => books.people.byRole('inspector'))).slice(1);
    const apply = (status: 'active' | 'left') =>
      store.work((books) => {
        const changes = inspectors.map((before) => ({ id: before.id, before, after: { ...before, status } }));
        return books.people.apply(changes, { at: now(), by: 'system', source: '示例' });
      });
    await apply('left');
    const mine = (await house.play.ask(OPERATOR, `/任务 ${task}`)).id;
    const { toast } = await rawPress(OPERATOR, mine, { do: 'lock-draw', about: task, v: 2 });
    expect(toast?.type).toBe('error');
    expect(toast?.content).toMatch(/人/);
    expect((await store.read((books) => books.tasks.get(task)))?.draw).toBeNull();
    await apply('active');
  });
});

/** Half past nine of the first working day from the stand-in's now on. */
function nextWorkingNine(): string {
  const day = new Date(house.platform.state.clock.now() + 86_400_000);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T09:30:00+08:00`;
}

describe('the clock', () => {
  test('three weeks on: an old card is refused by the client, a new one is asked for and works, the digest comes once', async () => {
    const old = (await house.play.ask(OPERATOR, '/待办')).id;
    await ahead(21 * 86_400_000);
    await house.play.post('/sandbox/clock', { at: nextWorkingNine() });
    const pressed = await house.play.post<{ error?: { text: string } }>('/sandbox/actions', {
      as: OPERATOR,
      message: old,
      button: '0',
      form: {},
    });
    expect(pressed.error?.text).toContain('14 天');
    expect(wordsOf(await house.play.ask(OPERATOR, '/待办'))).toMatch(/[一-龥]/);
    await ahead(60_000);
    await ahead(60_000);
    const digests = await house.product.office.store.read((books) => books.outbox.copies('digest', HEAD));
    const days = digests.map(({ notice }) => notice.extra?.['day']);
    expect(new Set(days).size).toBe(days.length);
  });

  test('set back by twenty minutes: commands are answered and nothing is sent a second time', async () => {
    const counts = () => house.product.office.store.read((books) => books.outbox.counts());
    await house.play.until('the post to be out', async () => (await counts()).waiting === 0);
    const before = (await counts()).sent;
    house.skew(-20 * 60_000);
    await house.play.ask(OPERATOR, '/帮助');
    await quiet();
    expect((await counts()).sent).toBe(before + 1);
    house.skew(0);
  });
});

test('somebody unknown to the lists is told so, with the lists empty: no draw, no crash', async () => {
  const empty = await openHouse();
  try {
    expect(wordsOf(await empty.play.ask(ADMIN, '/名录'))).toMatch(/[一-龥]{2}/);
    expect(wordsOf(await empty.play.ask(ADMIN, '/机构'))).toMatch(/[一-龥]{2}/);
    expect(wordsOf(await empty.play.ask(OPERATOR, '/帮助'))).toMatch(/绑定|认领|管理员/);
  } finally {
    await empty.close();
  }
});

test('a connection that only seems open is found out, and what was said into it is answered once', { timeout: 150_000 }, async () => {
  const before = (await heard(INSPECTOR)).length;
  const { wire } = house.platform.state;
  const from = wire.since(0).at(-1)?.n ?? 0;
  await fault('half-open');
  await house.play.say(INSPECTOR, '/帮助');
  // Not hurried: the platform would have pushed for the last time before the silence is noticed.
  const isClosed = async () => wire.since(from).some(({ what }) => what === '长连接断开');
  await house.play.until('the product to give the connection up', isClosed, 75_000);
  await house.play.until(
    'the answer',
    async () => {
      await ahead(16_000);
      return (await heard(INSPECTOR)).length > before;
    },
    90_000,
  );
  await quiet();
  expect(await heard(INSPECTOR)).toHaveLength(before + 1);
});
