// Draws whose last ingredient comes from outside, told as conversations: a round of drand pasted and fetched, a lottery typed by two, late ones, void ones.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { dialogue, hears, press, textOf, WHO } from '../support/dialogue.ts';
import { answerOf, type DrandServer, LOCK_TIME, ROUND, serveDrand, vectorRound, WINDOW } from '../support/drand.ts';
import { failedChecks } from '../support/failed-checks.ts';
import { type House, openHouse } from '../support/house.ts';
import { fillHouse, lockedIn } from '../support/house-lists.ts';
import { taskForm } from '../support/task-form.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let house: House;
let server: DrandServer;

/** The county's papers as they were in 2023: the rounds of the vectors are real, so the office goes to their day. */
async function backTo2023({ product: { office } }: House): Promise<void> {
  const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
  await office.store.work(async (books) => {
    for (const before of await books.documents.all()) {
      const after = { ...before, issuedOn: '2023-01-05', effectiveFrom: '2023-01-05' };
      await books.documents.apply([{ id: before.id, before, after }], stamp);
    }
    for (const before of await books.matters.all()) {
      const after = { ...before, effectiveFrom: '2023-01-05', publishedOn: '2023-01-05' };
      await books.matters.apply([{ id: before.id, before, after }], stamp);
    }
  });
}

beforeAll(async () => {
  server = await serveDrand();
  house = await openHouse({
    at: `${LOCK_TIME}:10+08:00`,
    rules: { drand: { endpoints: [server.url], timeoutSeconds: 2 } },
  });
  await fillHouse(house);
  await backTo2023(house);
});
afterAll(async () => {
  await house.close();
  await server.close();
});

const clockAt = (time: string): Promise<unknown> => house.play.post('/sandbox/clock', { at: `${time}+08:00` });

async function drawNow(number: string): Promise<Draw> {
  const draw = await house.product.office.store.read((books) => books.draws.get(number));
  if (!draw) throw new Error(`no draw ${number}`);
  return draw;
}

async function page(number: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${house.product.port}/draws/${number}`)).text();
}

test('by drand: two draws wait for one round; the clock names an absent witness; one is voided, one restarted, pasted, settled, confirmed', async () => {
  const [kept, given] = [await lockedForRound(), await lockedForRound()].map(({ number }) => number) as [string, string];
  await dialogue(house, [
    ['周纪检', hears, [`见证抽签 ${kept}`]],
    ['王经办', `/末项 ${kept}`, '末项要等封存以后才收'],
    ['周纪检', press('contribute', kept, { value: '雨' }), '已收下'],
    ['吴纪检', `/抽签 ${kept} 见证 晴`, '已收到'],
    ['周纪检', press('contribute', given, { value: '雪' }), '已收下'],
    ['王经办', `/抽签 ${kept}`, [`等公共信标第 ${ROUND.round} 轮`, '封签时锁定的密数']],
    ['王经办', `/抽签 ${kept} 开签`, [`还在等公共信标第 ${ROUND.round} 轮`]],
    ['周纪检', `/末项 ${kept}`, '还没有'],
  ]);
  expect(await groupRead()).not.toContain('密数');

  await clockAt('2023-09-15T18:55:30');
  await house.play.until('the clock to close it', async () => (await drawNow(given)).state === 'closed');
  expect(await drawNow(given)).toMatchObject({ absent: ['W2'] });
  await house.play.hears('P004', new RegExp(`${given}.*吴纪检.*没有见证`, 's'), house.play.group);
  await dialogue(house, [
    ['吴纪检', `/抽签 ${given} 见证 风`, '没有办成'],
    ['王经办', `/作废 ${given} 示例：名录有误`, '作废待批'],
    ['赵局长', `/作废 ${given} 批准`, '这次抽签已作废'],
  ]);
  expect(await page(given)).toContain('公共信标公布以后，它本来会抽出什么照样公布');

  await house.restart();
  await clockAt('2023-09-15T19:00:30');
  const other = vectorRound(1000);
  await dialogue(house, [
    ['赵局长', `/末项 ${kept}`, ['请用任何手机打开下面的地址', `/public/${ROUND.round}`]],
    ['赵局长', `/末项 ${kept} ${answerOf({ ...other, round: ROUND.round })}`, '签名核对不上'],
    ['赵局长', `/末项 ${kept} ${answerOf(other)}`, `本次抽签封签时定的是第 ${ROUND.round} 轮`],
    ['赵局长', press('give-beacon', kept, { beacon: '不知道' }), '从 { 到 } 的整段'],
    ['赵局长', `/末项 ${kept} ${answerOf(ROUND)}`, '签名核对无误'],
    ['吴纪检', `/末项 ${kept} ${ROUND.signature}`, '已经办过'],
    ['王经办', hears, ['可以开签', ROUND.randomness]],
    ['王经办', `/抽签 ${kept} 开签`, '的结果'],
    ['周纪检', hears, [`核对抽签 ${kept}`, '完整记录摘要']],
    ['周纪检', press('confirm-draw', kept), '已记下：你已核对'],
    ['吴纪检', `/抽签 ${kept} 异议 封存摘要与群里的不一样`, '已转告负责人和审计'],
    ['赵局长', hears, ['1 人已核对，1 人有异议', '吴纪检有异议：封存摘要与群里的不一样']],
    ['吴纪检', `/抽签 ${kept} 我已核对`, '没有异议'],
  ]);
  const { record } = await drawNow(kept);
  expect(record?.beacon).toMatchObject({ round: ROUND.round, signature: ROUND.signature });
  expect(failedChecks(record)).toEqual([]);
  const html = await page(kept);
  expect(html).toContain('2 名已核对，0 名有异议，0 名尚未核对');
  expect(html).toContain(ROUND.randomness);
  expect(await groupRead()).not.toContain('吴纪检有异议');

  server.say(ROUND.round, answerOf(ROUND));
  await clockAt('2023-09-15T19:01:30');
  await house.play.until('the outcome to be published', async () => (await page(given)).includes('结果的摘要和数目已经公布'));
  expect(await page(given)).toContain('谁也不能靠作废藏起结果');
  await house.play.hears('P004', new RegExp(`${given}.*作废的签的记录摘要`, 's'), house.play.group);
});

test('by a lottery: made by form, sealed, drawn, typed differently and then alike, settled', async () => {
  const form = await taskForm(house.product.office, { categories: ['grassroots'], ...WINDOW, mode: 'lottery' });
  const lottery = { game: 'ssq', issue: '2023106', drawnOn: '2023-09-15' };
  await dialogue(house, [
    ['王经办', '/任务 新建', ['公开彩票开奖号码', '各国机构联合产生']],
    ['王经办', press('make-task', undefined, { ...form, ...lottery, issue: '' }), '“期号”还没填'],
    ['王经办', press('make-task', undefined, { ...form, ...lottery }), '任务已报负责人批准'],
    ['赵局长', hears, '福彩双色球第 2023106 期，'],
    ['赵局长', '/任务 2023-03 批准', '已批准'],
    ['王经办', '/抽签 2023-03 封签', '已封签'],
    ['周纪检', '/抽签 2023-0003 见证 雨', '已收到'],
    ['吴纪检', '/抽签 2023-0003 见证 雪', '已收到'],
    ['王经办', '/抽签 2023-0003', ['21:15开奖', '中国福彩网']],
    ['周纪检', '/末项 2023-0003 3 9 14 21 27 33 8', '才开奖'],
  ]);
  await clockAt('2023-09-15T21:15:10');
  await dialogue(house, [
    ['周纪检', hears, ['请看中国福彩网', '前 6 个从 1 到 33，后 1 个从 1 到 16']],
    ['周纪检', '/末项 2023-0003 3 9 14 21 27 33', ['号码不对，没有收下', '前 6 个从 1 到 33，后 1 个从 1 到 16', '从小到大']],
    ['周纪检', '/末项 2023-0003 ０３ 09 14 21 27 33 + 08', ['你录入的是 3 8 9 14 21 27 33', '还在等吴纪检']],
    ['吴纪检', press('give-beacon', '2023-0003', { numbers: '03 09 14 21 27 33 07' }), '号码不一致'],
    ['周纪检', hears, '第 1 轮两人录入的号码不一样'],
  ]);
  const told = (await house.play.messages(WHO.吴纪检)).map(textOf).filter((text) => text.includes('第 1 轮两人录入的号码不一样'));
  expect(told).toHaveLength(1);
  await dialogue(house, [
    ['周纪检', press('give-beacon', '2023-0003', { numbers: '3 9 14 21 27 33 8' }), '号码已收下'],
    ['周纪检', '/录入', '现在没有要你办的“录入”'],
    ['王经办', '/末项 2023-0003 3 9 14 21 27 33 8', '由见证人办理'],
    ['吴纪检', '/末项 2023-0003 3 9 14 21 27 33 8', '号码已经录齐'],
    ['王经办', hears, ['可以开签', '3、8、9、14、21、27、33（从小到大）']],
    ['王经办', '/抽签 2023-0003 开签', '抽签 2023-0003 的结果'],
  ]);
  const { record } = await drawNow('2023-0003');
  expect(record).toMatchObject({ beacon: { numbers: [3, 8, 9, 14, 21, 27, 33] }, beaconTypedBy: ['W1', 'W2'] });
  expect(failedChecks(record)).toEqual([]);
});

/** Locked so that it waits for the round of the vectors. */
function lockedForRound(): Promise<Draw> {
  return lockedIn(house, { mode: 'drand', ...WINDOW }, new Date(`${LOCK_TIME}:00+08:00`));
}

async function groupRead(): Promise<string> {
  return (await house.play.messages(WHO.周纪检, house.play.group)).map(textOf).join('\n');
}
