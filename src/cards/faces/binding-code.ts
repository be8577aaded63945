// A one-time code, for the administrator to hand to a person.
import type { Person } from '../../domain/person.ts';
import type { Card } from '../card.ts';

/** What the `binding-code` card is made of. */
export interface BindingCodeFacts {
  readonly person: Pick<Person, 'id' | 'name' | 'unit'>;
  /** Six digits. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** The `binding-code` card. */
export declare function bindingCodeFace(facts: BindingCodeFacts): Card;
