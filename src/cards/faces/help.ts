// What this person can do here: the commands open to him, and buttons for the main ones.

import type { Role } from '../../domain/person.ts';
import type { CommandWord } from '../../words/commands.ts';
import { COMMANDS } from '../../words/commands.ts';
import { sayRoles } from '../../words/people.ts';
import { ACT_OF_COMMAND, act } from '../acts.ts';
import { button, buttons, facts, main, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `help` card is made of. */
export interface HelpFacts {
  readonly name: string;
  readonly roles: readonly Role[];
  /** The commands that are wired and open to this person. */
  readonly commands: readonly CommandWord[];
  /** How many pieces of work wait for him. */
  readonly open: number;
}

/** The `help` card. */
export function helpFace({ name, roles, commands, open }: HelpFacts): Card {
  const shortcuts = SHORTCUTS.filter((word) => commands.includes(word)).slice(0, 4);
  return {
    title: say('help.title'),
    preview: say('help.preview'),
    blocks: [
      text(say('help.hello', { name, roles: sayRoles(roles), hasRoles: roles.length > 0 })),
      text(open > 0 ? say('help.open', { open }) : say('help.nothing-open')),
      facts(...commands.filter((word) => word !== '帮助' && word !== '我的任务').map((word) => [`/${word}`, COMMANDS[word].what] as const)),
      ...buttons(
        null,
        ...(open > 0 ? [main('看待办', act('show-work'))] : []),
        ...(roles.includes('operator') ? [button('新建任务', act('new-task'))] : []),
        ...shortcuts.map((word) => button(word, ACT_OF_COMMAND[word])),
      ),
    ],
  };
}

/** Commands that get a button, if they are open to the person, the more used first. */
const SHORTCUTS: readonly CommandWord[] = ['任务', '名录', '整改', '统计'];
