// The group card of a locked draw: what is fixed, by which numbers, and who has witnessed.
import type { Draw } from '../../domain/draw.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Digest } from '../../domain/record.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `lock` card is made of. */
export interface LockFacts {
  readonly draw: Pick<
    Draw,
    | 'number'
    | 'state'
    | 'lockedAt'
    | 'lockedBy'
    | 'manifest'
    | 'manifestHash'
    | 'witnesses'
    | 'closeHash'
    | 'closedAt'
    | 'absent'
    | 'version'
  >;
  readonly task: Task;
  /** SM3 of the same bytes as `manifestHash`. */
  readonly sm3: Digest;
  /** By stratum: rows in the list, those not excluded, those that take part, forced visits, and how many are drawn. */
  readonly strata: readonly {
    readonly id: string;
    readonly rows: number;
    readonly listed: number;
    readonly pool: number;
    readonly forced: number;
    readonly quota: number;
  }[];
  readonly contributed: readonly PersonId[];
  /** Who has typed the dice of this round (mode `dice`). */
  readonly typed: readonly PersonId[];
  /** Until when the draw waits for its witnesses. */
  readonly until: Date;
  readonly names: Names;
  readonly may: May;
}

/** The `lock` card. */
export declare function lockFace(facts: LockFacts): Card;
