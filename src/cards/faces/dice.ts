// The form in which a witness types the throws he saw.

import type { Draw } from '../../domain/draw.ts';
import type { Task } from '../../domain/task.ts';
import { exampleThrows } from '../../words/draws.ts';
import { calledAll } from '../../words/names.ts';
import { act } from '../acts.ts';
import { form, main, text, textField, warning } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `dice` card is made of. */
export interface DiceFacts {
  readonly draw: Pick<Draw, 'number' | 'version' | 'closeHash'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly count: number;
  readonly sides: number;
  /** 1, and one more after every mismatch. */
  readonly round: number;
  /** What this witness typed in this round. */
  readonly mine: readonly number[] | null;
  /** True when the round before ended in a mismatch. */
  readonly differed: boolean;
  /** Ids of the witnesses whose throws are still missing in this round. */
  readonly missing: readonly string[];
  readonly names: Names;
  readonly may: May;
}

/** The `dice` card. */
export function diceFace({ draw, task, count, sides, round, mine, differed, missing, names, may }: DiceFacts): Card {
  const ask =
    mine === null
      ? say('dice.ask', { count, sides })
      : say('dice.done', { mine: mine.join(' '), missing: calledAll(names, missing), isWaiting: missing.length > 0 });
  return {
    title: say('dice.title', { number: draw.number }),
    subtitle: task.title,
    state: mine === null ? { word: '待录入', tone: 'todo' } : { word: '已录入', tone: 'done' },
    preview: ask,
    blocks: [
      ...(differed && mine === null ? [warning(say('dice.differed', { last: round - 1 }))] : []),
      text(ask),
      ...(mine === null
        ? form(
            may,
            'dice',
            [
              textField('throws', `${count} 颗骰子的点数，按掷出的顺序，用空格隔开`, {
                placeholder: `例如 ${exampleThrows(count, sides)}`,
              }),
            ],
            main('录入点数', act('type-dice', draw.number, draw.version, { round })),
          )
        : []),
    ],
  };
}
