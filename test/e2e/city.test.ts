// A city's round through the chat: 400 law firms, 60 grassroots offices, 140 inspectors, under the ratios 郑州 published for 2023 (10 %, 20 %).

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openComputing } from '../../src/bot/computing.ts';
import { myWorkView } from '../../src/bot/views/work.ts';
import { renderFeishu } from '../../src/cards/feishu.ts';
import { lintFeishu } from '../../src/cards/lint.ts';
import type { Assignment } from '../../src/domain/assignment.ts';
import { dayOf } from '../../src/domain/day.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RosterKind } from '../../src/domain/roster.ts';
import { openLog } from '../../src/log.ts';
import { readList } from '../../src/papers/sheets/read-list.ts';
import { type AnyRows, SHEET_NAMES, writeSheet } from '../../src/papers/sheets/write-sheet.ts';
import { COUNTY_DOCUMENTS, COUNTY_PEOPLE, published } from '../support/county.ts';
import { chooseGroup, dialogue, importFile, press } from '../support/dialogue.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Form, wordsOf } from '../support/player.ts';
import { sampleCity, sampleInspectors } from '../support/samples.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Three inspectors have accounts from the start; the accounts of the other four are claimed later, by whoever is drawn. */
const BOUND = ['P011', 'P012', 'P013'];
const SPARE = ['P014', 'P015', 'P016', 'P017'] as const;
const HOME = '公共法律服务股';

const STAFF = COUNTY_PEOPLE.filter(({ roles }) => !roles.includes('inspector'));
const INSPECTORS: readonly Person[] = [
  ...COUNTY_PEOPLE.filter(({ id }) => BOUND.includes(id)),
  ...sampleInspectors(137, 101).map((person) => ({ ...person, unit: HOME, mobile: null })),
];
const CITY = sampleCity();

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.close());

const read: House['product']['office']['store']['read'] = (look) => house.product.office.store.read(look);
const assignments = (): Promise<readonly Assignment[]> => read((books) => books.assignments.ofTask('2026-01'));
const teamOf = (row: Assignment): readonly string[] => row.seats.map(({ person }) => person ?? 'nobody');

/** Sends a list as XLSX from the chat and confirms it. */
async function bring(who: string, list: AnyRows): Promise<void> {
  const bytes = await writeSheet(list, 'xlsx', house.product.office.rules.categories);
  await importFile(house.play, who, () => house.play.send(who, `${SHEET_NAMES[list.kind]}.xlsx`, bytes));
}

/** Waits until the postman has nothing left that can go out. */
async function carried(): Promise<{ readonly sent: number; readonly parked: number }> {
  return house.play.until(
    'the outbox to be empty',
    async () => {
      const counts = await read((books) => books.outbox.counts());
      return (counts.waiting ?? 0) === 0 && { sent: counts.sent ?? 0, parked: counts.parked ?? 0 };
    },
    40_000,
  );
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${house.product.port}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(name));
  return Number(line?.split(' ').at(-1) ?? Number.NaN);
}

describe('a city', () => {
  test('brings its lists by chat, and the preview says what they will do', async () => {
    const { play, product } = house;
    await bring('P001', { kind: 'people', rows: [...STAFF, ...INSPECTORS] });
    await play.until('the operator to be bound', async () => wordsOf(await play.ask('P002', '/帮助')).includes('王经办'));
    await bring('P002', { kind: 'institutions', rows: CITY.institutions });
    await play.hears('P002', /新增 460 行/);
    const matters = (await read((books) => books.matters.all())).filter(({ category }) => category !== 'notary');
    await bring('P002', { kind: 'matters', rows: published(matters) });
    await bring('P002', { kind: 'documents', rows: COUNTY_DOCUMENTS });
    const counts = await read(async (books) => [await books.institutions.count(), (await books.people.byRole('inspector')).length]);
    expect(counts).toEqual([460, 140]);
    expect(product.office.rules.categories.map(({ id }) => id)).toContain('grassroots');
    await chooseGroup(house);
    await dialogue(house, [
      ['王经办', '/名录', '460 家'],
      ['王经办', '/名录 第46页', '第 46 / 46 页'],
      ['王经办', '/人员 示例检查101', '示例检查101'],
    ]);
  });

  test('draws 40 firms and 12 offices, and every card reaches its inspector or waits for his account', async () => {
    const matters = (await read((books) => books.matters.all())).filter(({ publishedOn }) => publishedOn !== null).map(({ id }) => id);
    const form: Form = {
      title: '2026年上半年示例市抽查',
      kind: 'unified',
      categories: ['lawfirm', 'grassroots'],
      document: COUNTY_DOCUMENTS[0]?.id ?? '',
      matters,
      methods: ['onsite'],
      methodReason: '',
      from: '2026-03-17',
      to: '2026-04-30',
      mode: 'witness',
      witnesses: ['P004', 'P005'],
    };
    await dialogue(house, [
      ['王经办', '/任务 新建', '提请批准'],
      ['王经办', press('make-task', undefined, form), '任务已报负责人批准'],
      ['赵局长', '/任务 2026-01 批准', '已批准'],
      ['王经办', '/抽签 2026-01 封签', '已封签'],
      ['周纪检', '/抽签 2026-0001 见证 今天下雨', '已收到你的见证'],
      ['吴纪检', '/抽签 2026-0001 见证 20260316', '已收到你的见证'],
      ['王经办', '/抽签 2026-0001 开签', '抽签 2026-0001'],
      ['赵局长', { kind: 'hears' }, '抽中 52 家机构'],
    ]);
    const rows = await assignments();
    expect(rows.filter(({ category }) => category === 'lawfirm')).toHaveLength(40);
    expect(rows.filter(({ category }) => category === 'grassroots')).toHaveLength(12);
    const seats = rows.flatMap((row) => teamOf(row).map((person) => ({ id: row.id, person })));
    expect(seats).toHaveLength(104);
    await carried();
    const unbound = seats.filter(({ person }) => !BOUND.includes(person));
    const parked = await read((books) => books.outbox.parked());
    expect(parked.map(({ notice, to }) => `${notice.about} ${to.kind === 'person' ? to.person : ''}`).sort()).toEqual(
      unbound.map(({ id, person }) => `${id} ${person}`).sort(),
    );
    expect(new Set(parked.map(({ trouble }) => trouble))).toEqual(new Set(['not-bound']));
    expect(await metric('mingqian_outbox_parked_rows{why="not-bound"}')).toBe(unbound.length);
    for (const { id, person } of seats.filter((seat) => BOUND.includes(seat.person)))
      await house.play.hears(person, new RegExp(`${id} 2026年上半年示例市抽查`));
  });

  test('shows every inspector his own work on a card the platform takes', async () => {
    const { office } = house.product;
    const people = await read((books) => books.people.byRole('inspector'));
    const seats = (await assignments()).flatMap(teamOf);
    const computing = openComputing({ log: openLog('silent'), now: office.now });
    await office.store.read(async (books) => {
      for (const person of people) {
        const look = { books, office, viewer: person, about: person.id, extra: {}, today: dayOf(office.now()), site: null, computing };
        const card = renderFeishu(await myWorkView(look));
        expect(lintFeishu(card)).toEqual([]);
        const mine = seats.filter((one) => one === person.id).length;
        expect(JSON.stringify(card)).toContain(mine === 0 ? '现在没有等着你办的事' : `有 ${mine} 件事等着你办`);
      }
    });
    for (const [name, id] of [
      ['李检查', 'P011'],
      ['张检查', 'P012'],
      ['刘检查', 'P013'],
    ] as const) {
      const mine = seats.filter((one) => one === id).length;
      await dialogue(house, [[name, '/待办', mine === 0 ? '现在没有等着你办的事' : `有 ${mine} 件事等着你办`]]);
    }
  });

  test('lets those who were drawn claim their accounts, and what waited for them goes out', async () => {
    const { play } = house;
    const [one, other] = await playable();
    const [a, b, c, d] = [...teamOf(one), ...teamOf(other)];
    const parkedBefore = (await read((books) => books.outbox.parked())).length;
    // Two by code …
    for (const [person, account] of [
      [a, SPARE[0]],
      [b, SPARE[1]],
    ] as const) {
      const code = /绑定 (\d{6})/.exec(wordsOf(await play.ask('P001', `/绑定 ${person}`)))?.[1] ?? '';
      await play.say(account, `/绑定 ${code}`);
      await play.hears(account, /这个账号已经和你绑定/);
      await play.hears(account, new RegExp(`${one.id} 2026年上半年示例市抽查`));
    }
    // … and two by the mobile number that a later list brings.
    const people = await read((books) => books.people.all());
    const numbered = people
      .filter(({ id }) => id === c || id === d)
      .map((person) => ({ ...person, mobile: person.id === c ? '19900000016' : '19900000017' }));
    await bring('P001', { kind: 'people', rows: numbered });
    for (const account of [SPARE[2], SPARE[3]]) await play.hears(account, new RegExp(`${other.id} 2026年上半年示例市抽查`));
    await carried();
    const freed = (await assignments()).flatMap(teamOf).filter((id) => [a, b, c, d].includes(id)).length;
    expect(await read((books) => books.outbox.parked())).toHaveLength(parkedBefore - freed);
    expect(await metric('mingqian_outbox_parked_rows{why="not-bound"}')).toBe(parkedBefore - freed);
  });

  test('inspects two of them and publishes what was found', async () => {
    const { play } = house;
    const mine = (await assignments()).filter((row) => teamOf(row).every((id) => accounts.has(id)));
    expect(mine.length).toBeGreaterThanOrEqual(2);
    const two = mine.slice(0, 2);
    for (const row of two) for (const id of teamOf(row)) await play.press(accountOf(id), 'accept-assignment', { about: row.id });
    await dialogue(house, [['赵局长', '/任务 2026-01 批准检查', '检查进度']]);
    await play.post('/sandbox/clock', { advance: { workdays: 1 } });
    for (const row of two) await inspect(row);
    await dialogue(house, [['王经办', '/公示 2026-01 提请', '等负责人批准']]);
    for (const row of two) await play.press('P003', 'approve-publication', { about: `${row.id}-P1` });
    const results = await (await fetch(`http://127.0.0.1:${house.product.port}/results.json`)).json();
    expect(JSON.stringify(results).match(/示例(律师事务所|基层法律服务所)\d+/g)?.length).toBeGreaterThanOrEqual(2);
    await dialogue(house, [['赵局长', '/统计', ['抽中 52 家', '已查 2 家', '已公示 2 家']]]);
  });

  test('reads its own exports back row by row', async () => {
    for (const [kind, word] of [
      ['institutions', '名录'],
      ['people', '人员'],
      ['matters', '事项'],
      ['documents', '文件'],
    ] as const)
      await readsBack(kind, word);
  });

  test('has lost no send and was never told off by the platform', async () => {
    const { sent } = await carried();
    expect(sent).toBeGreaterThan(40);
    type Exchange = { readonly path?: string; readonly code?: number; readonly verdict: string };
    const wire = (await house.play.get<readonly Exchange[]>('/sandbox/wire')).filter(({ path }) => path?.startsWith('/open-apis/'));
    expect(wire.length).toBeGreaterThan(40);
    expect(wire.filter(({ code }) => code !== 0).map(({ path, code, verdict }) => ({ path, code, verdict }))).toEqual([]);
    const parked = await read((books) => books.outbox.parked());
    expect(new Set(parked.map(({ trouble }) => trouble))).toEqual(new Set(['not-bound']));
  });
});

/** Which account of the stand-in a drawn person uses. */
const accounts = new Map<string, string>(BOUND.map((id) => [id, id]));
function accountOf(id: string): string {
  const account = accounts.get(id);
  if (account === undefined) throw new Error(`${id} has no account`);
  return account;
}

/** Two visits of four different people who have no account yet; they get the spare ones. */
async function playable(): Promise<readonly [Assignment, Assignment]> {
  const free = (await assignments()).filter((row) => !teamOf(row).some((id) => BOUND.includes(id)));
  const [one] = free;
  const other = one && free.find((row) => !teamOf(row).some((id) => teamOf(one).includes(id)));
  if (!one || !other) throw new Error('no two visits of different people');
  for (const [index, id] of [...teamOf(one), ...teamOf(other)].entries()) accounts.set(id, SPARE[index] ?? '');
  // A mobile number binds by the order of the list, not of the seats.
  return [one, other];
}

async function inspect(row: Assignment): Promise<void> {
  const { play } = house;
  const [first, second] = teamOf(row).map(accountOf);
  if (!first || !second) throw new Error('the team is not two');
  await play.say(first, `/检查 ${row.id} 通知 当面送达`);
  await play.press(first, 'start-visit', { about: row.id });
  await play.press(first, 'show-findings', { about: row.id });
  for (let page = 1; page < 20; page += 1) {
    const card = await play.until('the form', async () =>
      (await play.messages(first)).findLast((message) => wordsOf(message).includes('检查情况 第 ')),
    );
    const fields = [...wordsOf(card).matchAll(/"name":"(r\d+)"/g)].map((match) => match[1] ?? '');
    if (fields.length === 0) break;
    const form = Object.fromEntries(fields.map((field) => [field, 'fine']));
    expect((await play.press(first, 'save-findings', { about: row.id, form })).toast?.type).toBe('success');
  }
  const form = { visitedOn: '2026-03-17', method: 'onsite', summary: '查阅卷宗五件。' };
  expect((await play.press(first, 'submit-findings', { about: row.id, form })).toast).toMatchObject({ type: 'success' });
  expect((await play.press(second, 'cosign-findings', { about: row.id })).toast?.type).toBe('success');
  expect((await play.press('P003', 'review-inspection', { about: row.id })).toast?.type).toBe('success');
}

/** The exported file holds what the books hold. */
async function readsBack(kind: RosterKind, word: string): Promise<void> {
  const { play, product } = house;
  const before = (await play.messages('P001')).length;
  await play.say('P001', `/${word} 导出`);
  const message = await play.until(`the export of ${word}`, async () =>
    (await play.messages('P001')).slice(before).find((one) => one.kind === 'file'),
  );
  const bytes = await (await fetch(`${play.base}/sandbox/files/${message.file?.key}?as=P001`)).arrayBuffer();
  const list = await readList(new Uint8Array(bytes), message.file?.name ?? '', product.office.rules.categories);
  if (!list.ok) throw new Error(JSON.stringify(list.problem));
  expect([list.value.kind, list.value.rows.length]).toEqual([kind, await read((books) => books[kind].count())]);
}
