// A county's round by typed commands: 4 firms, 1 notary office, 10 offices, 7 inspectors; dice for the last ingredient, one conflict, one problem to its end.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withOffice } from '../../src/cli/open-office.ts';
import { register as registerSite } from '../../src/cli/site.ts';
import type { Assignment } from '../../src/domain/assignment.ts';
import { chooseGroup, dialogue, hears, inGroup, moveIn, type Name, press, WHO } from '../support/dialogue.ts';
import { drawProgram } from '../support/draw-program.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Form, wordsOf } from '../support/player.ts';
import { compileVerifier } from '../support/site-server.ts';
import { taskForm } from '../support/task-form.ts';

vi.setConfig({ testTimeout: 120_000 });

const nameOf = (id: string): Name => {
  const found = (Object.keys(WHO) as Name[]).find((name) => WHO[name] === id);
  if (!found) throw new Error(`nobody is ${id}`);
  return found;
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await moveIn(house);
  await chooseGroup(house);
});
afterAll(() => house.close());

/** What the lists and the draw made of it. */
const visits: { goesOn: Assignment[]; blocked: Assignment | null } = { goesOn: [], blocked: null };

const assignments = (): Promise<readonly Assignment[]> => house.product.office.store.read((books) => books.assignments.ofTask('2026-01'));
const team = (row: Assignment): readonly Name[] => row.seats.map(({ person }) => nameOf(person ?? ''));
const institution = async (row: Assignment): Promise<string> =>
  (await house.product.office.store.read((books) => books.institutions.get(row.institution)))?.name ?? '';

describe('a county', () => {
  test('makes a task whose last ingredient is dice, and the head approves it by typing', async () => {
    const form = await taskForm(house.product.office, { title: '2026年上半年示例抽查', mode: 'dice' });
    await dialogue(house, [
      ['王经办', '/任务 新建', '提请批准'],
      ['王经办', press('make-task', undefined, form), '任务已报负责人批准'],
      ['赵局长', hears, ['抽查任务 2026-01', '请审批']],
      ['王经办', '/任务 2026-01 批准', '这件事由负责人办理'],
      ['赵局长', '/任务 2026-01 批准', ['已批准', '见证人当场掷骰子']],
    ]);
  });

  test('locks the draw, and the group is told where nothing is left to chance', async () => {
    await dialogue(house, [
      ['王经办', '/抽签 2026-01', '可以封签'],
      ['王经办', '/抽签 2026-01 封签', '已封签'],
      [
        '钱管理',
        { kind: 'group', text: '@明签 /抽签 2026-0001' },
        ['公证处可抽的 1 家全部抽中，这一类实际上没有随机', '还在等：周纪检、吴纪检'],
      ],
      ['周纪检', hears, ['见证抽签 2026-0001', '只能写一次']],
    ]);
    const group = wordsOf(await house.play.hears('P003', /实际上没有随机/, house.play.group));
    expect(group).not.toContain('律师事务所可抽的');
    const page = await (await fetch(`http://127.0.0.1:${house.product.port}/draws/2026-0001`)).text();
    expect(page).toContain('参加的全部抽中，抽签只决定先后和检查人员');
    expect(page.match(/参加的全部抽中/g)).toHaveLength(1);
  });

  test('has both witnesses contribute and type the dice: first differently, then alike', async () => {
    await dialogue(house, [
      ['王经办', '/抽签 2026-0001 开签', '还在等周纪检、吴纪检见证'],
      ['李检查', '/抽签 2026-0001 见证 我也来', '这件事由见证人办理'],
      ['周纪检', '/抽签 2026-0001 见证 今天下雨，气温８度', '已收到你的见证'],
      ['周纪检', '/抽签 2026-0001 见证 再来一句', '你已经见证过'],
      ['吴纪检', press('contribute', '2026-0001', { value: '20260316' }), '已收下'],
      ['周纪检', hears, ['请掷 3 颗 6 面骰子', '录入点数']],
      ['王经办', '/抽签 2026-0001 开签', '末项要两位见证人录得一样'],
      ['周纪检', '/抽签 2026-0001 骰子 3 5 7', '点数不对，没有收下'],
      ['周纪检', '/抽签 2026-0001 骰子 3 5 1', ['你录入的是 3 5 1', '还在等吴纪检']],
      ['吴纪检', press('type-dice', '2026-0001', { throws: '3 5 2' }), '点数不一致'],
      ['周纪检', hears, '第 1 轮两人录入的点数不一样'],
      ['吴纪检', hears, '第 1 轮两人录入的点数不一样'],
      ['周纪检', '/抽签 2026-0001 骰子 ３　５　１', '你录入的是 3 5 1'],
      ['吴纪检', '/抽签 2026-0001 骰子 3,5,1', '你录入的是 3 5 1'],
    ]);
    const draw = await house.product.office.store.read((books) => books.draws.contributions('2026-0001'));
    expect(draw.map(({ value }) => value)).toContain('今天下雨，气温８度');
  });

  test('asks for the dice on the group card while they are missing, in private', async () => {
    const seen = (await house.play.messages('P003', house.play.group)).map(wordsOf).join('\n');
    expect(seen).toContain('见证已封存');
    await dialogue(house, [['王经办', hears, '见证已封存，可以开签']]);
  });

  test('opens the draw: names go to those entitled and to nobody else', async () => {
    await dialogue(house, [
      ['王经办', '/抽签 2026-0001 开签', '抽签 2026-0001'],
      ['赵局长', hears, ['抽中 4 家机构', '示例公证处']],
      ['李检查', inGroup('@明签 /抽签 2026-0001'), { reads: ['已开签', '检查结束前不公布名单'], not: ['示例公证处'] }],
      ['郑审计', '/验证 2026-0001', ['6 项检查全部通过', '--locked-at 2026-03-16T']],
    ]);
    const rows = await assignments();
    expect(rows.map(({ category }) => category).sort()).toEqual(['grassroots', 'grassroots', 'lawfirm', 'notary']);
    visits.blocked = rows.find(({ category }) => category === 'lawfirm') ?? null;
    visits.goesOn = rows.filter((row) => row !== visits.blocked);
    const [some] = rows;
    if (some) {
      const name = await institution(some);
      await dialogue(house, [
        ['周纪检', `/检查 ${some.id}`, { reads: ['没有办成'], not: [name] }],
        ['钱管理', `/检查 ${some.id}`, { reads: ['没有办成'], not: [name] }],
      ]);
    }
  });

  test('blocks the visit of an inspector who declares a conflict, and only that one', async () => {
    const row = visits.blocked;
    if (!row) throw new Error('no visit to block');
    const [first, second] = team(row);
    if (!first || !second) throw new Error('the team is not two');
    await dialogue(house, [
      [first, `/检查 ${row.id} 回避 妻子在这家律所执业`, ['回避待定', '已申报回避，等负责人决定']],
      ['赵局长', hears, ['请决定这件回避申请', '妻子', first, await institution(row)]],
      [second, `/检查 ${row.id} 确认`, [`${first}的回避申请还没有决定，决定之前不能检查`]],
    ]);
    const heads = (await house.play.messages('P003', house.play.group)).map(wordsOf).join('\n');
    expect(heads).not.toContain('妻子');
    for (const one of visits.goesOn) {
      for (const name of team(one)) await dialogue(house, [[name, `/检查 ${one.id} 确认`, one.id]]);
    }
    await dialogue(house, [['赵局长', '/任务 2026-01 批准检查', '检查进度']]);
    const states = new Map((await assignments()).map(({ id, state }) => [id, state]));
    expect(visits.goesOn.map(({ id }) => states.get(id))).toEqual(['to-notify', 'to-notify', 'to-notify']);
    expect(states.get(row.id)).toBe('offered');
    await dialogue(house, [[second, `/检查 ${row.id} 开始`, '没有办成']]);
  });

  test('inspects, co-signs, reviews and publishes the others by typing', async () => {
    await house.play.post('/sandbox/clock', { advance: { workdays: 1 } });
    for (const [index, one] of visits.goesOn.entries()) await inspect(one, index === 0);
    await dialogue(house, [['王经办', '/公示 2026-01 提请', '等负责人批准']]);
    for (const one of visits.goesOn) await dialogue(house, [['赵局长', `/公示 ${one.id}-P1 批准`, '已公示']]);
    const [first] = visits.goesOn;
    await dialogue(house, [
      ['王经办', `/公示 ${first?.id}-P1 登记 ftp://nowhere`, '“公示地址”没写对'],
      [
        '王经办',
        `/公示 ${first?.id}-P1 登记 https://www.example.gov.cn/gs/1.html`,
        ['2026年3月17日（周二） https://www.example.gov.cn/gs/1.html'],
      ],
      [
        '王经办',
        press('place-publication', `${first?.id}-P1`, { channel: 'credit', address: 'https://credit.example.gov.cn/7', day: '2026-03-17' }),
        '公示地址已登记',
      ],
    ]);
  });

  test('follows the problem until it is put right', async () => {
    const [first] = visits.goesOn;
    if (!first) throw new Error('no visit');
    const [inspector] = team(first);
    if (!inspector) throw new Error('no team');
    const id = `${first.id}-1`;
    await house.play.post('/sandbox/clock', { advance: { workdays: 5 } });
    await dialogue(house, [
      [inspector, '/整改', ['收案登记本有两处漏登', await institution(first)]],
      ['周纪检', '/整改', '没有替你执行'],
      [inspector, `/整改 ${id}`, ['等机构整改', '还有']],
      ['王经办', `/整改 ${id} 报告 已补登两处，收案登记改由专人负责`, '等回访'],
      [inspector, `/回访 ${id} 部分 补登了一处`, '回访时还没有改正'],
      ['赵局长', hears, '回访时还没有改正'],
      ['王经办', `/整改 ${id} 报告 另一处也已补登`, '等回访'],
      [inspector, `/回访 ${id} 已改 现场核对两处均已补登`, '回访确认已改正'],
      [inspector, '/整改', '没有要整改的问题'],
    ]);
  });

  test('is written as a site, and its record holds against what the group was shown', async () => {
    vi.stubEnv('DATABASE_URL', `sqlite:${path.join(house.folder, 'office.db')}`);
    const site = path.join(house.folder, 'site');
    expect((await mingqian('site', site)).code).toBe(0);
    const results = readFileSync(path.join(site, 'results.html'), 'utf8');
    for (const one of visits.goesOn) expect(results).toContain(await institution(one));
    const page = readFileSync(path.join(site, 'draws/2026-0001.html'), 'utf8');
    // One visit is still to come: the draw's names stay closed, or its institution would be warned.
    expect(page).toContain('检查结束之前不公开');
    expect(page).not.toContain(visits.blocked ? await institution(visits.blocked) : '');

    const posted = (await house.play.messages('P003', house.play.group)).map(wordsOf).join('\n');
    const draw = await house.product.office.store.read((books) => books.draws.get('2026-0001'));
    const shown = (digest: string | null | undefined): string => {
      const text = digest ?? 'none';
      expect(posted.replaceAll(' ', '')).toContain(text);
      return text;
    };
    const record = path.join(house.folder, 'record.json');
    const text = JSON.stringify(draw?.record);
    writeFileSync(record, text);
    const lockedAt = draw?.manifest.lockedAt ?? '';
    const asPosted = ['--lock', shown(draw?.manifestHash), '--locked-at', lockedAt, '--close', shown(draw?.closeHash)];
    const good = await mingqian('verify', record, ...asPosted);
    expect([good.code, good.out.match(/^不通过.*/gm)]).toEqual([0, null]);
    expect(good.out).toContain('通过｜群内公布的封存摘要');
    writeFileSync(record, text.replace('今天下雨', '今天下雪'));
    const bad = await mingqian('verify', record, ...asPosted);
    expect(bad.code).toBe(1);
    expect(bad.out).toMatch(/不通过｜.*封存/);
  });
});

/** The smallest picture. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** One visit by its typed commands, but for the form. The first has a problem. */
async function inspect(row: Assignment, hasProblem: boolean): Promise<void> {
  const [first, second] = team(row);
  if (!first || !second) throw new Error('the team is not two');
  await dialogue(house, [
    [first, `/检查 ${row.id} 通知 当面送达`, '待检查'],
    [first, `/检查 ${row.id} 开始`, '检查中'],
    // The only visit that is going on: the photo belongs to it without a word.
    [first, { kind: 'file', name: '收案登记本.png', bytes: PIXEL }, ['文件已收存', `已归到${await institution(row)}，共 1 份`]],
    [first, `/检查 ${row.id} 填写`, '检查情况 第 1'],
  ]);
  await fillFindings(WHO[first], row.id, hasProblem);
  const outcome: Form = hasProblem ? { outcome: 'ordered', rectifyBy: '2026-04-10' } : {};
  const form = { visitedOn: '2026-03-17', method: 'onsite', summary: '查阅收案登记本十册、卷宗五件。', ...outcome };
  await dialogue(house, [
    [first, press('submit-findings', row.id, form), '已提交'],
    [second, `/检查 ${row.id} 核对`, '请核对检查情况'],
    [first, `/检查 ${row.id} 会签`, '自己提请的事不能自己批'],
    [second, `/检查 ${row.id} 退回 第二点没有写清`, '检查中'],
    [first, hears, '第二点没有写清'],
    [first, `/检查 ${row.id} 填写 第9页`, '结论'],
    [first, press('submit-findings', row.id, form), '已提交'],
    [second, `/检查 ${row.id} 会签`, '已会签'],
    ['赵局长', `/检查 ${row.id} 审核通过`, row.id],
  ]);
  // The reader’s answer may be an earlier card of the same inspection.
  await expect.poll(async () => (await house.product.office.store.read((books) => books.assignments.get(row.id)))?.state).toBe('reviewed');
}

/** Answers every page of the findings form. */
async function fillFindings(inspector: string, assignment: string, hasProblem: boolean): Promise<void> {
  const { play } = house;
  for (let page = 1; page < 20; page += 1) {
    const card = await play.until('the form', async () =>
      (await play.messages(inspector)).findLast((message) => wordsOf(message).includes('检查情况 第 ')),
    );
    const fields = [...wordsOf(card).matchAll(/"name":"(r(\d+))"/g)].map((match) => Number(match[2]));
    if (fields.length === 0) return;
    const form: Record<string, string> = {};
    for (const number of fields) form[`r${number}`] = number === 1 && hasProblem ? 'problem' : 'fine';
    if (fields.includes(1) && hasProblem) form['w1'] = '收案登记本有两处漏登';
    expect((await play.press(inspector, 'save-findings', { about: assignment, form })).toast?.type).toBe('success');
  }
}

/** Built once: from the sources there is none to copy. */
const verifier = compileVerifier();

/** The command line in this process: starting one would take longer than all of the round. */
async function mingqian(...args: readonly string[]): Promise<{ readonly code: number | string; readonly out: string }> {
  const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.exitCode = undefined;
  const program = drawProgram();
  registerSite(program, withOffice, verifier);
  await program.parseAsync(args, { from: 'user' });
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  const out = printed.mock.calls.map(([text]) => String(text)).join('');
  printed.mockRestore();
  return { code, out };
}
