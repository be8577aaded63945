// Are draws announced and witnessed in this group? Asked of an administrator when the bot joins.
import { act } from '../acts.ts';
import { button, buttons, faint, main, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `choose-group` card is made of. */
export interface ChooseGroupFacts {
  readonly chat: string;
  readonly name: string;
  /** The name of the group that is 公示群 now, null if none is. */
  readonly announcing: string | null;
  readonly isThisOne: boolean;
}

/** The `choose-group` card. */
export function chooseGroupFace({ chat, name, announcing, isThisOne }: ChooseGroupFacts): Card {
  if (isThisOne) {
    const done = say('choose-group.done', { name });
    return { title: say('choose-group.title-done'), state: { word: '公示群', tone: 'done' }, preview: done, blocks: [text(done)] };
  }
  return {
    title: say('choose-group.title'),
    state: { word: '待选择', tone: 'todo' },
    preview: say('choose-group.preview', { name }),
    blocks: [
      text(say('choose-group.ask', { name })),
      ...(announcing === null ? [] : [faint(say('choose-group.instead', { announcing }))]),
      ...buttons(null, main('用作公示群', act('choose-group', chat)), button('不用作公示群', act('decline-group', chat))),
    ],
  };
}
