// Typed words to acts: every button's own command does what the button does, however it is spelt.
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/acts/words.ts';
import { ACTS, act, commandOf, isActVerb } from '../../src/cards/acts.ts';
import type { Act, Button, LinkButton } from '../../src/cards/card.ts';
import { sampleCards } from '../../src/cli/cards.ts';
import { rolesFor, VERBS } from '../../src/domain/may.ts';
import { COMMAND_WORDS, commandsFor } from '../../src/words/commands.ts';
import { canBeTyped, sayHowToType } from '../../src/words/how-to-type.ts';
import { shapeOf } from '../../src/words/spoken.ts';

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

/** Every button of every sample card, its label up to the first comma or blank; pages and institutions to choose from are no words. */
function buttonsShown(): readonly (readonly [label: string, act: Act])[] {
  const buttons = sampleCards().flatMap(({ card }) =>
    card.blocks.flatMap((block): readonly (Button | LinkButton)[] => {
      if (block.kind === 'buttons') return block.buttons;
      if (block.kind === 'form') return [block.submit];
      return block.kind === 'rows' ? block.rows.flatMap(({ button }) => (button ? [button] : [])) : [];
    }),
  );
  const known = new Map<string, readonly [string, Act]>();
  for (const button of buttons) {
    if (!('act' in button) || /页|^查看$/.test(button.label) || button.act.do === 'attach-photo') continue;
    const [label = ''] = button.label.split(/[，：\s]/);
    known.set(`${label} ${button.act.do} ${shapeOf(button.act.about)}`, [label, button.act]);
  }
  return [...known.values()];
}

/** What a word with a number may do instead of the button's own act: open the form or the card on which it stands. */
const OPENED_BY: Readonly<Record<string, readonly string[]>> = {
  contribute: ['open-contribution'],
  'type-dice': ['open-dice'],
  'give-beacon': ['open-beacon'],
  'ask-void': ['open-void'],
  'declare-conflict': ['open-recusal'],
  'ask-recusal': ['open-recusal'],
  'ask-substitute': ['open-substitute'],
  'ask-fill': ['open-fill'],
  'cosign-findings': ['show-inspection'],
  'set-roles': ['show-roles'],
  'follow-up': ['show-problem'],
  'show-inspection': ['show-assignment'],
  'propose-measure': ['open-measure'],
  'record-guidance': ['show-measures'],
  'record-complaint': ['show-measures'],
  // A task that is to be locked, and one list of all.
  'show-task': ['show-draw', 'show-tasks'],
  'show-list': ['show-lists'],
};

describe('a word that stands on a button', () => {
  const shown = buttonsShown();
  test.each(shown)('“/%s” with the number of what it stands on is understood', (label, { do: verb, about, extra }) => {
    const asked = understand(`/${label} ${about}`);
    const meant = [verb, OPENS[verb], ...(OPENED_BY[verb] ?? [])];
    expect(asked, label).toHaveProperty('verb');
    expect(meant, label).toContain(asked && 'verb' in asked ? asked.verb : asked);
    expect(extra?.['page'] ?? 1).toBeTruthy();
  });

  test.each(shown.map(([label]) => label))('“/%s” alone is understood, and changes nothing', (label) => {
    const asked = understand(`/${label}`);
    expect(asked, label).not.toHaveProperty('unknown');
    if (asked && 'verb' in asked) expect(asked.verb, label).toMatch(/^(?:show|open|new|bind|choose|decline)-/);
  });

  test('the whole of what a witness says with it stays as he typed it', () => {
    expect(understand('/见证 2026-0001 今天下雨，２０度。\n 第 2 行')).toMatchObject({
      verb: 'contribute',
      about: '2026-0001',
      verbatim: '今天下雨，２０度。\n 第 2 行',
    });
    expect(understand('见证2026-0001 雨')).toMatchObject({ verb: 'contribute', about: '2026-0001', words: '雨' });
    expect(understand('/见证 今天下雨')).toEqual({ bare: '见证' });
    expect(understand('/退回 2026-01 时间不对 改下月')).toMatchObject({ verb: 'refuse-task', about: '2026-01', words: '时间不对 改下月' });
    expect(understand('/见正')).toEqual({ unknown: '见正', nearest: '见证' });
  });

  test('every command wants no role that its buttons do not want', () => {
    for (const verb of Object.keys(ACTS).filter(isActVerb)) {
      const word = COMMAND_WORDS.find((known) => ACTS[verb].startsWith(`/${known}`)) ?? (ACTS[verb].startsWith('/{list}') ? '名录' : null);
      expect(word, verb).not.toBeNull();
      const roles = VERBS.filter((known) => known === verb).flatMap((known) => rolesFor(known));
      for (const role of roles) expect(commandsFor([role]), `${verb} by ${role}`).toContain(word);
    }
  });
});

describe('a command that wants words', () => {
  test.each(Object.keys(ACTS).filter((verb) => isActVerb(verb) && ACTS[verb].endsWith('…') && verb !== 'bind-account'))(
    '%s has a way to type it, and its example is understood as just that',
    (verb) => {
      expect(canBeTyped(verb)).toBe(true);
      const [, example = ''] = /例如“([^”]+)”/.exec(sayHowToType(verb, '')) ?? [];
      expect(understand(example)).toMatchObject({ verb: verb === 'type-dice' ? 'give-beacon' : verb });
    },
  );
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
