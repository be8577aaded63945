// A witness's private card: one field, once.

import type { Draw } from '../../domain/draw.ts';
import type { Digest } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { act } from '../acts.ts';
import { faint, form, main, text, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `contribute` card is made of. */
export interface ContributeFacts {
  readonly draw: Pick<Draw, 'number' | 'state' | 'lockedAt' | 'manifestHash' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title' | 'mode'>;
  readonly until: Date;
  /** Words are still taken. */
  readonly isOpen: boolean;
  /** When this witness gave his, null while he has not. */
  readonly contributedAt: Date | null;
  /** Posted to the group when the contributions are closed. */
  readonly closeHash: Digest | null;
  readonly may: May;
}

/** The `contribute` card. */
export function contributeFace({ draw, task, until, isOpen: isTaken, contributedAt, closeHash, may }: ContributeFacts): Card {
  const ask =
    contributedAt !== null
      ? say('contribute.done', { at: sayTime(contributedAt) })
      : isTaken
        ? say('contribute.ask', { number: draw.number, until: sayTime(until) })
        : say('contribute.too-late');
  const isOpen = contributedAt === null && isTaken;
  return {
    title: say('contribute.title', { number: draw.number }),
    subtitle: task.title,
    state:
      contributedAt !== null
        ? { word: '已见证', tone: 'done' }
        : isOpen
          ? { word: '待见证', tone: 'todo' }
          : { word: '已封存', tone: 'sealed' },
    preview: ask,
    blocks: [
      text(ask),
      ...(isOpen ? [text(say('contribute.why'))] : []),
      ...(isOpen
        ? form(
            may,
            'contribution',
            [textField('value', '写一句话或一串数字', { placeholder: '例如今天的天气加你想到的几个数字' })],
            main('见证', act('contribute', draw.number, draw.version)),
          )
        : []),
      { kind: 'digest', label: '封签摘要 SHA-256', value: draw.manifestHash },
      ...(closeHash === null ? [] : [{ kind: 'digest', label: '见证封存摘要 SHA-256', value: closeHash } as const]),
      faint(say('contribute.compare')),
    ],
  };
}
