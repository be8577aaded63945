// To the group: a settled draw was changed, in which way, and the digests of its record before and after; no name of anybody.
import type { Digest, DrawEvent } from '../../domain/record.ts';
import { sayChangeKind } from '../../words/changes.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, faint, link, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `changed` card is made of. */
export interface ChangedFacts {
  readonly number: string;
  readonly title: string;
  readonly event: Pick<DrawEvent, 'n' | 'link'> & { readonly request: Pick<DrawEvent['request'], 'change' | 'at'> };
  /** How many links the draw was sealed with. */
  readonly length: number;
  readonly before: Digest;
  readonly after: Digest;
  readonly afterSm3: Digest;
  readonly address: string | null;
  readonly may: May;
}

/** The `changed` card. */
export function changedFace({ number, title, event, length, before, after, afterSm3, address, may }: ChangedFacts): Card {
  const what = say('changed.what', { n: event.n, kind: sayChangeKind(event.request.change) });
  return {
    title: say('changed.title', { number }),
    subtitle: title,
    state: { word: `第 ${event.n} 次变更`, tone: 'doing' },
    preview: what,
    blocks: [
      text(what),
      faint(say('changed.secret')),
      facts(['决定时间', event.request.at.replace('T', ' ').slice(0, 16)], ['还能变更', `${length - event.n} 次`]),
      { kind: 'digest', label: '变更后完整记录摘要 SHA-256', value: after },
      { kind: 'digest', label: '变更后完整记录摘要 SM3', value: afterSm3 },
      { kind: 'digest', label: '变更前完整记录摘要 SHA-256', value: before },
      ...buttons(may, button('怎么验证', act('verify-draw', number)), ...link('看公开页面', address)),
    ],
  };
}
