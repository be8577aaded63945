// One inspection from list to publication, played at the stand-in platform by the people it concerns.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { type House, openHouse } from '../support/house.ts';
import { type Form, wordsOf } from '../support/player.ts';

vi.setConfig({ testTimeout: 120_000 });

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const [ADMIN, OPERATOR, HEAD, WITNESS, OTHER_WITNESS] = ['P001', 'P002', 'P003', 'P004', 'P005'] as const;

/** Answers every page of the findings form: all fine but the first point, which is a problem. */
async function fillFindings(inspector: string, assignment: string): Promise<void> {
  const { play } = house;
  await play.press(inspector, 'show-findings', { about: assignment });
  for (let page = 1; page < 20; page += 1) {
    const card = await play.until('the form', async () =>
      (await play.messages(inspector)).findLast((message) => wordsOf(message).includes('检查情况 第 ')),
    );
    const fields = [...wordsOf(card).matchAll(/"name":"(r(\d+))"/g)].map((match) => Number(match[2]));
    if (fields.length === 0) break;
    const form: Record<string, string> = {};
    for (const number of fields) {
      form[`r${number}`] = number === 1 ? 'problem' : 'fine';
      if (number === 1) form['w1'] = '收案登记本有两处漏登';
    }
    const pressed = await play.press(inspector, 'save-findings', { about: assignment, form });
    expect(pressed.toast?.type).toBe('success');
  }
}

describe('a round', () => {
  test('begins with lists that an administrator and an operator send as Excel files', async () => {
    const { play } = house;
    await play.sendSample(ADMIN, '人员.xlsx');
    expect((await play.press(ADMIN, 'confirm-import')).toast?.content).toBe('已导入');
    await play.until('the operator to be bound', async () => wordsOf(await play.ask(OPERATOR, '/帮助')).includes('王经办'));
    for (const name of ['机构.xlsx', '事项.xlsx', '文件.xlsx']) {
      await play.sendSample(OPERATOR, name);
      const before = (await play.buttons(OPERATOR)).filter(({ verb }) => verb === 'confirm-import').length;
      await play.until(
        `the preview of ${name}`,
        async () => (await play.buttons(OPERATOR)).filter(({ verb }) => verb === 'confirm-import').length > 0 && before >= 0,
      );
      expect((await play.press(OPERATOR, 'confirm-import')).toast?.content).toBe('已导入');
    }
  });

  test('goes on with the bot in a group that becomes the 公示群', async () => {
    const { play } = house;
    await play.post(`/sandbox/groups/${play.group}/bot`, { as: ADMIN });
    expect((await play.press(ADMIN, 'choose-group')).toast?.content).toBe('已设为公示群');
  });

  test('has its task made by form and approved by the head', async () => {
    const { play } = house;
    await play.say(OPERATOR, '/任务 新建');
    const matters = (await house.product.office.store.read((books) => books.matters.all())).map(({ id }) => id);
    const form: Form = {
      title: '2026年上半年法律服务机构双随机抽查',
      kind: 'unified',
      categories: ['lawfirm', 'notary', 'grassroots'],
      document: (await house.product.office.store.read((books) => books.documents.all()))[0]?.id ?? '',
      matters,
      methods: ['onsite'],
      methodReason: '',
      from: '2026-03-17',
      to: '2026-04-30',
      mode: 'witness',
      witnesses: [WITNESS, OTHER_WITNESS],
    };
    const made = await play.press(OPERATOR, 'make-task', { form });
    expect(made.toast).toMatchObject({ type: 'success' });
    expect((await play.press(HEAD, 'approve-task')).toast?.content).toBe('已批准');
  });

  test('is drawn in the group: locked, witnessed, settled', async () => {
    const { play } = house;
    await play.say(OPERATOR, '/任务 2026-01');
    expect((await play.press(OPERATOR, 'lock-draw')).toast?.type).toBe('success');
    await play.hears(HEAD, /2026-0001/, play.group);
    for (const [witness, words] of [
      [WITNESS, '今天下雨'],
      [OTHER_WITNESS, '20260316 晴转多云'],
    ] as const) {
      expect((await play.press(witness, 'contribute', { form: { value: words } })).toast?.type).toBe('success');
    }
    expect((await play.press(OPERATOR, 'settle-draw', { chat: play.group })).toast?.type).toBe('success');
    const record = (await house.product.office.store.read((books) => books.draws.get('2026-0001')))?.record;
    expect(record?.contributions.map(({ value }) => value).slice(1)).toEqual(['今天下雨', '20260316 晴转多云']);
  });

  test('is inspected, co-signed, reviewed and published, all of it in the chat', async () => {
    const { play } = house;
    const assignments = await house.product.office.store.read((books) => books.assignments.ofTask('2026-01'));
    expect(assignments.length).toBeGreaterThan(2);
    for (const { id, seats } of assignments) {
      for (const { person } of seats)
        expect((await play.press(person ?? '', 'accept-assignment', { about: id })).toast?.type).toBe('success');
    }
    await play.say(HEAD, '/任务 2026-01');
    expect((await play.press(HEAD, 'approve-visits')).toast?.type).toBe('success');
    await play.post('/sandbox/clock', { advance: { workdays: 1 } });
    for (const { id, seats } of assignments) {
      const [first = '', second = ''] = seats.map(({ person }) => person ?? '');
      await play.say(first, `/检查 ${id}`);
      expect((await play.press(first, 'serve-notice', { about: id, form: { day: '2026-03-17', way: '当面送达' } })).toast?.type).toBe(
        'success',
      );
      expect((await play.press(first, 'start-visit', { about: id })).toast?.type).toBe('success');
      await fillFindings(first, id);
      const conclusion = {
        visitedOn: '2026-03-17',
        method: 'onsite',
        outcome: 'ordered',
        rectifyBy: '2026-04-10',
        summary: '查阅收案登记本十册、卷宗五件。',
      };
      const submitted = await play.press(first, 'submit-findings', { about: id, form: conclusion });
      expect(submitted.toast).toMatchObject({ type: 'success' });
      expect(await play.press(second, 'cosign-findings', { about: id })).toMatchObject({ toast: { type: 'success' } });
      expect((await play.press(HEAD, 'review-inspection', { about: id })).toast?.type).toBe('success');
    }
    await play.say(OPERATOR, '/任务 2026-01');
    expect((await play.press(OPERATOR, 'propose-publication')).toast?.type).toBe('success');
    for (const { id } of await house.product.office.store.read((books) => books.publications.ofTask('2026-01'))) {
      expect((await play.press(HEAD, 'approve-publication', { about: id })).toast?.type).toBe('success');
    }
  });

  test('can be read and checked by anybody afterwards', async () => {
    const site = `http://127.0.0.1:${house.product.port}`;
    const results = await (await fetch(`${site}/results`)).text();
    expect(results).toContain('示例');
    expect(results).toContain('违法行为查处情况');
    const record = await fetch(`${site}/draws/2026-0001/record.json`);
    expect(record.status).toBe(200);
    expect(await (await fetch(`${site}/draws/2026-0001/verify`)).text()).toContain('verify/page.js');
  });

  test('is followed by a reminder when the clock is moved on', async () => {
    const { play } = house;
    await play.post('/sandbox/clock', { at: '2026-04-08T09:30:00+08:00' });
    const digest = await play.hears('P002', /整改/);
    expect(digest.kind).toBe('card');
  });
});
