// The forecast as people meet it: who may see it, what it says before a lock, and that lists which moved on are said to have.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Institution } from '../../src/domain/institution.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import {
  county,
  done,
  openOffice,
  refused,
  STAFF,
  sampleDocument,
  sampleDraft,
  sampleMatter,
  sampleRatio,
  type TestOffice,
} from '../support/office.ts';
import { sampleCity, sampleInspectors } from '../support/samples.ts';
import { approvedTask, lockedDraw, settled } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;

async function open(lists = county()): Promise<void> {
  office = await openOffice(fresh.store, lists);
  bench = openDeskBench(office);
}

beforeEach(async () => {
  fresh = await freshStore('sqlite');
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

/** The newest message as it stands now: a slow forecast takes the place of its first card. */
function last(): string {
  const sent = bench.sent.at(-1) ?? expect.fail('nothing was sent');
  return bench.updated.findLast(({ message }) => message === sent.message)?.text ?? sent.text;
}

/** What is said to that account's words, once everything sent before is out. */
async function answer(account: string, words: string): Promise<string> {
  await bench.settle();
  await bench.say(account, words);
  return last();
}

/** A press on the newest card that was sent. */
function press(account: string, act: { readonly do: string; readonly about: string; readonly extra?: Readonly<Record<string, number>> }) {
  const message = bench.sent.at(-1)?.message ?? '';
  const from = { platform: 'feishu', account, at: office.now(), chat: `oc_${account}`, message } as const;
  return bench.desk.press({ kind: 'press', key: `feishu:press_${message}_${account}`, ...from, act, form: {} });
}

test('an operator sees the odds of every institution, who goes where, and that the draw can be staffed', async () => {
  await open();
  await approvedTask(office);
  const card = await answer('ou_901', '/推演 2026-01');
  expect(card).toContain('要查 4 家、派 8 人次：200 次推演，每次都排得满');
  expect(card).toMatch(/律师事务所.*名录 4 家，可抽 4 家，抽 1 家；每家 25%/);
  expect(card).toMatch(/基层法律服务所.*可抽 10 家，抽 2 家；每家 20%/);
  expect(card).toContain('公证处可抽的 1 家全部抽中，这一类实际上没有随机');
  expect(card).toMatch(/示例检查1.*家，最多 \d 家/);
  expect(card).toContain('“Mingqian SSJ-1 forecast sample k”的 SHA-256');
});

test('a head sees it before he approves; a witness, an inspector and a stranger to the task do not', async () => {
  await open();
  await done(makeTask(office, office.person('P901'), sampleDraft()));
  expect(await answer('ou_911', '/任务 2026-01')).toContain('推演');
  await press('ou_911', { do: 'forecast-draw', about: '2026-01' });
  await bench.settle();
  expect(last()).toContain('每次都排得满');
  for (const account of ['ou_921', 'ou_P001', 'ou_931']) {
    expect(await answer(account, '/推演 2026-01')).toContain('这件事由经办人或负责人办理');
  }
});

test('a forecast card that gets into other hands shows nothing', async () => {
  await open();
  await approvedTask(office);
  await answer('ou_901', '/推演 2026-01');
  await fresh.store.work((books) =>
    books.outbox.add({
      key: 'strayed',
      to: { kind: 'person', person: 'P921' },
      notice: { face: 'forecast', about: '2026-01' },
      madeAt: office.now(),
    }),
  );
  await bench.settle();
  expect(last()).toContain('没有编号为“2026-01”的任务');
});

const withStatus = (one: Institution, n: number): Institution => {
  if (n === 0) return { ...one, status: 'abnormal' };
  return n === 1 ? { ...one, status: 'blacklisted' } : one;
};

test('the watched, the inspected of this year and a certificate that ends inside the window are told apart', async () => {
  const lists = county();
  await open({
    ...lists,
    institutions: lists.institutions.map(withStatus),
    people: lists.people.map((person) => (person.id === 'P001' ? { ...person, certificateUntil: '2026-03-25' } : person)),
  });
  const rows = await settled(office, { categories: ['grassroots'], matters: ['M03'] });
  await approvedTask(office);
  const card = await answer('ou_901', '/推演 2026-02');
  expect(card).toMatch(/示例律师事务所1.*异常，抽中的机会 25%/);
  expect(card).toMatch(/示例律师事务所2.*黑名单，抽中的机会 25%/);
  expect(card).toContain('机会和同类机构一样');
  expect(card).toContain('1 名检查人员的执法证在检查结束前到期，这次不抽：示例检查1（2026年3月25日（周三）到期，在检查期间内）');
  const inspected = rows.map(({ institution }) => lists.institutions.find(({ id }) => id === institution)?.name ?? '');
  expect(card).toContain(`本年度已抽查、这次不抽的：${inspected.sort().join('、')}`);
});

test('when the lists change the old forecast says so, and made anew it is right again', async () => {
  await open();
  await approvedTask(office);
  await answer('ou_901', '/推演 2026-01');
  const [firm] = county().institutions;
  if (!firm) throw new Error('the list is empty');
  const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
  await fresh.store.work((books) =>
    books.institutions.apply([{ id: firm.id, before: firm, after: { ...firm, status: 'suspended' } }], stamp),
  );
  await bench.postman.refresh('forecast', '2026-01', null);
  expect(bench.updated.at(-1)?.text).toContain('推演以后名录、人员或文件有了变化');
  const anew = await press('ou_901', { do: 'forecast-draw', about: '2026-01', extra: { again: 1 } });
  expect(anew.card?.title).toContain('推演 2026-01');
  await bench.settle();
  const text = JSON.stringify(anew.card).includes('可抽 3 家') ? JSON.stringify(anew.card) : last();
  expect(text).not.toContain('有了变化');
  expect(text).toContain('可抽 3 家');
});

test('a draw that no seed could staff says who is the obstacle, before the lock and at it', async () => {
  const people = [
    ...sampleInspectors(2).map((person) => ({ ...person, mayLead: true, cap: 2, categories: ['lawfirm', 'notary'] })),
    ...sampleInspectors(4, 11).map((person) => ({ ...person, mayLead: true, categories: ['grassroots'] })),
    ...STAFF,
  ];
  await open({
    ...county(),
    people,
    documents: [sampleDocument([sampleRatio('lawfirm', { min: 2 }), sampleRatio('notary'), sampleRatio('grassroots')])],
  });
  const task = await approvedTask(office);
  const card = await answer('ou_901', '/推演 2026-01');
  expect(card).toContain('200 次推演，没有一次排得满，每次缺 2 至 2 人次');
  expect(card).toMatch(/每次都排不满：.*（3 家）——的席位只能由示例检查1、示例检查2（2 人）去，而他们已满额/);
  expect(card).toMatch(/现在封签会被退回：.*只能由示例检查1、示例检查2/);
  expect(await refused(lockDraw(office, office.person('P901'), task.id, task.version))).toMatchObject({
    kind: 'cannot-staff',
    inspectors: ['P001', 'P002'],
  });
  expect(await answer('ou_901', '/抽签 2026-01 封签')).toContain('只能由示例检查1、示例检查2（2 人）去');
});

test('the lock ends a forecast that lies in the chat', async () => {
  await open();
  await approvedTask(office);
  await answer('ou_901', '/推演 2026-01');
  const message = bench.sent.at(-1)?.message;
  await answer('ou_901', '/抽签 2026-01 封签');
  await expect.poll(() => bench.updated.findLast((one) => one.message === message)?.text ?? '').toContain('推演到此为止');
});

test('after the lock, and for a number nobody gave, there is no forecast', async () => {
  await open();
  await lockedDraw(office);
  expect(await answer('ou_901', '/推演 2026-01')).toContain('这个任务已经封签，不能再推演');
  expect(await answer('ou_901', '/推演 2026-77')).toContain('没有编号为“2026-77”的任务');
});

test('a city’s forecast is computed in a thread: first the card says so, then the result takes its place', async () => {
  const { institutions, people } = sampleCity();
  await open({
    institutions,
    people: [...people, ...STAFF],
    matters: [sampleMatter('M01', 'lawfirm'), sampleMatter('M03', 'grassroots')],
    documents: [sampleDocument([sampleRatio('lawfirm', { num: 1, den: 10 }), sampleRatio('grassroots', { num: 1, den: 5 })])],
  });
  await approvedTask(office, { categories: ['lawfirm', 'grassroots'], matters: ['M01', 'M03'] });
  await answer('ou_901', '/推演 2026-01');
  expect(bench.sent.at(-1)?.text).toContain('正在推演');
  const card = bench.updated.at(-1)?.text ?? '';
  expect(card).toContain('要查 52 家、派 104 人次：200 次推演，每次都排得满');
  expect(card).toContain('先列 30 家，一共 460 家');
});
