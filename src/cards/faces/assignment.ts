// The inspector's card: where, when, with whom, and the one thing asked now.
import type { Assignment } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Person, PersonId } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';

/** What the `assignment` card is made of. */
export interface AssignmentFacts {
  readonly assignment: Assignment;
  readonly task: Pick<Task, 'id' | 'title' | 'methods'>;
  readonly institution: Institution;
  readonly matters: readonly Pick<Matter, 'id' | 'name'>[];
  /** The team with numbers to call. */
  readonly team: readonly Pick<Person, 'id' | 'name' | 'unit' | 'mobile' | 'certificate'>[];
  readonly viewer: PersonId;
  /** By when what is asked now has to be done. */
  readonly due: Due | null;
  readonly photos: number;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
  readonly problem: Refusal | null;
}

/** The `assignment` card. */
export declare function assignmentFace(facts: AssignmentFacts): Card;
