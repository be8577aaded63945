// The four lists: how many, when changed, how to get them out and in.

import type { RosterKind } from '../../domain/roster.ts';
import { sayTime } from '../../words/days.ts';
import { LIST_WORDS } from '../../words/lists.ts';
import { act } from '../acts.ts';
import { button, buttons, faint, strong, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `lists` card is made of. */
export interface ListsFacts {
  readonly lists: readonly { readonly kind: RosterKind; readonly count: number; readonly changedAt: Date | null }[];
  readonly may: May;
}

/** The `lists` card. */
export function listsFace({ lists, may }: ListsFacts): Card {
  return {
    title: say('lists.title'),
    preview: say('lists.preview'),
    blocks: [...lists.flatMap((list) => listBlocks(list, may)), { kind: 'line' }, faint(say('lists.how-to-import'))],
  };
}

function listBlocks({ kind, count, changedAt }: ListsFacts['lists'][number], may: May): readonly Block[] {
  const { name, measure } = LIST_WORDS[kind];
  return [
    strong(name),
    text(count === 0 ? say('lists.empty') : say('lists.count', { count, measure, at: changedAt === null ? '' : sayTime(changedAt) })),
    ...buttons(
      may,
      ...(count > 0 ? [button('查看', act('show-list', kind)), button('导出', act('export-list', kind))] : []),
      button('模板', act('template-list', kind)),
    ),
  ];
}
