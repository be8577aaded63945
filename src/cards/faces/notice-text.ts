// One plain sentence with a title.
import { text } from '../blocks.ts';
import type { Card, Tone } from '../card.ts';

/** What the `notice-text` card is made of. */
export interface NoticeTextFacts {
  readonly title: string;
  readonly text: string;
  readonly tone: Tone;
}

/** The `notice-text` card. */
export function noticeTextFace({ title, text: content, tone }: NoticeTextFacts): Card {
  return {
    title,
    preview: content,
    blocks: [text(content)],
    ...(TONE_WORDS[tone] === null ? {} : { state: { word: TONE_WORDS[tone], tone } }),
  };
}

const TONE_WORDS: Readonly<Record<Tone, string | null>> = {
  todo: '待办',
  doing: '进行中',
  sealed: '已封签',
  done: '完成',
  late: '逾期',
  void: '作废',
  plain: null,
};
