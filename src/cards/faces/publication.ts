// A publication: proposed to the head, or published and to be placed.
import type { Publication } from '../../domain/publication.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';

/** What the `publication` card is made of. */
export interface PublicationFacts {
  readonly publication: Publication;
  readonly due: Due | null;
  /** Its public page, null while the office has no address. */
  readonly address: string | null;
  readonly names: Names;
  readonly may: May;
  readonly problem: Refusal | null;
}

/** The `publication` card. */
export declare function publicationFace(facts: PublicationFacts): Card;
