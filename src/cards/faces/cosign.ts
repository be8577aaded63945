// To the second inspector: all that was found, problems first, to agree or to send back.
import type { Assignment } from '../../domain/assignment.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import type { Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';

/** What the `cosign` card is made of. */
export interface CosignFacts {
  readonly assignment: Assignment;
  readonly institution: Pick<Institution, 'id' | 'name'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[];
  readonly photos: number;
  readonly due: Due | null;
  readonly names: Names;
  readonly may: May;
  readonly problem: Refusal | null;
}

/** The `cosign` card. */
export declare function cosignFace(facts: CosignFacts): Card;
