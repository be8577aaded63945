// The tasks, newest first.
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { May, Names } from '../facts.ts';

/** What the `tasks` card is made of. */
export interface TasksFacts {
  readonly tasks: readonly Task[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly names: Names;
  readonly may: May;
}

/** The `tasks` card. */
export declare function tasksFace(facts: TasksFacts): Card;
