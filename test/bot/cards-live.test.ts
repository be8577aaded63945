// Live cards: others' copies follow what was done, an open form is left alone, and old cards that still ask come again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { county, openOffice, type TestOffice } from '../support/office.ts';
import { lockedDraw, settled, submitted, teamIn, visiting } from '../support/stages.ts';
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

/** The message in which that person got that card. */
async function cardOf(face: string, about: string, person: string): Promise<string> {
  const copies = await fresh.store.read((books) => books.outbox.copies(face, about));
  return copies.find(({ to }) => to.kind === 'person' && to.person === person)?.message ?? expect.fail(`${person} has no ${face} ${about}`);
}

const lastUpdate = (message: string): string | undefined => bench.updated.findLast((one) => one.message === message)?.text;

test('when one of a team says yes, the other’s card and the head’s task show it', async () => {
  await open();
  const [row] = await settled(office);
  if (!row) throw new Error('nothing was drawn');
  const [first, second] = teamIn(office, row);
  await bench.say('ou_911', `/任务 ${row.task}`);
  await bench.say(first.feishu ?? '', `/检查 ${row.id} 确认`);
  expect(lastUpdate(await cardOf('assignment', row.id, second.id))).toMatch(new RegExp(`${first.name}.*已确认`));
  expect(bench.updated.some(({ text }) => text.includes(`抽查任务 ${row.task}`))).toBe(true);
});

test('a page saved by one leaves the form of the other as it is; the submission closes it', async () => {
  await open();
  const row = await visiting(office);
  const [first, second] = teamIn(office, row);
  await bench.say(second.feishu ?? '', `/检查 ${row.id} 填写`);
  // Other people's notices may go out after it.
  const form = bench.sent.findLast(({ text }) => text.includes('执业许可证是否在有效期内'))?.message ?? '';
  const press = async (
    verb: string,
    values: Readonly<Record<string, string>>,
    v: number,
    extra?: { readonly page: number },
  ): Promise<void> => {
    const act = { do: verb, about: row.id, v, ...(extra ? { extra } : {}) };
    const from = { platform: 'feishu', account: first.feishu ?? '', at: office.now(), chat: 'oc_first', message: 'om_elsewhere' } as const;
    const answer = await bench.desk.press({ kind: 'press', key: `feishu:press_${verb}`, ...from, act, form: values });
    expect(answer.toast?.look).toBe('success');
    await bench.settle();
  };
  await press('save-findings', { r1: 'fine', w1: '', r2: 'problem', w2: '三月的两笔收费没有票据' }, row.version, { page: 1 });
  const conclusion = { method: 'onsite', visitedOn: '2026-03-19', outcome: 'ordered', rectifyBy: '2026-04-01', summary: '示例小结' };
  await press('submit-findings', conclusion, row.version + 1);
  await expect.poll(() => lastUpdate(form) ?? '').toContain('检查情况已提交');
  expect(bench.updated.filter(({ message }) => message === form)).toHaveLength(1);
});

test('a form that a colleague made stale comes anew with what was typed, and then it can be saved', async () => {
  await open();
  const row = await visiting(office);
  const [first, second] = teamIn(office, row);
  await bench.say(second.feishu ?? '', `/检查 ${row.id} 填写`);
  const message = bench.sent.at(-1)?.message ?? '';
  const save = (key: string, account: string | null, v: number, words: string) =>
    bench.desk.press({
      kind: 'press',
      key,
      platform: 'feishu',
      account: account ?? '',
      at: office.now(),
      chat: 'oc_second',
      message,
      act: { do: 'save-findings', about: row.id, v, extra: { page: 1 } },
      form: { r1: 'fine', w1: '', r2: 'problem', w2: words },
    });
  await save('feishu:press_1', first.feishu, row.version, '第一人写的');
  const stale = await save('feishu:press_2', second.feishu, row.version, '第二人写的');
  expect(stale.toast?.look).toBe('error');
  const form = stale.card?.blocks.find((block) => block.kind === 'form');
  if (form?.kind !== 'form') expect.fail('there is no form on the card');
  expect(form.fields).toContainEqual(expect.objectContaining({ name: 'w2', value: '第二人写的' }));
  const again = await save('feishu:press_3', second.feishu, form.submit.act.v ?? 0, '第二人写的');
  expect(again.toast?.look).toBe('success');
});

test('a co-signed card shrinks to who agreed and when; asked for again it shows all', async () => {
  await open();
  const row = await submitted(office);
  const [first, second] = teamIn(office, row);
  await bench.settle();
  const card = await cardOf('cosign', row.id, second.id);
  expect(bench.sent.find(({ message }) => message === card)?.text).toContain('三月的两笔收费没有票据');
  await bench.say(second.feishu ?? '', `/检查 ${row.id} 会签`);
  expect(lastUpdate(card)).toContain('会签这一步已经办完');
  expect(lastUpdate(card)).toContain(second.name);
  expect(lastUpdate(card)).not.toContain('三月的两笔收费没有票据');
  await bench.say(first.feishu ?? '', `/检查 ${row.id} 核对`);
  expect(bench.sent.at(-1)?.text).toContain('三月的两笔收费没有票据');
});

test('a card that still asks after twelve days is sent again, once, on a working day; one that is answered is not', async () => {
  await open();
  const [row, other] = await settled(office);
  if (!row || !other) throw new Error('too little was drawn');
  const [first, second] = teamIn(office, row);
  await bench.settle();
  await bench.say(first.feishu ?? '', `/检查 ${row.id} 确认`);
  const copies = async (): Promise<readonly string[]> =>
    (await fresh.store.read((books) => books.outbox.copies('assignment', row.id))).flatMap(({ key, to }) =>
      to.kind === 'person' && key.startsWith('again:') ? [to.person] : [],
    );
  office.at('2026-03-27T09:30');
  await bench.clock.tick();
  await bench.settle();
  expect(await copies()).toEqual([]);
  office.at('2026-03-29T10:00');
  await bench.clock.tick();
  await bench.settle();
  expect(await copies()).toEqual([]);
  office.at('2026-03-30T10:00');
  await bench.clock.tick();
  await bench.clock.tick();
  await bench.settle();
  expect(await copies()).toEqual([second.id]);
  office.at('2026-03-31T10:00');
  await bench.clock.tick();
  await bench.settle();
  expect(await copies()).toEqual([second.id]);
});

test('the lock card warns of a thin home unit, of certificates that end too soon and of licences that are over', async () => {
  const lists = county();
  await open({
    ...lists,
    people: lists.people.map((person, n) => {
      if (!person.roles.includes('inspector')) return person;
      return n === 0 ? { ...person, certificateUntil: '2026-03-25' } : { ...person, unit: n < 3 ? '公共法律服务股' : '示例司法所' };
    }),
    institutions: lists.institutions.map((one, n) => (n === 0 ? { ...one, licenceUntil: '2026-03-01' } : one)),
  });
  const draw = await lockedDraw(office);
  await bench.say('ou_901', `/抽签 ${draw.number}`);
  const card = bench.sent.findLast(({ text }) => text.includes(`抽签 ${draw.number}`))?.text ?? '';
  expect(card).toContain('能抽的 6 名检查人员里，公共法律服务股只有 2 名');
  expect(card).toMatch(/1 名检查人员的执法证在检查结束前到期，这次不抽：/);
  expect(card).toMatch(/1 家机构的执业许可证已经过期，仍在可抽之列：示例律师事务所/);
});
