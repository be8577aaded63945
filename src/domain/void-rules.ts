// 作废: a draw may be given up only before its result exists, for a reason, by two people; its number stays used (SSJ-1, "An abort after LOCK").
import type { Draw } from './draw.ts';
import type { Person, PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { checkWords, ownRequest, type Refused, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { WORDS_MAX } from './task-rules.ts';

/** A request to void, as it waits for the second person. */
export interface VoidRequest {
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
  /** How it ended without the draw being void: a second person did not agree, or the asker took it back; null while it waits. */
  readonly ended: { readonly kind: 'declined' | 'withdrawn'; readonly by: PersonId; readonly at: Date; readonly reason: string } | null;
}

/** The request, if the draw can still be voided. A result that somebody has seen is never thrown away: that would be drawing until pleased. */
export function voidRequest(draw: Draw, by: PersonId, reason: string, at: Date): Result<VoidRequest, Refusal> {
  if (!isOpen(draw)) return wrongState('draw', draw.state, 'locked');
  const refusal = checkWords(reason, 'reason', WORDS_MAX, true);
  return refusal ?? ok({ by, reason: reason.trim(), at, ended: null });
}

/** The voided draw: agreed to by a head, or by a witness of this very draw, who did not ask for it. */
export function voided(draw: Draw, request: VoidRequest, by: Person, at: Date): Result<Draw, Refusal> {
  const refusal = checkSecond(draw, request, by);
  return refusal ?? ok({ ...draw, state: 'void', voided: { by: request.by, approvedBy: by.id, at, reason: request.reason } });
}

/** The request once a second person did not agree, with his reason: the draw goes on. */
export function declined(draw: Draw, request: VoidRequest, by: Person, reason: string, at: Date): Result<VoidRequest, Refusal> {
  const refusal = checkSecond(draw, request, by) ?? checkWords(reason, 'reason', WORDS_MAX, true);
  return refusal ?? ok({ ...request, ended: { kind: 'declined', by: by.id, at, reason: reason.trim() } });
}

/** The request once its asker has taken it back: the draw goes on. */
export function withdrawn(draw: Draw, request: VoidRequest, by: Person, at: Date): Result<VoidRequest, Refusal> {
  if (!isOpen(draw)) return wrongState('draw', draw.state, 'locked');
  if (request.by !== by.id) return fail({ kind: 'not-the-asker', draw: draw.number });
  return ok({ ...request, ended: { kind: 'withdrawn', by: by.id, at, reason: '' } });
}

function checkSecond(draw: Draw, request: VoidRequest, by: Person): Refused | null {
  if (!isOpen(draw)) return wrongState('draw', draw.state, 'locked');
  if (request.by === by.id) return ownRequest();
  const isWitness = draw.witnesses.some((witness) => witness.person === by.id);
  return isWitness || by.roles.includes('head') ? null : fail({ kind: 'not-a-witness', draw: draw.number });
}

function isOpen({ state }: Draw): boolean {
  return state === 'locked' || state === 'closed';
}
