// A witness's last card: the digests and the three numbers of the result, to be held against what the group was told.

import type { Confirmation, Draw } from '../../domain/draw.ts';
import type { Digest } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, form, main, text, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May } from '../facts.ts';
import { drawState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `confirm` card is made of. */
export interface ConfirmFacts {
  readonly draw: Pick<Draw, 'number' | 'state' | 'manifestHash' | 'closeHash' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  /** Null until the draw is settled. */
  readonly result: {
    readonly recordHash: Digest;
    readonly drawn: number;
    readonly reserve: number;
    readonly inspectors: number;
    readonly beacon: readonly [label: string, value: string] | null;
  } | null;
  /** What this witness said last. */
  readonly said: Pick<Confirmation, 'verdict' | 'words' | 'at'> | null;
  readonly may: May;
}

/** The `confirm` card. */
export function confirmFace({ draw, task, result, said, may }: ConfirmFacts): Card {
  const ask =
    result === null
      ? say('confirm.not-yet')
      : said === null
        ? say('confirm.ask')
        : say(said.verdict === 'confirmed' ? 'confirm.confirmed' : 'confirm.disputed', { at: sayTime(said.at) });
  return {
    title: say('confirm.title', { number: draw.number }),
    subtitle: task.title,
    state: said === null ? (result === null ? drawState(draw.state) : { word: '待核对', tone: 'todo' }) : STATES[said.verdict],
    preview: ask,
    blocks: [
      text(ask),
      ...(result === null
        ? []
        : [
            facts(
              ['抽中机构', `${result.drawn} 家`],
              ['递补机构', `${result.reserve} 家`],
              ['检查人员', `${result.inspectors} 人`],
              ...(result.beacon === null ? [] : [result.beacon]),
              ['你的异议', said?.verdict === 'disputed' ? said.words : null, 'late'],
            ),
          ]),
      ...buttons(
        may,
        main('我已核对', act('confirm-draw', draw.number, draw.version)),
        button('怎么验证', act('verify-draw', draw.number)),
      ),
      ...form(
        may,
        'dispute',
        [textField('words', '哪里不对', { lines: 3, max: 500, placeholder: '负责人和审计会看到' })],
        button('有异议', act('dispute-draw', draw.number, draw.version)),
      ),
      { kind: 'digest', label: '封签摘要 SHA-256', value: draw.manifestHash },
      ...(draw.closeHash === null ? [] : [{ kind: 'digest', label: '见证封存摘要 SHA-256', value: draw.closeHash } as const]),
      ...(result === null ? [] : [{ kind: 'digest', label: '完整记录摘要 SHA-256', value: result.recordHash } as const]),
    ],
  };
}

const STATES = { confirmed: { word: '已核对', tone: 'done' }, disputed: { word: '有异议', tone: 'late' } } as const;
