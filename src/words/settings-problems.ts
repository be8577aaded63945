// What is wrong with the settings, one sentence each: where, what, and what should stand there.
import { unreachable } from '../domain/result.ts';
import type { Expected, SettingsProblem } from '../domain/settings-problem.ts';

const EXPECTED_WORDS: Readonly<Record<Expected, string>> = {
  text: '一段文字',
  'whole-number': '一个在允许范围内的整数',
  day: '一个日期，例如 2026-01-05',
  clock: '一个加引号的时刻，例如 "09:00"',
  address: '一个网址，例如 https://example.gov.cn',
  list: '一个列表，至少一项',
  group: '一组下级设置',
  id: '字母、数字、点、横线组成的代号',
  category: 'office.yaml 里已有的类别 id',
  method: 'onsite（实地）或 written（书面）',
  mode: 'drand、lottery、dice 或 witness',
  'number-range': '几个号、从几到几，例如 { count: 6, from: 1, to: 33 }，范围里的号要够',
  accounts: '用逗号分开的账号，例如 feishu:ou_abc,dingtalk:123',
  'one-of': '其中一个',
};

/** `config/office.yaml:12（deadlines.publish）：应当是一个整数。` A secret's value is never repeated. */
export function saySettingsProblem({ at, trouble }: SettingsProblem): string {
  return `${sayPlace(at)}：${sayTrouble(trouble)}`;
}

/** All of them, a line each, under one heading. */
export function saySettingsProblems(problems: readonly SettingsProblem[]): string {
  return [`设置有 ${problems.length} 处要改，程序没有启动：`, ...problems.map((problem) => `  ${saySettingsProblem(problem)}`)].join('\n');
}

function sayPlace(at: SettingsProblem['at']): string {
  if (at.kind === 'environment') return `环境变量 ${at.name}`;
  return `${at.file}${at.line === null ? '' : `:${at.line}`}${at.path === '' ? '' : `（${at.path}）`}`;
}

function sayTrouble(trouble: SettingsProblem['trouble']): string {
  switch (trouble.kind) {
    case 'unreadable':
      return '读不到这个文件。';
    case 'not-yaml':
      return `不是正确的 YAML：${trouble.words}`;
    case 'missing':
      return '必须填写。';
    case 'missing-with':
      return `设了 ${trouble.because} 就必须一并填写。`;
    case 'unknown':
      return '没有这个设置，请检查拼写。';
    case 'twice':
      return `“${trouble.value}”出现了两次。`;
    case 'both-given':
      return '和带 _FILE 的同名变量只能设一个。';
    case 'bad':
      return `应当是${EXPECTED_WORDS[trouble.expected]}${trouble.choices ? `：${trouble.choices.join('、')}` : ''}。`;
    default:
      return unreachable(trouble);
  }
}
