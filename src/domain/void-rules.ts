// 作废: a draw may be given up only before its result exists, for a reason, by two people; its number stays used (SSJ-1, "An abort after LOCK").
import type { Draw } from './draw.ts';
import type { Person, PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { checkWords, ownRequest, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { WORDS_MAX } from './task-rules.ts';

/** A request to void, as it waits for the second person. */
export interface VoidRequest {
  readonly by: PersonId;
  readonly reason: string;
  readonly at: Date;
}

/** The request, if the draw can still be voided. A result that somebody has seen is never thrown away: that would be drawing until pleased. */
export function voidRequest(draw: Draw, by: PersonId, reason: string, at: Date): Result<VoidRequest, Refusal> {
  if (draw.state !== 'locked' && draw.state !== 'closed') return wrongState('draw', draw.state, 'locked');
  const refusal = checkWords(reason, 'reason', WORDS_MAX, true);
  return refusal ?? ok({ by, reason: reason.trim(), at });
}

/** The voided draw: agreed to by a head, or by a witness of this very draw, who did not ask for it. */
export function voided(draw: Draw, request: VoidRequest, by: Person, at: Date): Result<Draw, Refusal> {
  if (draw.state !== 'locked' && draw.state !== 'closed') return wrongState('draw', draw.state, 'locked');
  if (request.by === by.id) return ownRequest();
  const isWitness = draw.witnesses.some((witness) => witness.person === by.id);
  if (!isWitness && !by.roles.includes('head')) return fail({ kind: 'not-a-witness', draw: draw.number });
  return ok({ ...draw, state: 'void', voided: { by: request.by, approvedBy: by.id, at, reason: request.reason } });
}
