// A draw with everything that came to it, as the views of the ceremony read it.
import { beaconTime } from '../../domain/beacon-plan.ts';
import { waitsUntil } from '../../domain/ceremony.ts';
import type { Draw } from '../../domain/draw.ts';
import type { Ingredients } from '../../domain/draw-result.ts';
import type { Task } from '../../domain/task.ts';
import { ingredientsOf } from '../../flows/ingredients.ts';
import { type Look, must } from './context.ts';

/** One draw, its task, and where its ceremony stands. */
export interface Ceremony extends Ingredients {
  readonly draw: Draw;
  readonly task: Task;
  /** Until when it waits for its witnesses. */
  readonly until: Date;
  /** When a beacon from outside becomes public; null where none comes from outside. */
  readonly beaconAt: Date | null;
}

/** Reads it, or throws NothingThere. */
export async function ceremonyOf({ books, office, about }: Look): Promise<Ceremony> {
  const draw = await must(books.draws.get(about), 'draw', about);
  const task = await must(books.tasks.get(draw.task), 'task', draw.task);
  const until = waitsUntil(draw, office.rules.witnessMinutes);
  return { draw, task, ...(await ingredientsOf(books, draw.number)), until, beaconAt: beaconTime(draw, task) };
}
