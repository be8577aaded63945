// Acts of the ceremony: lock, contribute, close, dice, verify.

import type { Notice } from '../../domain/notice.ts';
import { closeContributions } from '../../flows/close-contributions.ts';
import { contribute } from '../../flows/contribute.ts';
import { lockDraw } from '../../flows/lock-draw.ts';
import { typeBeacon } from '../../flows/type-beacon.ts';
import { type ActHandler, numbersIn, wordsOf } from './pressed.ts';
import { notWitness } from './sight.ts';

/** Cards that show the state of a draw; not a witness's own, in which he may be writing. */
export function touchedByDraw(number: string): readonly Pick<Notice, 'face' | 'about'>[] {
  return [
    { face: 'lock', about: number },
    { face: 'dice', about: number },
    { face: 'lottery', about: number },
    { face: 'beacon', about: number },
    { face: 'void', about: number },
  ];
}

export const lock: ActHandler = async (turn) => {
  const version = await turn.versionOf('tasks');
  return turn.through(
    (office) => lockDraw(office, turn.by, turn.asked.about, version),
    // The lock card itself comes by the outbox, to the group and to the operator.
    (draw) => ({
      notice: { face: 'task', about: draw.task },
      toast: 'draw-locked',
      touches: [
        { face: 'task', about: draw.task },
        { face: 'forecast', about: draw.task },
      ],
    }),
  );
};

/** `/抽签 2026-01` shows the task until there is a draw, `/抽签 2026-0001` the draw. */
export const showDraw: ActHandler = async ({ asked, office }) => {
  const draw = await office.store.read((books) => books.draws.get(asked.about));
  if (!draw) return { notice: { face: 'task', about: asked.about } };
  return { notice: { face: draw.state === 'settled' ? 'settled' : 'lock', about: draw.number } };
};

/** From the group's card: the field comes in private. */
export const openContribution: ActHandler = async (turn) =>
  (await notWitness(turn, 'contribute')) ?? {
    notice: null,
    toast: 'see-private',
    sends: [{ to: { kind: 'person', person: turn.by.id }, notice: { face: 'contribute', about: turn.asked.about } }],
  };

export const openDice: ActHandler = async (turn) =>
  (await notWitness(turn, 'type-beacon')) ?? {
    notice: null,
    toast: 'see-private',
    sends: [{ to: { kind: 'person', person: turn.by.id }, notice: { face: 'dice', about: turn.asked.about } }],
  };

export const give: ActHandler = async (turn) => {
  // Hashed as received: whatever we tidied, the witness could not find again in the record.
  const typed = turn.form['value'];
  const words = turn.asked.verbatim ?? (typeof typed === 'string' ? typed : '');
  return turn.through(
    (office) => contribute(office, turn.by, turn.asked.about, words),
    (draw) => ({
      notice: { face: 'contribute', about: draw.number },
      toast: 'contributed',
      touches: [...touchedByDraw(draw.number), ...(draw.state === 'closed' ? [{ face: 'contribute', about: draw.number } as const] : [])],
    }),
  );
};

export const closeDraw: ActHandler = (turn) =>
  turn.through(
    (office) => closeContributions(office, turn.by, turn.asked.about),
    (draw) => ({
      notice: { face: 'lock', about: draw.number },
      toast: 'draw-closed',
      touches: [...touchedByDraw(draw.number), { face: 'contribute', about: draw.number }],
    }),
  );

export const typeDice: ActHandler = async (turn) => {
  const throws = numbersIn(wordsOf(turn, 'throws'));
  return turn.through(
    (office) => typeBeacon(office, turn.by, turn.asked.about, throws),
    ({ differed }) => ({
      notice: { face: 'dice', about: turn.asked.about },
      toast: differed ? 'dice-differ' : 'dice-typed',
      touches: touchedByDraw(turn.asked.about),
    }),
  );
};

export const verifyDraw: ActHandler = ({ asked }) => Promise.resolve({ notice: { face: 'draw-check', about: asked.about } });
