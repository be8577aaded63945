// A one-time code, for the administrator to hand to a person.

import type { Person } from '../../domain/person.ts';
import { sayTime } from '../../words/days.ts';
import { facts, faint, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import { say } from '../words.ts';

/** What the `binding-code` card is made of. */
export interface BindingCodeFacts {
  readonly person: Pick<Person, 'id' | 'name' | 'unit'>;
  /** Six digits. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** The `binding-code` card. */
export function bindingCodeFace({ person, code, expiresAt }: BindingCodeFacts): Card {
  return {
    title: say('binding-code.title', { name: person.name }),
    preview: say('binding-code.preview', { name: person.name }),
    blocks: [
      text(say('binding-code.ask', { name: person.name, code })),
      facts(['人员', `${person.name}（${person.unit}）`], ['验证码', code], ['有效至', sayTime(expiresAt)]),
      faint(say('binding-code.care')),
    ],
  };
}
