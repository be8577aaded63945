// The findings form, a few check points a page; nothing is pre-filled.
import type { Assignment } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { Entered, May } from '../facts.ts';

/** What the `findings` card is made of. */
export interface FindingsFacts {
  readonly assignment: Assignment;
  readonly institution: Pick<Institution, 'id' | 'name'>;
  readonly task: Pick<Task, 'id' | 'title' | 'methods'>;
  /** The task's items of this category, in the order of the list: they and `page` say which points are shown. */
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[];
  /** 1-based; the last page (`findingsPages`) asks for day, method, outcome and summary. */
  readonly page: number;
  /** Rectification day to propose. */
  readonly rectifyBy: Day | null;
  readonly photos: number;
  readonly today: Day;
  readonly may: May;
  readonly entered: Entered;
  readonly problem: Refusal | null;
}

/** The `findings` card. */
export declare function findingsFace(facts: FindingsFacts): Card;
