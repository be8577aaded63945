// Who may look at what: an institution drawn is told to its team and to those who run the work, to nobody else before it is published.
import type { AssignmentId } from '../../domain/assignment.ts';
import { maySeeVisit } from '../../domain/entitled.ts';
import { may, rolesFor } from '../../domain/may.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Answer } from '../turn.ts';
import { type ActTurn, refuse } from './pressed.ts';

/** The refusal for whoever may not see this inspection, null for all others. */
export async function hidden(turn: ActTurn, id: AssignmentId): Promise<Answer | null> {
  const { by, office } = turn;
  if (may(by, 'see-inspections')) return null;
  const row = await office.store.read((books) => books.assignments.get(id));
  if (row && maySeeVisit(by, row)) return null;
  const isInspector = may(by, 'accept-assignment');
  return refuse(isInspector && row ? { kind: 'not-your-seat', assignment: id } : notShown(isInspector ? id : null));
}

/** An inspector learns that there is no such number; to others it makes no difference whether there is. */
function notShown(missing: AssignmentId | null): Refusal {
  if (missing !== null) return { kind: 'not-found', what: 'assignment', id: missing };
  return { kind: 'not-allowed', verb: 'see-inspections', needs: [...new Set([...rolesFor('see-inspections'), 'inspector' as const])] };
}

/** As `hidden`, for lists of inspections: inspectors may look, and see their own. */
export function hiddenList({ by }: ActTurn): Answer | null {
  return may(by, 'see-inspections') || may(by, 'accept-assignment') ? null : refuse(notShown(null));
}

/** The refusal for whoever is no witness of this draw, null for its witnesses. */
export async function notWitness(turn: ActTurn, verb: 'contribute' | 'type-beacon' | 'confirm-draw'): Promise<Answer | null> {
  const { by, office, asked } = turn;
  if (!may(by, verb)) return refuse({ kind: 'not-allowed', verb, needs: rolesFor(verb) });
  const draw = await office.store.read((books) => books.draws.get(asked.about));
  if (!draw) return refuse({ kind: 'not-found', what: 'draw', id: asked.about });
  return draw.witnesses.some(({ person }) => person === by.id) ? null : refuse({ kind: 'not-a-witness', draw: draw.number });
}
