// The text beside an empty template file.

import type { RosterKind } from '../../domain/roster.ts';
import { LIST_WORDS } from '../../words/lists.ts';
import { text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `template-file` card is made of. */
export interface TemplateFileFacts {
  readonly kind: RosterKind;
  readonly fileName: string;
}

/** The `template-file` card. */
export function templateFileFace({ kind, fileName }: TemplateFileFacts): Card {
  const { name } = LIST_WORDS[kind];
  const what = say('template-file.what', { name, fileName });
  return { title: say('template-file.title', { name }), preview: what, blocks: [text(what)] };
}
