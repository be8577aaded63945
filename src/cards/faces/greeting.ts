// To somebody the office does not know: a polite sentence and how to be bound, nothing else.
import { faint, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `greeting` card is made of. */
export interface GreetingFacts {
  readonly office: string;
}

/** The `greeting` card. */
export function greetingFace({ office }: GreetingFacts): Card {
  return {
    title: say('greeting.title', { office }),
    preview: say('greeting.preview'),
    blocks: [text(say('greeting.how')), faint(say('greeting.stranger'))],
  };
}
