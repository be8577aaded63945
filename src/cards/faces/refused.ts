// What was asked was not done: what happened, what was kept, what to do next.

import type { Refusal } from '../../domain/refusal.ts';
import { COMMAND_WORDS, COMMANDS } from '../../words/commands.ts';
import { sentence } from '../../words/refusals.ts';
import { ACT_OF_COMMAND, act } from '../acts.ts';
import { button, buttons, main, text } from '../blocks.ts';
import type { Button, Card } from '../card.ts';
import type { Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `refused` card is made of. */
export interface RefusedFacts {
  readonly refusal: Refusal;
  readonly names: Names;
}

/** The `refused` card. */
export function refusedFace({ refusal, names }: RefusedFacts): Card {
  const why = sentence(refusal, names);
  const nearest = refusal.kind === 'unknown-command' ? suggestion(refusal.nearest) : [];
  return {
    title: refusal.kind === 'unknown-command' ? say('refused.not-understood') : say('refused.title'),
    preview: why,
    blocks: [text(why), ...buttons(null, ...nearest, button('帮助', act('show-help')))],
  };
}

/** A button for the command that was probably meant, whether it came with its slash or not. */
function suggestion(nearest: string | null): readonly Button[] {
  const word = COMMAND_WORDS.find((known) => known === nearest?.replace('/', ''));
  return word === undefined ? [] : [main(`${word}：${COMMANDS[word].what}`, ACT_OF_COMMAND[word])];
}
