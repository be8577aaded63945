// A draw so big that its result takes longer than an answer: the cards say so, the office goes on, and the result comes by itself.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { openOffice, STAFF, sampleDocument, sampleMatter, sampleRatio, type TestOffice } from '../support/office.ts';
import { sampleInspectors, sampleInstitutions } from '../support/samples.ts';
import { closedDraw } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store, {
    institutions: sampleInstitutions(350, 'lawfirm', '律师事务所'),
    people: [...sampleInspectors(800, 101), ...STAFF],
    matters: [sampleMatter('M01', 'lawfirm')],
    documents: [sampleDocument([sampleRatio('lawfirm', { num: 1, den: 1 })])],
  });
  bench = openDeskBench(office);
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

test('the group reads that the result is being computed, a second press computes nothing twice, and others are answered meanwhile', async () => {
  const draw = await closedDraw(office, { categories: ['lawfirm'], matters: ['M01'] });
  await bench.settle();
  const press = (key: string, account: string) =>
    bench.desk.press({
      kind: 'press',
      key,
      platform: 'feishu',
      account,
      at: office.now(),
      chat: 'oc_announcing',
      message: bench.sent.findLast(({ text }) => text.includes(`【抽签 ${draw.number}】`))?.message ?? '',
      act: { do: 'settle-draw', about: draw.number },
      form: {},
    });
  const [first, second] = await Promise.all([press('feishu:press_1', 'ou_901'), press('feishu:press_2', 'ou_902')]);
  for (const answer of [first, second]) {
    expect(answer.toast?.text).toBe('正在计算，算好会自动发出');
    expect(JSON.stringify(answer.card)).toContain('正在计算结果');
    expect(JSON.stringify(answer.card)).not.toContain('settle-draw');
  }
  expect(await fresh.store.read((books) => books.draws.get(draw.number))).toMatchObject({ state: 'closed' });
  const press3 = await press('feishu:press_3', 'ou_911');
  expect(press3.toast?.text).toContain('这件事由经办人办理');
  await bench.settle();
  const settled = await fresh.store.read((books) => books.draws.get(draw.number));
  expect(settled?.state).toBe('settled');
  expect(['P901', 'P902']).toContain(settled?.settledBy);
  expect(settled?.record?.teams).toHaveLength(350);
  expect(bench.sent.some(({ text }) => text.includes('抽中 350 家机构'))).toBe(true);
  expect(bench.updated.some(({ text }) => text.includes('正在计算结果'))).toBe(true);
});
