// The act that opens a draw: a small one is there at once, a big one is computed beside the event loop and comes when it is done.
import { isSlow } from '../../flows/draw-aside.ts';
import { settleDraw } from '../../flows/settle-draw.ts';
import type { Settled } from '../../flows/settling.ts';
import { type Answer, refusedNotice } from '../turn.ts';
import { touchedByDraw } from './draws.ts';
import { forecastCards } from './forecasts.ts';
import { type ActHandler, type ActTurn, needs } from './pressed.ts';

export const settle: ActHandler = async (turn) => {
  const { asked, by, computing } = turn;
  const refusal = needs(turn, 'settle-draw');
  if (refusal) return refusal;
  const draw = await turn.office.store.read((books) => books.draws.get(asked.about));
  const isLong = draw?.state === 'closed' && isSlow({ ...draw, rules: draw.manifest.rules });
  if (!isLong)
    return turn.through(
      (office) => settleDraw(office, by, asked.about),
      (value) => settledAnswer(turn, value),
    );
  const number = draw.number;
  const waiting: Answer = { notice: { face: 'lock', about: number }, toast: 'draw-computing', touches: touchedByDraw(number) };
  const work = computing.settling(number, () => settleDraw(turn.office, by, number));
  if (!work) return waiting;
  return {
    ...waiting,
    later: async () => {
      const result = await work();
      if (result.ok) return settledAnswer(turn, result.value);
      const sorry = { to: { kind: 'person', person: by.id } as const, notice: refusedNotice(result.problem) };
      return { notice: null, sends: [sorry], touches: touchedByDraw(number) };
    },
  };
};

/** Whom it drew counts as inspected this year: forecasts of other tasks are out of date. */
function settledAnswer({ computing }: ActTurn, { draw }: Settled): Answer {
  return {
    notice: { face: 'lock', about: draw.number },
    toast: 'draw-settled',
    touches: [...touchedByDraw(draw.number), { face: 'task', about: draw.task }, ...forecastCards(computing)],
  };
}
