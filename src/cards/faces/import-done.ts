// An import that was confirmed, or given up.

import type { PendingImport } from '../../domain/roster.ts';
import { sayTime } from '../../words/days.ts';
import { LIST_WORDS } from '../../words/lists.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { Names } from '../facts.ts';
import { importState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `import-done` card is made of. */
export interface ImportDoneFacts {
  readonly pending: PendingImport;
  readonly names: Names;
  /** Rows in the list now. */
  readonly count: number;
  /** People whose chat account was found by mobile number, null where that was not tried. */
  readonly bound: number | null;
}

/** The `import-done` card. */
export function importDoneFace({ pending, names, count, bound }: ImportDoneFacts): Card {
  const { name, measure } = LIST_WORDS[pending.kind];
  const outcome =
    pending.state === 'cancelled'
      ? say('import-done.cancelled', { name })
      : say('import-done.done', { name, added: pending.added, changed: pending.changed, count, measure });
  return {
    title: say(pending.state === 'cancelled' ? 'import-done.title-cancelled' : 'import-done.title', { name }),
    state: importState(pending.state),
    preview: outcome,
    blocks: [
      text(outcome),
      ...(bound === null || pending.state === 'cancelled' ? [] : [text(say('import-done.bound', { bound }))]),
      facts(['文件', pending.fileName], ['经手', `${called(names, pending.by)}，${sayTime(pending.at)}`]),
      ...buttons(null, button('查看', act('show-list', pending.kind))),
    ],
  };
}
