// Conversations with the bot as tables: what each kind of person reads when he asks, mistypes, is nobody, or is in a group.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dialogue, inGroup, type Name, openFurnished, press, type Row, WHO } from '../support/dialogue.ts';
import type { House } from '../support/house.ts';

vi.setConfig({ testTimeout: 60_000 });

let house: House;
beforeAll(async () => {
  house = await openFurnished();
}, 60_000);
afterAll(() => house.close());

const talk = (rows: readonly Row[]) => dialogue(house, rows);

describe('help', () => {
  test.each<[Name, string, string, string]>([
    ['钱管理', '管理员', '/设置', '/整改'],
    ['王经办', '经办人', '/任务', '/设置'],
    ['赵局长', '负责人', '/公示', '/回访'],
    ['周纪检', '见证人', '/抽签', '/名录'],
    ['郑审计', '审计', '/名录', '/设置'],
    ['李检查', '检查人员', '/检查', '/名录'],
  ])('%s is greeted by name as %s and told of what he can do', async (name, role, shown, hidden) => {
    await talk([[name, '/帮助', { reads: [`${name}，你好`, role, shown], not: [`${hidden}\n`] }]]);
  });
});

describe('what is typed', () => {
  test('a misspelt command gets the nearest one, and another gets none', () =>
    talk([
      ['王经办', '/任物', ['没看懂“任物”', '你要的是“任务”吗']],
      ['王经办', '/天气预报怎么样', { reads: ['没看懂', '发“/帮助”'], not: ['你要的是'] }],
      ['王经办', '/任务 2026-01 批淮', '你要的是“批准”吗'],
    ]));

  test('a word that stands on a button is understood, with nothing waiting it says so', () =>
    talk([
      ['王经办', '/新建任务', '提请批准'],
      ['王经办', '新建任务', '提请批准'],
      ['王经办', '/开签', ['现在没有要你办的“开签”', '/开签 编号', '发“/待办”']],
      ['周纪检', '/见证', '现在没有要你办的“见证”'],
      ['周纪检', '/核对', '现在没有要你办的“核对”'],
      ['李检查', '/会签', '现在没有要你办的“会签”'],
      ['赵局长', '/批准', '现在没有要你办的“批准”'],
      ['王经办', '/开签 2026-0077', '没有编号为“2026-0077”的抽签'],
      ['周纪检', '/见证 2026-0077 雨', '没有编号为“2026-0077”的抽签'],
      ['王经办', '/导出 人员', '人员-20260316.xlsx'],
      ['周纪检', '/见正', '你要的是“见证”吗'],
    ]));

  test('a command that lacks something is answered by how it is typed', () =>
    talk([
      ['王经办', '/递补 停业', ['还缺“编号”', '这样发：“/递补 检查编号 理由 依据”']],
      ['李检查', '/检查 2026-77-01 回避', { reads: ['这样发：“/检查 检查编号 回避 事由”'], not: ['还没填', '选了没有的选项'] }],
      ['钱管理', '/角色 P007 科长', ['“角色”没写对', '经办人、负责人、执法检查人员']],
    ]));

  test('pinyin, English and full-width letters are the same command', () =>
    talk([
      ['王经办', '/bangzhu', '王经办，你好'],
      ['王经办', 'ＨＥＬＰ', '王经办，你好'],
      ['王经办', '／ｍｉｎｇｌｕ', '四份名录'],
      ['王经办', 'todo', '现在没有等着你办的事'],
      ['王经办', '任务', '还没有抽查任务'],
      ['王经办', '？', '王经办，你好'],
    ]));

  test.each([
    ['你好', '李检查，你好'],
    ['您好！', '李检查，你好'],
    ['在吗？', '李检查，你好'],
    ['早上好', '李检查，你好'],
    ['你是谁', '李检查，你好'],
    ['怎么用？', '李检查，你好'],
    ['谢谢', '不客气'],
    ['辛苦了～', '不客气'],
    ['收到', '有新的事会发到这里'],
    ['好的。', '有新的事会发到这里'],
    ['👍', '有新的事会发到这里'],
    ['OK', '有新的事会发到这里'],
  ])('“%s” is answered kindly', (line, answer) => talk([['李检查', line, { reads: [answer], not: ['没看懂'] }]]));

  test('a number nobody gave is said to be unknown', () =>
    talk([
      ['王经办', '/任务 2026-77', '没有编号为“2026-77”的任务'],
      ['王经办', '/抽签 2026-77', '没有编号为“2026-77”的'],
      ['赵局长', '/检查 2026-77-01', '没有编号为“2026-77-01”的检查'],
      ['李检查', '/检查 2026-77-01', '没有编号为“2026-77-01”的检查'],
      ['赵局长', '/公示 2026-77-01', '没有编号为“2026-77-01”的'],
      ['赵局长', '/整改 2026-77-01-1', '没有编号为“2026-77-01-1”的问题'],
      ['王经办', '/验证 2026-0077', '没有编号为“2026-0077”的抽签'],
    ]));
});

describe('lists', () => {
  test('are searched and paged by typing', () =>
    talk([
      ['王经办', '/名录', ['四份名录', '检查对象名录', '15 家']],
      ['王经办', '/名录 公证', ['找到 1 家', '示例公证处']],
      ['王经办', '/名录 第2页', ['第 2 / 2 页', '示例基层法律服务所']],
      ['王经办', press('show-list', 'institutions'), '共 15 家'],
      ['王经办', '/名录 查无此所', '没有找到'],
      ['郑审计', '/人员 检查', ['李检查', '何检查']],
      ['郑审计', '/事项 律师', '律师事务所'],
      ['郑审计', '/文件', '西司文〔2026〕3号'],
    ]));

  test('come as files: the list as it is, and an empty one', () =>
    talk([
      ['王经办', '/人员 导出', '人员-20260316.xlsx'],
      ['王经办', '/名录 模板', '机构模板.xlsx'],
      ['李检查', '/人员 导出', '这件事由'],
      ['周纪检', '/名录', '这件事由'],
    ]));
});

describe('settings and numbers', () => {
  test('the 公示群 is chosen by an administrator, in that group', () =>
    talk([
      ['钱管理', '/设置', { reads: ['是公示群', '在群里 @我 发“/设置 公示群”'], not: ['要换群，发“/设置”。'] }],
      ['王经办', '/设置', '这件事由管理员办理'],
      ['王经办', '/设置 公示群', '这件事由管理员办理'],
      ['王经办', '/设置 非公示群', '这件事由管理员办理'],
      ['钱管理', '/设置 公示群', '已经办过'],
      ['钱管理', inGroup('@明签 /设置'), '是公示群'],
    ]));

  test('statistics come with a chart, for any year', async () => {
    await talk([
      ['李检查', '/统计', ['2026 年', '有效抽签', '各类机构：抽中、已查、已公示']],
      ['李检查', '/统计 2025', '2025 年'],
      ['李检查', '/整改', '没有要整改的问题'],
    ]);
    const seen = JSON.stringify((await house.play.messages(WHO.李检查)).map(({ card }) => card ?? null));
    expect(seen).toContain('"tag":"chart"');
  });
});

describe('a group', () => {
  test('hears nothing unless the bot is mentioned, and private answers go to the person', async () => {
    const { play } = house;
    await play.say(WHO.王经办, '/帮助', play.group);
    await talk([
      ['王经办', inGroup('@明签 /待办'), '已私聊回复'],
      ['王经办', inGroup('@明签 /名录 公证'), { reads: ['内容已发到与你的私聊里'], not: ['示例公证处'] }],
      ['王经办', inGroup('@明签 /任物'), '你要的是“任务”吗'],
      ['孙路人', '你好', ['你好，这里是西平县司法局', '六位验证码']],
    ]);
    await play.until('the list in private', async () => JSON.stringify(await play.messages(WHO.王经办)).includes('找到 1 家'));
    const group = (await play.messages(WHO.王经办, play.group)).filter((message) => message.from.isBot);
    expect(JSON.stringify(group)).not.toContain('王经办，你好');
  });
});
