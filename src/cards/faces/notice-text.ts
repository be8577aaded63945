// One plain sentence with a title.
import type { Card, Tone } from '../card.ts';

/** What the `notice-text` card is made of. */
export interface NoticeTextFacts {
  readonly title: string;
  readonly text: string;
  readonly tone: Tone;
}

/** The `notice-text` card. */
export declare function noticeTextFace(facts: NoticeTextFacts): Card;
