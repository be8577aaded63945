// The form in which a witness types the throws he saw.
import type { Draw } from '../../domain/draw.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `dice` card is made of. */
export interface DiceFacts {
  readonly draw: Pick<Draw, 'number' | 'version' | 'closeHash'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly count: number;
  readonly sides: number;
  /** 1, and one more after every mismatch. */
  readonly round: number;
  /** What this witness typed in this round. */
  readonly mine: readonly number[] | null;
  /** True when the round before ended in a mismatch. */
  readonly differed: boolean;
  /** Ids of the witnesses whose throws are still missing in this round. */
  readonly missing: readonly string[];
  readonly names: Names;
  readonly may: May;
}

/** The `dice` card. */
export declare function diceFace(facts: DiceFacts): Card;
