// Acts on the last ingredient and on the result: type it, paste it, confirm or dispute what came of it.
import type { Draw } from '../../domain/draw.ts';
import { confirmDraw } from '../../flows/confirm-draw.ts';
import { takeBeacon } from '../../flows/take-beacon.ts';
import { typeBeacon } from '../../flows/type-beacon.ts';
import { openDice, touchedByDraw, typeDice } from './draws.ts';
import { type ActHandler, type ActTurn, needs, numbersIn, refuse, wordsOf } from './pressed.ts';
import { notWitness } from './sight.ts';

type Mode = Draw['manifest']['entropy']['mode'];

async function modeOf({ office, asked }: ActTurn): Promise<Mode | null> {
  const draw = await office.store.read((books) => books.draws.get(asked.about));
  return draw?.manifest.entropy.mode ?? null;
}

/** `/末项 2026-0003`: the form that this draw's last ingredient wants, in private. */
export const openBeacon: ActHandler = async (turn) => {
  switch (await modeOf(turn)) {
    case null:
      return refuse({ kind: 'not-found', what: 'draw', id: turn.asked.about });
    case 'dice':
      return openDice(turn);
    case 'lottery':
      return (await notWitness(turn, 'type-beacon')) ?? privately(turn, 'lottery');
    case 'drand':
      return needs(turn, 'paste-beacon') ?? privately(turn, 'beacon');
    case 'witness':
      return refuse({ kind: 'not-by-drand', draw: turn.asked.about });
  }
};

/** `/末项 2026-0003 …`: dice, numbers or a round, by what this draw waits for. */
export const giveBeacon: ActHandler = async (turn) => {
  switch (await modeOf(turn)) {
    case 'dice':
      return typeDice(turn);
    case 'lottery':
      return typeNumbers(turn);
    default:
      return paste(turn);
  }
};

function typeNumbers(turn: ActTurn): ReturnType<ActHandler> {
  const numbers = numbersIn(wordsOf(turn, 'numbers'));
  return turn.through(
    (office) => typeBeacon(office, turn.by, turn.asked.about, numbers),
    ({ differed }) => ({
      notice: { face: 'lottery', about: turn.asked.about },
      toast: differed ? 'lottery-differ' : 'lottery-typed',
      touches: touchedByDraw(turn.asked.about),
    }),
  );
}

function paste(turn: ActTurn): ReturnType<ActHandler> {
  return turn.through(
    (office) => takeBeacon(office, turn.by, turn.asked.about, wordsOf(turn, 'beacon')),
    ({ draw }) => ({ notice: { face: 'beacon', about: draw }, toast: 'beacon-taken', touches: touchedByDraw(draw) }),
  );
}

function privately(turn: ActTurn, face: 'lottery' | 'beacon' | 'confirm'): Awaited<ReturnType<ActHandler>> {
  const to = { kind: 'person', person: turn.by.id } as const;
  return { notice: null, toast: 'see-private', sends: [{ to, notice: { face, about: turn.asked.about } }] };
}

export const openConfirmation: ActHandler = async (turn) => (await notWitness(turn, 'confirm-draw')) ?? privately(turn, 'confirm');

export const confirm: ActHandler = (turn) => judge(turn, 'confirmed');

export const dispute: ActHandler = (turn) => judge(turn, 'disputed');

function judge(turn: ActTurn, verdict: 'confirmed' | 'disputed'): ReturnType<ActHandler> {
  const number = turn.asked.about;
  return turn.through(
    (office) => confirmDraw(office, turn.by, number, { verdict, words: verdict === 'disputed' ? wordsOf(turn) : '' }),
    () => ({
      notice: { face: 'confirm', about: number },
      toast: verdict === 'confirmed' ? 'draw-confirmed' : 'draw-disputed',
      touches: [
        { face: 'settled', about: number },
        { face: 'confirm', about: number },
      ],
    }),
  );
}
