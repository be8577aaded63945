// What will be published of one inspection: the six fields of Art. 14.
import type { AssignmentId } from '../../domain/assignment.ts';
import type { SixFields } from '../../domain/publication.ts';
import type { Card } from '../card.ts';
import type { Due, May } from '../facts.ts';

/** What the `result` card is made of. */
export interface ResultFacts {
  readonly assignment: AssignmentId;
  readonly version: number;
  readonly fields: SixFields;
  readonly due: Due | null;
  readonly may: May;
}

/** The `result` card. */
export declare function resultFace(facts: ResultFacts): Card;
