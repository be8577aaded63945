// One task: its facts, how far it has come, and the decision if one is due.
import type { AssignmentState } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import type { Draw } from '../../domain/draw.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';

/** What the `task` card is made of. */
export interface TaskFacts {
  readonly task: Task;
  readonly matters: readonly Pick<Matter, 'id' | 'name'>[];
  readonly draw: Pick<Draw, 'number' | 'state'> | null;
  /** How many assignments stand in each state; empty before the draw. */
  readonly progress: Readonly<Partial<Record<AssignmentState, number>>>;
  /** The first day of the visits. */
  readonly start: Due;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
  /** Why the last press was not done, if it was not. */
  readonly problem: Refusal | null;
}

/** The `task` card. */
export declare function taskFace(facts: TaskFacts): Card;
