// A person who does not give up: a press that showed an error is pressed again, and a card that is gone is asked for again.
import type { LedgerWord } from '../../src/domain/ledger-entry.ts';
import type { Books } from '../../src/store/books.ts';
import type { FarHouse } from './far-house.ts';
import type { Form, Pressed } from './player.ts';

/** One thing to be done by a press. */
export interface Step {
  readonly as: string;
  readonly verb: string;
  readonly about?: string;
  readonly form?: Form;
  readonly chat?: string;
  /** What to type for the card when it cannot be found or is stale. */
  readonly reopen?: string;
  /** Whether it has taken effect. */
  readonly isDone: (books: Books) => Promise<boolean>;
}

/** What was said and pressed so far. */
export interface Diary {
  readonly said: string[];
  readonly steps: string[];
  errors: number;
  again: number;
}

const PATIENCE_MS = 240_000;

/** A player over a house whose product may be dead at any moment. */
export function stubborn(house: Pick<FarHouse, 'play' | 'store'>) {
  const { play } = house;
  const diary: Diary = { said: [], steps: [], errors: 0, again: 0 };

  async function say(as: string, text: string): Promise<void> {
    diary.said.push((await play.say(as, text)).id);
  }

  async function sendSample(as: string, name: string): Promise<void> {
    diary.said.push((await play.sendSample(as, name)).id);
  }

  const read = <T>(question: (books: Books) => Promise<T>): Promise<T> => house.store().read(question);

  async function pressOnce({ as, verb, about, form = {}, chat }: Step): Promise<Pressed | null> {
    const found = (await play.buttons(as, chat)).find((one) => one.verb === verb && (about === undefined || one.about === about));
    if (!found) return null;
    return play.post<Pressed>('/sandbox/actions', { as, message: found.message, button: found.name, form });
  }

  /** Presses until the person is shown something other than an error, then until it has taken effect. */
  async function insist(step: Step): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let askedAt = 0;
    for (;;) {
      const pressed = await pressOnce(step);
      if (pressed?.error) {
        diary.errors += 1;
        await pause(100);
      } else if (await read(step.isDone)) {
        diary.steps.push(`${step.as} ${step.verb} ${step.about ?? ''}`);
        return;
      } else if (pressed?.toast?.type === 'success') {
        throw new Error(
          `${step.as} was told that ${step.verb} ${step.about ?? ''} succeeded, and the books know nothing of it: ${JSON.stringify(pressed).slice(0, 300)}`,
        );
      } else if (step.reopen && Date.now() - askedAt > 8_000) {
        diary.again += 1;
        askedAt = Date.now();
        await say(step.as, step.reopen);
      } else await pause(60);
      if (Date.now() > end)
        throw new Error(`${step.as} gave up on ${step.verb} ${step.about ?? ''}: ${JSON.stringify(pressed).slice(0, 400)}`);
    }
  }

  return { play, diary, say, sendSample, read, insist };
}

/** One who insists. */
export type Stubborn = ReturnType<typeof stubborn>;

/** True once the ledger has such an entry about that subject (by that person). */
export function entered(what: LedgerWord, about: string, by?: string): Step['isDone'] {
  return async (books) => (await books.ledger.about(about)).some(({ payload }) => payload.what === what && (!by || payload.by === by));
}

/** Waits a little. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
