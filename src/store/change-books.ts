// What the rest of the house may ask of changes after the draw: the requests, and the events that came of them.
import type { ChangeRequest, ChangeRequestId } from '../domain/change-request.ts';
import type { DrawEvent } from '../domain/record.ts';

/** Requests change under their version, as all versioned rows do, until they are decided; then a trigger holds them. */
export interface ChangeBook {
  get(id: ChangeRequestId): Promise<ChangeRequest | null>;
  add(row: ChangeRequest): Promise<void>;
  replace(row: ChangeRequest): Promise<ChangeRequest>;
  ofDraw(draw: string): Promise<readonly ChangeRequest[]>;
  /** The next free `2026-0003-1` of a draw. */
  nextId(draw: string): Promise<ChangeRequestId>;
  /** Appends the next event to a settled draw; from then on the draw's record is read with it. */
  addEvent(draw: string, event: DrawEvent): Promise<void>;
}
