// A new task as a form.
import type { Day } from '../../domain/day.ts';
import type { Matter } from '../../domain/matter.ts';
import type { CategoryRule } from '../../domain/office-rules.ts';
import type { Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Card } from '../card.ts';
import type { Entered, Names } from '../facts.ts';

/** What the `task-form` card is made of. */
export interface TaskFormFacts {
  readonly categories: readonly Pick<CategoryRule, 'id' | 'name'>[];
  /** Documents in force. */
  readonly documents: readonly Pick<RatioDocument, 'id' | 'title'>[];
  /** Published items in effect. */
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'category'>[];
  readonly witnesses: readonly Pick<Person, 'id' | 'name' | 'unit'>[];
  readonly dice: { readonly count: number; readonly sides: number };
  readonly today: Day;
  readonly names: Names;
  /** What was typed before, when the form came back with `problem`. */
  readonly entered: Entered;
  readonly problem: Refusal | null;
}

/** The `task-form` card. */
export declare function taskFormFace(facts: TaskFormFacts): Card;
