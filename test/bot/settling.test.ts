// A draw so big that its result takes longer than an answer: the cards say so, the office goes on, and the result comes by itself.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { redrawUnopened } from '../../src/bot/unopened.ts';
import { openEngine } from '../../src/store/open.ts';
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

test('when the computation fails, the card has its button again and who pressed is told', async () => {
  const draw = await closedDraw(office, { categories: ['lawfirm'], matters: ['M01'] });
  await bench.settle();
  const { source, close } = await openEngine(fresh.url);
  await source.query("CREATE TRIGGER full_disk BEFORE INSERT ON assignments BEGIN SELECT RAISE(ABORT, 'full'); END");
  await close();
  await bench.say('ou_901', `/抽签 ${draw.number} 开签`);
  await bench.settle();
  expect(await fresh.store.read((books) => books.draws.get(draw.number))).toMatchObject({ state: 'closed' });
  expect(bench.sent.map(({ text }) => text).join('\n')).toContain('刚才的计算没有做完');
  const inGroup = bench.sent.find(({ to, text }) => to?.kind === 'chat' && text.includes(`【抽签 ${draw.number}】`))?.message;
  const last = bench.updated.findLast(({ message }) => message === inGroup);
  expect(last?.text).not.toContain('正在计算结果');
  expect(last?.text).toContain('开签');
});

test('after a restart the cards of a draw that nobody is computing any more have their button again', async () => {
  const draw = await closedDraw(office, { categories: ['lawfirm'], matters: ['M01'] });
  await bench.settle();
  const restarted = openDeskBench(office);
  await redrawUnopened(office, restarted.postman);
  expect(restarted.updated.some(({ text }) => text.includes(`【抽签 ${draw.number}】`))).toBe(true);
  expect(restarted.updated.every(({ text }) => !text.includes('正在计算结果'))).toBe(true);
  await restarted.close();
});
