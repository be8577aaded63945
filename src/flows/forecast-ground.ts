// What a forecast of a task starts from, read from the lists as they are now.
import { checkStaffed, draftDraw, isForecastable } from '../domain/draw-plan.ts';
import { type ForecastInput, sampleSeeds, samplesFor } from '../domain/forecast.ts';
import type { Institution } from '../domain/institution.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Task } from '../domain/task.ts';
import type { Books } from '../store/books.ts';
import { groundOf } from './draw-ground.ts';

/** The input of a forecast and why the lock would be refused for want of people; or what forbids the draw altogether. */
export interface ForecastGround {
  readonly drafted: Result<{ readonly input: ForecastInput; readonly obstacle: Refusal | null }, Refusal>;
  readonly people: readonly Person[];
  readonly institutions: readonly Institution[];
}

/** The ground; null for a task that is not before its lock. */
export async function forecastGround(books: Books, task: Task, at: Date): Promise<ForecastGround | null> {
  if (!isForecastable(task)) return null;
  const ground = await groundOf(books, task, at);
  const plan = draftDraw(task, ground);
  const { people, institutions } = ground;
  if (!plan.ok) return { drafted: plan, people, institutions };
  // Nobody is recused before the lock: conflicts are declared by those drawn.
  const input = { ...plan.value, recusals: [], seeds: sampleSeeds(samplesFor(plan.value)) };
  const refused = checkStaffed(task, plan.value);
  return { drafted: ok({ input, obstacle: refused ? refused.problem : null }), people, institutions };
}
