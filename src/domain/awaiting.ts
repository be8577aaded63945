// Whom a sealed draw waits for: its witnesses to type, anybody to paste, nobody while its beacon does not exist yet.
import { beaconTime } from './beacon-plan.ts';
import { isSealed } from './drand-paste.ts';
import type { Draw } from './draw.ts';
import { type Ingredients, lastIngredient } from './draw-result.ts';
import type { PersonId } from './person.ts';
import type { Task } from './task.ts';
import { mayType, typingState } from './typing.ts';

/** What the last ingredient of a draw waits for. `later`: for its hour. */
export type Awaiting =
  | { readonly kind: 'typists'; readonly people: readonly PersonId[] }
  | { readonly kind: 'paste' }
  | { readonly kind: 'later' };

/** What that is now; null for a draw that waits for no last ingredient. */
export function awaitingOf(
  draw: Pick<Draw, 'state' | 'closedAt' | 'manifest' | 'witnesses'>,
  task: Pick<Task, 'lottery'>,
  ingredients: Ingredients,
  now: Date,
): Awaiting | null {
  if (!isSealed(draw) || lastIngredient(draw, ingredients).ok) return null;
  const at = beaconTime(draw, task);
  if (at !== null && now < at) return { kind: 'later' };
  if (draw.manifest.entropy.mode === 'drand') return { kind: 'paste' };
  if (!mayType(draw)) return null;
  const { typed } = typingState(ingredients.typed);
  const people = draw.witnesses.map(({ person }) => person).filter((person) => !typed.some((entry) => entry.person === person));
  return { kind: 'typists', people };
}
