// The account belongs to a person from now on.

import type { Person } from '../../domain/person.ts';
import type { CommandWord } from '../../words/commands.ts';
import { sayRoles } from '../../words/people.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, main, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `bound` card is made of. */
export interface BoundFacts {
  readonly person: Pick<Person, 'id' | 'name' | 'unit' | 'roles'>;
  readonly commands: readonly CommandWord[];
}

/** The `bound` card. */
export function boundFace({ person, commands }: BoundFacts): Card {
  return {
    title: say('bound.title'),
    state: { word: '已绑定', tone: 'done' },
    preview: say('bound.preview', { name: person.name }),
    blocks: [
      text(say('bound.hello', { name: person.name })),
      facts(['单位', person.unit], ['角色', sayRoles(person.roles)], ['可用命令', commands.map((word) => `/${word}`).join(' ')]),
      ...buttons(null, main('看待办', act('show-work')), button('帮助', act('show-help'))),
    ],
  };
}
