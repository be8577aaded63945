// The text beside an exported file.

import type { RosterKind } from '../../domain/roster.ts';
import { sayTime } from '../../words/days.ts';
import { LIST_WORDS } from '../../words/lists.ts';
import { text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `export-file` card is made of. */
export interface ExportFileFacts {
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly count: number;
  readonly at: Date;
}

/** The `export-file` card. */
export function exportFileFace({ kind, fileName, count, at }: ExportFileFacts): Card {
  const { name, measure } = LIST_WORDS[kind];
  const what = say('export-file.what', { name, count, measure, at: sayTime(at), fileName });
  return { title: say('export-file.title', { name }), preview: what, blocks: [text(what), text(say('export-file.care'))] };
}
