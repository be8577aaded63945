// Acts that give up a draw before its result exists: asked with a reason, agreed to by a second person.
import { approveVoid } from '../../flows/approve-void.ts';
import { askVoid } from '../../flows/ask-void.ts';
import { declineVoid } from '../../flows/decline-void.ts';
import { withdrawVoid } from '../../flows/withdraw-void.ts';
import { touchedByDraw } from './draws.ts';
import { type ActHandler, needs, wordsOf } from './pressed.ts';

/** From the group's card, or typed: the card with the reason comes in private. */
export const openVoid: ActHandler = async (turn) => {
  const { by, asked } = turn;
  const refusal = needs(turn, 'ask-void') && needs(turn, 'approve-void');
  if (refusal) return refusal;
  return {
    notice: null,
    toast: 'see-private',
    sends: [{ to: { kind: 'person', person: by.id }, notice: { face: 'void', about: asked.about } }],
  };
};

export const ask: ActHandler = (turn) =>
  turn.through(
    (office) => askVoid(office, turn.by, turn.asked.about, wordsOf(turn, 'reason')),
    () => ({ notice: { face: 'void', about: turn.asked.about }, toast: 'void-asked', touches: touchedByDraw(turn.asked.about) }),
  );

export const decline: ActHandler = (turn) =>
  turn.through(
    (office) => declineVoid(office, turn.by, turn.asked.about, wordsOf(turn, 'reason')),
    () => ({ notice: { face: 'void', about: turn.asked.about }, toast: 'void-declined', touches: touchedByDraw(turn.asked.about) }),
  );

export const withdraw: ActHandler = (turn) =>
  turn.through(
    (office) => withdrawVoid(office, turn.by, turn.asked.about),
    () => ({ notice: { face: 'void', about: turn.asked.about }, toast: 'void-withdrawn', touches: touchedByDraw(turn.asked.about) }),
  );

export const approve: ActHandler = (turn) =>
  turn.through(
    (office) => approveVoid(office, turn.by, turn.asked.about),
    ({ number, task }) => ({
      notice: { face: 'void', about: number },
      toast: 'voided',
      // Nobody can contribute any more, so that the open fields of witnesses go too.
      touches: [...touchedByDraw(number), { face: 'contribute', about: number }, { face: 'task', about: task }],
    }),
  );
