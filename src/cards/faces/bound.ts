// The account belongs to a person from now on.
import type { Person } from '../../domain/person.ts';
import type { CommandWord } from '../../words/commands.ts';
import type { Card } from '../card.ts';

/** What the `bound` card is made of. */
export interface BoundFacts {
  readonly person: Pick<Person, 'id' | 'name' | 'unit' | 'roles'>;
  readonly commands: readonly CommandWord[];
}

/** The `bound` card. */
export declare function boundFace(facts: BoundFacts): Card;
