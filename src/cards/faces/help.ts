// What this person can do here: the commands open to him, and buttons for the main ones.
import type { Role } from '../../domain/person.ts';
import type { CommandWord } from '../../words/commands.ts';
import type { Card } from '../card.ts';

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
export declare function helpFace(facts: HelpFacts): Card;
