// Typed words to acts: every button's own command does what the button does, however it is spelt.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/acts/words.ts';
import { ACTS, act, commandOf, isActVerb } from '../../src/cards/acts.ts';

/** Buttons that hand in a form open it when they are typed: nobody types a form. */
const OPENS: Readonly<Record<string, string>> = {
  'make-task': 'new-task',
  'save-findings': 'show-findings',
  'submit-findings': 'show-findings',
};
const LISTED = new Set(['show-list', 'export-list', 'template-list']);

describe('the command of a button', () => {
  test.each(Object.keys(ACTS).filter(isActVerb))('%s is understood as that button', (verb) => {
    const about = LISTED.has(verb) ? 'people' : verb === 'bind-account' ? '123456' : '2026-01-01';
    const extra: Readonly<Record<string, string>> = verb === 'attach-photo' ? { assignment: '2026-01-02' } : {};
    const command = commandOf(act(verb, about, undefined, extra)).replace('…', verb === 'bind-account' ? about : '说明 两句');
    const asked = understand(command);
    expect(asked).toMatchObject({ verb: OPENS[verb] ?? verb });
    if (ACTS[verb].includes('{about}')) expect(asked).toMatchObject({ about });
    if (verb !== 'bind-account' && ACTS[verb].endsWith('…')) expect(asked).toMatchObject({ words: '说明 两句' });
    if (verb === 'attach-photo') expect(asked).toMatchObject({ extra });
  });

  test.each([
    ['/人员 李 第2页', 'show-list', 'people', '李', 2],
    ['/名录 第3页', 'show-list', 'institutions', '', 3],
    ['/任务 第2页', 'show-tasks', '', '', 2],
    ['/整改 第2页', 'show-rectifications', '', '', 2],
    ['/检查 2026-01-01 填写 第2页', 'show-findings', '2026-01-01', '', 2],
  ])('%s is a page', (line, verb, about, words, page) => {
    expect(understand(line)).toMatchObject({ verb, about, words, extra: { page } });
  });
});

describe('spelling', () => {
  test.each([
    ['／任务　２０２６－０１　批准', 'approve-task', '2026-01'],
    ['任务 2026-01', 'show-task', '2026-01'],
    ['/任务2026-01', 'show-task', '2026-01'],
    ['renwu 2026-01 批准', 'approve-task', '2026-01'],
    ['/TASK 2026-01', 'show-task', '2026-01'],
    ['  Help ', 'show-help', ''],
    ['？', 'show-help', ''],
    ['/woderenwu', 'show-work', ''],
    ['统计', 'show-statistics', ''],
  ])('%s is %s', (line, verb, about) => {
    expect(understand(line)).toMatchObject({ verb, about });
  });

  test('what a witness writes stays as he typed it, line breaks and full-width signs included', () => {
    expect(understand('／抽签 ２０２６－０００１ 见证 今天下雨，２０度。\n 第 2 行')).toMatchObject({
      verb: 'contribute',
      about: '2026-0001',
      words: '今天下雨，２０度。\n 第 2 行',
    });
  });

  test.each([
    ['/抽签 2026-0001 见证', 'open-contribution'],
    ['/抽签 2026-0001 骰子', 'open-dice'],
    ['/抽签 2026-0001 骰子 3 5 1', 'type-dice'],
    ['/抽签 2026-01', 'show-draw'],
    ['/抽签 2026-01 封签', 'lock-draw'],
  ])('%s is %s', (line, verb) => {
    expect(understand(line)).toMatchObject({ verb });
  });

  test.each([
    ['/任物', '任务', '任物'],
    ['/renwo', '任务', 'renwo'],
    ['/todoo', '待办', 'todoo'],
    ['/任务 2026-01 批淮', '批准', '批淮'],
    ['/检查 2026-01-01 开使', '开始', '开使'],
    ['/天气预报', null, '天气预报'],
  ])('%s is not understood, but %s is near', (line, nearest, unknown) => {
    expect(understand(line)).toEqual({ unknown, nearest });
  });

  test('nothing said is nothing', () => {
    expect(understand(' \u200b　')).toBeNull();
  });
});
