// Changes after the draw as people have them in the chat: 回避, 交换, 不参与, 递补, what goes up, what is declined.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Assignment } from '../../src/domain/assignment.ts';
import { choicesOf } from '../../src/domain/change-choices.ts';
import { countsOf } from '../../src/domain/draw-counts.ts';
import { caseOf } from '../../src/flows/changing.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { pendingNow, soundRecord } from '../support/changes.ts';
import { dialogue, hears, type Name, press, textOf, WHO } from '../support/dialogue.ts';
import { type House, openHouse } from '../support/house.ts';
import { fillHouse, lockedIn, personIn } from '../support/house-lists.ts';
import { done } from '../support/office.ts';

vi.setConfig({ testTimeout: 60_000 });

const DRAW = '2026-0001';
let house: House;

beforeAll(async () => {
  house = await openHouse();
  await fillHouse(house);
  await lockedIn(house);
  const { office } = house.product;
  for (const id of ['P004', 'P005']) await done(contribute(office, await personIn(office, id), DRAW, '雨'));
  await done(settleDraw(office, await personIn(office, 'P002'), DRAW));
  // The verbs wrote their notices; the next turn of the desk has them carried.
  await house.play.ask('P002', '/帮助');
}, 90_000);
afterAll(() => house.close());

const rowNow = async (id: string): Promise<Assignment> =>
  (await house.product.office.store.read((books) => books.assignments.get(id))) ?? expect.fail(`no ${id}`);

/** The operator updates the list. */
async function markMoved(id: string): Promise<void> {
  const { office } = house.product;
  const before = (await office.store.read((books) => books.institutions.get(id))) ?? expect.fail(`no ${id}`);
  const stamp = { at: office.now(), by: 'P002', source: '示例' } as const;
  await office.store.work((books) => books.institutions.apply([{ id, before, after: { ...before, status: 'moved' } }], stamp));
}

const institution = async (id: string): Promise<string> =>
  (await house.product.office.store.read((books) => books.institutions.get(id)))?.name ?? id;

/** The people of a team by name. */
async function team(id: string): Promise<readonly Name[]> {
  const byId = new Map(Object.entries(WHO).map(([name, person]) => [person as string, name as Name]));
  return (await rowNow(id)).seats.map(({ person }) => byId.get(person ?? '') ?? expect.fail(`nobody is ${person}`));
}

const nameOf = (id: string): Name => (Object.entries(WHO).find(([, person]) => person === id)?.[0] as Name | undefined) ?? expect.fail(id);

/** What the head's card offers, as it stands in the books. */
async function firstSwap(change: string) {
  const found = await house.product.office.store.read((books) => caseOf(books, change));
  if (!found.ok) throw new Error('no such request');
  const swap = choicesOf(found.value.request, found.value).find(({ kind }) => kind === 'swap');
  return swap?.kind === 'swap' ? swap : expect.fail('there is no swap');
}

const inTheGroup = async (): Promise<string> => (await house.play.messages('P003', house.play.group)).map(textOf).join('\n');

test('an inspector declares a conflict, the head swaps, and both teams get new cards; the group learns no name', async () => {
  const [row] = ['2026-01-01'];
  const [first = '李检查'] = await team(row);
  const where = await institution((await rowNow(row)).institution);
  await dialogue(house, [
    [first, hears, [where, '期限：2026年3月18日（周三），还有 2 个工作日']],
    [first, '/待办', [`确认检查 · ${where}`, '2026年3月18日（周三），还有 2 个工作日']],
    [
      first,
      press('declare-conflict', row, { ground: 'relative', words: '妻子在这家执业' }),
      { reads: ['已记录', '已申报回避，等负责人决定'], not: ['已确认'] },
    ],
    ['赵局长', hears, ['请决定这件回避申请', where, first, '妻子在这家执业', '另行补人的，接替的次序抽签时已经排定']],
    ['王经办', `/变更 ${DRAW}-1`, { reads: ['等负责人决定', where], not: ['妻子'] }],
    ['郑审计', `/变更 ${DRAW}-1`, ['等负责人决定', '妻子']],
    ['周纪检', `/变更 ${DRAW}-1`, { reads: ['没有办成'], not: [where] }],
    ['赵局长', '/待办', `决定变更 · ${where}`],
  ]);
  const swap = await firstSwap(`${DRAW}-1`);
  const there = await institution(swap.institution);
  const other = nameOf(swap.person);
  await dialogue(house, [
    ['赵局长', press('decide-change', `${DRAW}-1`, { remedy: `swap ${swap.assignment} ${swap.person}` }), ['已批准', '交换']],
    [first, hears, [there, '你被抽中检查这家机构']],
    [other, hears, [where, '你被抽中检查这家机构']],
    [first, hears, ['回避申请已批准：交换', `${where}：${first}退出，由${other}接替`, `${there}：${other}退出，由${first}接替`]],
    [first, hears, [`你不再检查${where}`, '已退出']],
    ['赵局长', `/变更 ${DRAW}-1 批准 另补`, '这件事已经办过'],
  ]);
  const said = await inTheGroup();
  expect(said).toContain(`${DRAW}号抽签经批准作了变更`);
  expect(said).toMatch(/变更：第 1 次：交换/);
  expect(said).toMatch(/变更链：封签时备好 (\d+) 环，每变更一次打开一环，用完就不能再变更；还剩 \d+ 环/);
  for (const name of [where, there, first, other, '妻子']) expect(said).not.toContain(name);
  expect((await soundRecord(house.product.office, DRAW)).events[0]?.request).toMatchObject({ ground: '回避', decidedBy: 'P003' });
});

test('an inspector declares, the head says 不参与, and whoever the link names gets the card', async () => {
  const row = '2026-01-02';
  const [, second = '李检查'] = await team(row);
  const before = await rowNow(row);
  await dialogue(house, [
    [second, `/回避 ${row} 与主任是同学`, '回避待定'],
    ['赵局长', hears, '与主任是同学'],
    ['赵局长', `/变更 ${DRAW}-2 批准`, ['还缺“怎么办”', '另补、不参与、交换 姓名']],
    ['赵局长', `/交换 ${DRAW}-2 查无此人`, ['还缺“怎么办”', `例如“/交换 ${DRAW}-2 张检查”`]],
    ['赵局长', `/变更 ${DRAW}-2 批准 不参与`, '回避申请已批准：不参与本次检查'],
  ]);
  const [, come] = (await rowNow(row)).seats;
  expect(come?.person).not.toBe(before.seats[1]?.person);
  const record = await soundRecord(house.product.office, DRAW);
  expect(record.finalTeams.some(({ team: seats }) => seats.includes(WHO[second]))).toBe(false);
  const next = nameOf(come?.person ?? '');
  await dialogue(house, [
    [next, hears, [await institution(before.institution), '你被抽中检查这家机构']],
    [second, hears, [`你不再检查${await institution(before.institution)}`]],
    [second, `/检查 ${row}`, '没有办成'],
  ]);
});

test('an operator has an institution substituted: the next reserve comes, under a new number', async () => {
  const row = '2026-01-03';
  const old = await institution((await rowNow(row)).institution);
  const [member = '李检查'] = await team(row);
  await dialogue(house, [
    ['王经办', `/递补 ${row}`, [`${old}的递补`, '次序抽签时已经排定']],
    ['王经办', `/递补 ${row} 迁出`, ['还缺“依据”', '这样发：“/递补 检查编号 理由 依据”', `例如“/递补 ${row} 注销 `]],
    ['王经办', `/递补 ${row} 心情不好 真的`, ['“理由”没写对', '停业、注销、迁出、无法联系']],
    ['王经办', '/递补 停业', ['还缺“编号”', '/递补 检查编号 理由 依据']],
    ['王经办', `/申请递补 ${row}`, `${old}的递补`],
    ['王经办', press('ask-substitute', row, { ground: 'moved', evidence: '登记机关三月二日的迁出通知' }), '已登记，已报负责人'],
    ['赵局长', hears, ['请决定这件递补申请', '由下一家递补', '登记机关三月二日的迁出通知']],
    ['王经办', `/变更 ${DRAW}-3 批准`, '没有办成'],
    ['赵局长', press('decide-change', `${DRAW}-3`), ['已批准', `${old}退出，由`]],
  ]);
  const opened = await rowNow('2026-01-05');
  for (const who of ['赵局长', '王经办'] as const) {
    await dialogue(house, [[who, hears, ['已批准递补', `${old}在名录里还是“正常”`, '请经办人改成“迁出”', '发“/名录 导出”']]]);
  }
  await dialogue(house, [['王经办', '/待办', `更新名录里的状态 · ${old}`]]);
  await markMoved((await rowNow(row)).institution);
  await dialogue(house, [
    ['王经办', '/待办', { reads: ['待办'], not: ['更新名录里的状态'] }],
    ['王经办', `/变更 ${DRAW}-3`, { reads: ['已批准递补'], not: ['在名录里还是'] }],
  ]);
  await dialogue(house, [
    [member, hears, '这家机构已退出这次检查'],
    [nameOf(opened.seats[0]?.person ?? ''), hears, [await institution(opened.institution), '2026-01-05', '你被抽中检查这家机构']],
  ]);
  await soundRecord(house.product.office, DRAW);
});

test('the result cards of the group, of the operator and of a witness are drawn anew with every change', async () => {
  const record = await soundRecord(house.product.office, DRAW);
  const { institutions, inspectors, strata } = countsOf(record);
  const unused = strata.reduce((sum, { reserve }) => sum + reserve, 0);
  expect(unused).toBe(record.objects.reduce((sum, { reserve }) => sum + reserve.length, 0) - 1);
  const now = [`检查 ${institutions} 家机构`, `${inspectors} 名执法检查人员检查`, `已变更 ${record.events.length} 次`, '还可递补'];
  const tables = async (chat: string, who: Name): Promise<readonly string[]> =>
    (await house.play.messages(WHO[who], chat)).map(textOf).filter((text) => text.includes(`抽签 ${DRAW} 的结果`));
  const { group, privately } = house.play;
  for (const [chat, who] of [
    [group, '赵局长'],
    [privately(WHO.王经办), '王经办'],
  ] as const) {
    await house.play.until('the result as it is now', async () =>
      (await tables(chat, who)).every((text) => now.every((one) => text.includes(one))),
    );
    expect((await tables(chat, who)).length).toBeGreaterThan(0);
  }
  await dialogue(house, [['周纪检', `/抽签 ${DRAW} 核对`, [`${unused} 家`, `${inspectors} 人`]]]);
});

test('the head does not decide his own order: it goes up, is typed with its number, and a witness confirms it', async () => {
  const row = '2026-01-04';
  const [first = '李检查', second = '张检查'] = await team(row);
  await dialogue(house, [
    ['赵局长', `/回避 ${row} ${first} 信访反映两人有往来`, ['负责人指令', '已报上级']],
    [second, `/检查 ${row} 确认`, `${first}的回避申请还没有决定`],
    ['赵局长', `/变更 ${DRAW}-4 批准 另补`, '自己提请的事不能自己批'],
    ['王经办', hears, ['本局负责人不能决定，请报上级']],
    ['王经办', '/待办', '报上级决定'],
    ['王经办', press('record-above', `${DRAW}-4`, { number: '示例司文〔2026〕9号', aboveRemedy: 'replace' }), '已登记，等第二人确认'],
    ['王经办', `/变更 ${DRAW}-4 确认`, '自己提请的事不能自己批'],
    ['周纪检', hears, ['请对照文件确认', '示例司文〔2026〕9号']],
    ['周纪检', press('confirm-above', `${DRAW}-4`), ['已确认并执行', '回避申请已批准']],
    [first, hears, [`你不再检查${await institution((await rowNow(row)).institution)}`]],
  ]);
  const record = await soundRecord(house.product.office, DRAW);
  expect(record.events.at(-1)?.request).toMatchObject({ decidedBy: '上级机关', words: '示例司文〔2026〕9号' });
});

test('a conflict that is declined gives the seat back, with the reason, and no event comes of it', async () => {
  const row = '2026-01-05';
  const [first = '李检查'] = await team(row);
  const { length } = (await soundRecord(house.product.office, DRAW)).events;
  await dialogue(house, [
    [first, press('declare-conflict', row, { ground: 'other', words: '十年前同过班' }), '已记录'],
    ['赵局长', hears, '十年前同过班'],
  ]);
  const { id } = await pendingNow(house.product.office);
  await dialogue(house, [
    ['赵局长', `/变更 ${id} 不同意`, ['还缺“理由”', `例如“/变更 ${id} 不同意 `]],
    ['赵局长', '/决定', `请决定这件回避申请`],
    ['赵局长', press('refuse-change', id, { reason: '不属于应当回避的情形' }), '已登记不同意，理由已转告'],
    [first, hears, ['回避申请没有同意', '不属于应当回避的情形']],
    [first, press('accept-assignment', row), '已确认参加'],
    ['赵局长', '/待办', { reads: ['待办'], not: ['决定变更'] }],
  ]);
  expect((await soundRecord(house.product.office, DRAW)).events).toHaveLength(length);
});

test('our own repetition counts the changes among its checks', async () => {
  await dialogue(house, [['郑审计', `/验证 ${DRAW}`, ['7 项检查全部通过', '开签后的变更能逐次重算出来']]]);
});
