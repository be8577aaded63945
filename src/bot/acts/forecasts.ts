// The act that shows what a draw would look like: at once where it is quick, a card that fills itself where it is not.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice } from '../../domain/notice.ts';
import { forecastGround } from '../../flows/forecast-ground.ts';
import type { Computing } from '../computing.ts';
import type { Answer } from '../turn.ts';
import { type ActHandler, type ActTurn, needs, refuse } from './pressed.ts';

/** So long an answer waits for the result; the platform wants a press answered within two seconds. */
const QUICK_MS = 700;

export const forecastDraw: ActHandler = async (turn) => {
  const refusal = needs(turn, 'forecast-draw');
  if (refusal) return refusal;
  const { asked, office, computing } = turn;
  const task = await office.store.read((books) => books.tasks.get(asked.about));
  if (!task) return refuse({ kind: 'not-found', what: 'task', id: asked.about });
  const ground = await office.store.read((books) => forecastGround(books, task, office.now()));
  if (!ground) return refuse({ kind: 'wrong-state', what: 'task', state: task.state, needed: 'approved' });
  const { drafted } = ground;
  if (!drafted.ok) return shown(turn);
  const work = computing.makeForecast(task.id, drafted.value.input).then(() => true);
  // Whoever waits for it hears of a failure; a press that came first need not.
  work.catch(() => false);
  if (await Promise.race([work, sleep(QUICK_MS, false, { ref: false })])) return shown(turn);
  return { ...shown(turn), later: () => work.then(() => ({ notice: null, touches: [cardOf(task.id)] })) };
};

/** The cards of all forecasts there are: lists that change make them out of date, and they say so. */
export function forecastCards(computing: Computing): readonly Pick<Notice, 'face' | 'about'>[] {
  return computing.forecastTasks().map(cardOf);
}

function cardOf(task: string): Pick<Notice, 'face' | 'about'> {
  return { face: 'forecast', about: task };
}

/** In place on its own card, as the answer to a typed word; from any other card a message of its own, which stays beside it. */
function shown({ asked, incoming, by }: ActTurn): Answer {
  const notice = cardOf(asked.about);
  if (incoming.kind !== 'press' || asked.extra?.['again'] === 1) return { notice };
  return { notice: null, toast: 'forecast-coming', sends: [{ to: { kind: 'person', person: by.id }, notice }] };
}
