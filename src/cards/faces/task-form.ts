// A new task as a form.

import type { Day } from '../../domain/day.ts';
import type { Matter } from '../../domain/matter.ts';
import type { CategoryRule, LotteryGame } from '../../domain/office-rules.ts';
import type { Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import { ENTROPY_MODES, type EntropyMode } from '../../domain/task.ts';
import { MODE_REASONS, MODE_WORDS, TASK_KIND_WORDS } from '../../words/draws.ts';
import { METHOD_WORDS } from '../../words/inspections.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, faint, form, main, options, text, textField } from '../blocks.ts';
import type { Card, Field } from '../card.ts';
import type { Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `task-form` card is made of. */
export interface TaskFormFacts {
  readonly categories: readonly Pick<CategoryRule, 'id' | 'name'>[];
  /** Documents in force. */
  readonly documents: readonly Pick<RatioDocument, 'id' | 'title'>[];
  /** Published items in effect. */
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'category'>[];
  readonly witnesses: readonly Pick<Person, 'id' | 'name' | 'unit'>[];
  readonly dice: { readonly count: number; readonly sides: number };
  /** The mode the office proposes. */
  readonly mode: EntropyMode;
  readonly games: readonly Pick<LotteryGame, 'id' | 'name'>[];
  /** Minutes between a lock and the earliest beacon from outside. */
  readonly minutes: number;
  readonly today: Day;
  readonly names: Names;
}

/** The `task-form` card. */
export function taskFormFace(shown: TaskFormFacts): Card {
  const lacking = [
    ...(shown.documents.length === 0 ? [say('task-form.no-document')] : []),
    ...(shown.matters.length === 0 ? [say('task-form.no-matter')] : []),
    ...(shown.witnesses.length < 2 ? [say('task-form.no-witness', { have: shown.witnesses.length })] : []),
  ];
  const head = { title: say('task-form.title'), preview: say('task-form.preview') };
  if (lacking.length > 0) {
    return {
      ...head,
      blocks: [text(say('task-form.lacking')), ...lacking.map(text), ...buttons(null, button('看名录', act('show-lists')))],
    };
  }
  return {
    ...head,
    blocks: [
      text(say('task-form.ask')),
      ...form(null, 'task', fields(shown), main('提请批准', act('make-task'))),
      {
        kind: 'fold',
        title: say('task-form.modes'),
        blocks: [
          ...ENTROPY_MODES.map((mode) => text(`${MODE_WORDS[mode]}：${MODE_REASONS[mode]}`)),
          faint(say('task-form.dice', { count: shown.dice.count, sides: shown.dice.sides })),
          ...(shown.games.length === 0 ? [] : [faint(say('task-form.lottery', { minutes: shown.minutes }))]),
        ],
      },
    ],
  };
}

/** Only the lottery needs them, so none is required by the form: the rules ask for what is missing. */
function lotteryFields(games: TaskFormFacts['games']): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: 'game',
      label: '用彩票作末项：哪种彩票',
      required: false,
      options: games.map(({ id, name }) => ({ value: id, label: name })),
    },
    textField('issue', '用彩票作末项：期号', { required: false, max: 20, placeholder: '例如 2026030' }),
    { kind: 'day', name: 'drawnOn', label: '用彩票作末项：开奖日期', required: false },
  ];
}

function one(name: string, label: string, choices: Extract<Field, { kind: 'choice' }>['options']): Field {
  return { kind: 'choice', name, label, required: true, options: choices };
}

function several(name: string, label: string, choices: Extract<Field, { kind: 'choices' }>['options']): Field {
  return { kind: 'choices', name, label, required: true, options: choices };
}

function fields({ categories, documents, matters, witnesses, mode, games, names }: TaskFormFacts): readonly Field[] {
  const modes = ENTROPY_MODES.filter((known) => known !== 'lottery' || games.length > 0);
  return [
    textField('title', '任务名称', { max: 60, placeholder: '例如：2026年上半年律师事务所双随机抽查' }),
    one('kind', '抽查类型', options(TASK_KIND_WORDS)),
    several(
      'categories',
      '检查对象类别',
      categories.map(({ id, name }) => ({ value: id, label: name })),
    ),
    one(
      'document',
      '比例频次文件',
      documents.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
    ),
    several(
      'matters',
      '抽查事项',
      matters.map(({ id, name, category }) => ({ value: id, label: `${name}（${called(names, category)}）` })),
    ),
    several('methods', '检查方式', options(METHOD_WORDS)),
    textField('methodReason', '只作书面检查的理由', {
      required: false,
      placeholder: '有实地检查就不用填',
    }),
    { kind: 'day', name: 'from', label: '检查从哪天开始', required: true },
    { kind: 'day', name: 'to', label: '到哪天为止', required: true },
    {
      kind: 'choice',
      name: 'mode',
      label: '末项（封签时谁也不知道的那一份）',
      required: true,
      options: modes.map((value) => ({ value, label: MODE_WORDS[value] })),
      value: mode,
    },
    ...(games.length === 0 ? [] : lotteryFields(games)),
    several(
      'witnesses',
      '见证人（至少两名）',
      witnesses.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` })),
    ),
  ];
}
