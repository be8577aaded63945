// A settled draw: to the group hashes and counts, to those entitled the names as well.
import type { Draw } from '../../domain/draw.ts';
import type { PersonId } from '../../domain/person.ts';
import type { DrawRecord, Unfilled } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `settled` card is made of. */
export interface SettledFacts {
  /** `group` sees no name of a drawn institution before the visits are over; `entitled` sees all. */
  readonly audience: 'group' | 'entitled';
  readonly draw: Pick<Draw, 'number' | 'lockedAt' | 'manifestHash' | 'closeHash' | 'absent' | 'settledAt' | 'settledBy'>;
  readonly record: DrawRecord;
  readonly task: Pick<Task, 'id' | 'title' | 'from' | 'to'>;
  /** Why a place stayed empty: the people who could fill it, whose caps are used up. */
  readonly unfilled: readonly (Unfilled & { readonly people: readonly PersonId[] })[];
  /** The public page, null while the office has no address. */
  readonly address: string | null;
  readonly names: Names;
  readonly may: May;
}

/** The `settled` card. */
export declare function settledFace(facts: SettledFacts): Card;
