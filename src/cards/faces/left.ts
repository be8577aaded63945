// The card of an inspection in the hands of somebody who left its team: closed, with a word on why.
import type { Ruling } from '../../domain/change-request.ts';
import { RULING_WORDS } from '../../words/changes.ts';
import { sayTime } from '../../words/days.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `left` card is made of. */
export interface LeftFacts {
  readonly assignment: string;
  readonly institution: string;
  readonly change: string;
  readonly ruling: Ruling['kind'];
  readonly at: Date;
}

/** The `left` card. */
export function leftFace({ assignment, institution, change, ruling, at }: LeftFacts): Card {
  const what = say('left.what', { institution });
  return {
    title: institution,
    subtitle: assignment,
    state: { word: '已退出', tone: 'void' },
    preview: what,
    blocks: [
      text(what),
      facts(['办法', RULING_WORDS[ruling]], ['时间', sayTime(at)]),
      ...buttons(null, button('看变更', act('show-change', change))),
    ],
  };
}
