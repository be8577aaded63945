// A witness's private card: one field, once.
import type { Draw } from '../../domain/draw.ts';
import type { Digest } from '../../domain/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `contribute` card is made of. */
export interface ContributeFacts {
  readonly draw: Pick<Draw, 'number' | 'state' | 'lockedAt' | 'manifestHash' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title' | 'mode'>;
  readonly until: Date;
  /** When this witness gave his, null while he has not. */
  readonly contributedAt: Date | null;
  /** Posted to the group when the contributions are closed. */
  readonly closeHash: Digest | null;
  readonly names: Names;
  readonly may: May;
  readonly problem: Refusal | null;
}

/** The `contribute` card. */
export declare function contributeFace(facts: ContributeFacts): Card;
