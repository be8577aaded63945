// The form in which a witness types the numbers a public lottery drew.

import type { Draw } from '../../domain/draw.ts';
import type { LotteryPlan, Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { exampleNumbers, sayNumberRanges } from '../../words/draws.ts';
import { calledAll } from '../../words/names.ts';
import { act } from '../acts.ts';
import { form, main, text, textField, warning } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `lottery` card is made of. */
export interface LotteryFacts {
  readonly draw: Pick<Draw, 'number' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly lottery: LotteryPlan;
  readonly isDrawn: boolean;
  /** 1, and one more after every mismatch. */
  readonly round: number;
  /** What this witness typed in this round, ascending. */
  readonly mine: readonly number[] | null;
  /** Ids of the witnesses whose numbers are still missing in this round. */
  readonly missing: readonly string[];
  readonly isAgreed: boolean;
  readonly names: Names;
  readonly may: May;
}

/** The `lottery` card. */
export function lotteryFace(shown: LotteryFacts): Card {
  const { draw, task, round, mine, isAgreed, may } = shown;
  const ask = question(shown);
  const isOpen = shown.isDrawn && mine === null && !isAgreed;
  return {
    title: say('lottery.title', { number: draw.number }),
    subtitle: task.title,
    state: isOpen
      ? { word: '待录入', tone: 'todo' }
      : mine !== null || isAgreed
        ? { word: '已录入', tone: 'done' }
        : { word: '未开奖', tone: 'sealed' },
    preview: ask,
    blocks: [
      ...(round > 1 && isOpen ? [warning(say('lottery.differed', { last: round - 1 }))] : []),
      text(ask),
      ...(isOpen
        ? form(
            may,
            'lottery',
            [textField('numbers', '开奖号码', { placeholder: `例如 ${exampleNumbers(shown.lottery.numbers)}` })],
            main('录入号码', act('give-beacon', draw.number, draw.version, { round })),
          )
        : []),
    ],
  };
}

function question({ lottery, isDrawn, mine, missing, isAgreed, names }: LotteryFacts): string {
  const { game, issue, where, drawnAt } = lottery;
  if (isAgreed) return say('lottery.over');
  if (mine !== null)
    return say('lottery.done', { mine: mine.join(' '), missing: calledAll(names, missing), isWaiting: missing.length > 0 });
  if (!isDrawn) return say('lottery.not-yet', { game, issue, where, at: sayTime(drawnAt) });
  return say('lottery.ask', { game, issue, where, parts: sayNumberRanges(lottery.numbers) });
}
