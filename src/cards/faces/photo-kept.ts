// A photo or file was kept as evidence; if nobody can tell whose, it asks.
import type { AssignmentId } from '../../domain/assignment.ts';
import type { Card } from '../card.ts';

/** What the `photo-kept` card is made of. */
export interface PhotoKeptFacts {
  readonly evidence: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Where it belongs, null while it is asked. */
  readonly belongs: { readonly assignment: AssignmentId; readonly institution: string; readonly count: number } | null;
  /** The open visits to choose from. */
  readonly choices: readonly { readonly assignment: AssignmentId; readonly institution: string }[];
}

/** The `photo-kept` card. */
export declare function photoKeptFace(facts: PhotoKeptFacts): Card;
