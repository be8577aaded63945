// The books of what comes to a draw after its lock: the beacon from outside, a void draw's outcome, what the witnesses say of the result.
import type { Confirmation, DrandEntry, VoidOutcome } from '../domain/draw.ts';

/** Rounds of drand, one a draw; never changed. */
export interface BeaconBook {
  get(draw: string): Promise<DrandEntry | null>;
  /** False if that draw has its round already. */
  add(entry: DrandEntry): Promise<boolean>;
}

/** Outcomes of void draws, one a draw; never changed. */
export interface OutcomeBook {
  get(draw: string): Promise<VoidOutcome | null>;
  /** False if it is there already. */
  add(outcome: VoidOutcome): Promise<boolean>;
}

/** What witnesses said of results, each verdict once a person; never changed. */
export interface ConfirmationBook {
  /** In the order in which they were said. */
  ofDraw(draw: string): Promise<readonly Confirmation[]>;
  /** False if that person has said that already. */
  add(confirmation: Confirmation): Promise<boolean>;
}
