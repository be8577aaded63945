// The view of a forecast: what is known of it now, and whether the lists have moved on since.
import type { Card } from '../../cards/card.ts';
import { type ForecastFacts, forecastFace } from '../../cards/faces/forecast.ts';
import { forecastNotes } from '../../domain/forecast-notes.ts';
import { may } from '../../domain/may.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Task } from '../../domain/task.ts';
import { forecastGround } from '../../flows/forecast-ground.ts';
import { forecastDigest } from '../computing.ts';
import { allowed, type Look, must, namesOf } from './context.ts';

/** To whoever may neither lock nor approve, and to a group, there is nothing to see. */
export async function forecastView(look: Look): Promise<Card> {
  const { books, viewer, about } = look;
  const isTheirs = viewer !== null && may(viewer, 'forecast-draw');
  const task = await must(isTheirs ? books.tasks.get(about) : Promise.resolve(null), 'task', about);
  const { state, names } = await stateOf(look, task);
  return forecastFace({
    task,
    state,
    names,
    may: allowed({ 'forecast-draw': state.kind !== 'locked' && state.kind !== 'computing', 'show-task': true }),
  });
}

async function stateOf(look: Look, task: Task): Promise<Pick<ForecastFacts, 'state' | 'names'>> {
  const { computing, books, office } = look;
  const ground = await forecastGround(books, task, office.now());
  if (!ground) return { state: { kind: 'locked' }, names: {} };
  const { drafted, people, institutions } = ground;
  if (!drafted.ok) return refused(look, drafted.problem);
  const known = computing.forecastOf(task.id);
  if (known?.kind !== 'done') return { state: { kind: known ? 'computing' : 'gone' }, names: {} };
  const { input, obstacle } = drafted.value;
  const { forecast, at, digest } = known;
  const names: Record<string, string> = { ...(await namesOf(look, {})) };
  for (const { id, name } of [...institutions, ...people]) names[id] = name;
  return {
    state: {
      kind: 'done',
      forecast,
      notes: forecastNotes(input, task.from, institutions, people),
      at,
      isStale: digest !== forecastDigest(input),
      refusal: obstacle,
    },
    names,
  };
}

async function refused(look: Look, refusal: Refusal): Promise<Pick<ForecastFacts, 'state' | 'names'>> {
  const ids = Object.values(refusal).filter((value): value is string => typeof value === 'string');
  return { state: { kind: 'refused', refusal }, names: await namesOf(look, { matters: ids }) };
}
