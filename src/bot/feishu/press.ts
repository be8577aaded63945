// A press on a card: answered inside the platform's three seconds, and afterwards in the chat if the desk takes longer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../cards/card.ts';
import type { Log } from '../../log.ts';
import { PRESS_FAILED, PRESS_RECEIVED } from '../../words/doors.ts';
import type { Desk, SendOutcome } from '../door.ts';
import type { PressAnswer } from '../incoming.ts';
import type { Sending } from './sending.ts';
import type { Press } from './translate.ts';

/** What the platform is answered: always an object, since without one it shows the person an error. */
export interface Reply {
  readonly toast?: { readonly type: 'info' | 'success' | 'warning' | 'error'; readonly content: string };
  readonly card?: { readonly type: 'raw'; readonly data: unknown };
}

/** What is needed to answer. */
export interface Presses {
  readonly desk: Desk;
  readonly sending: Sending;
  readonly render: (card: Card) => unknown;
  readonly log: Log;
  readonly deadlineMs: number;
}

/** Said when something broke on our side. */
export const FAILED: Reply = { toast: { type: 'error', content: PRESS_FAILED } };

const RECEIVED: Reply = { toast: { type: 'info', content: PRESS_RECEIVED } };
const FAILED_ANSWER: PressAnswer<Card> = { toast: { look: 'error', text: PRESS_FAILED } };

/** Asks the desk and answers in time, one way or the other. */
export async function answerPress(press: Press, { desk, sending, render, log, deadlineMs }: Presses): Promise<Reply> {
  const answer = ask(press, desk, log);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, deadlineMs, 'late');
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (first !== 'late') return reply(first, render, log);
  log.warn('feishu-press-late', { do: press.act.do });
  void answer.then((done) => followUp(press, done, sending)).catch(() => log.error('feishu-press-failed', { do: press.act.do }));
  return RECEIVED;
}

async function ask(press: Press, desk: Desk, log: Log): Promise<PressAnswer<Card>> {
  try {
    return await desk.press(press);
  } catch {
    // The error may quote what was typed; the desk has logged it, we only say which act it was.
    log.error('feishu-press-failed', { do: press.act.do });
    return FAILED_ANSWER;
  }
}

function reply(answer: PressAnswer<Card>, render: (card: Card) => unknown, log: Log): Reply {
  try {
    return {
      ...(answer.toast && { toast: { type: answer.toast.look, content: answer.toast.text } }),
      ...(answer.card && { card: { type: 'raw' as const, data: render(answer.card) } }),
    };
  } catch {
    log.error('feishu-press-failed', { do: 'render' });
    return FAILED;
  }
}

/** The answer came too late for the callback: the card is replaced or, where it cannot be, sent anew; words that nobody saw are sent. */
async function followUp(press: Press, { card, toast }: PressAnswer<Card>, sending: Sending): Promise<void> {
  if (card) {
    const updated = await patiently(() => sending.update(press.message, card));
    if (updated.kind === 'never')
      await patiently(() => sending.send({ kind: 'chat', chat: press.chat }, { kind: 'card', card }, press.key));
  }
  // A card in its new state says itself that it was done; why it was not done stands nowhere else.
  if (toast && (!card || toast.look === 'error')) {
    const words: Card = { title: toast.text, preview: toast.text, blocks: [] };
    await patiently(() => sending.send({ kind: 'account', account: press.account }, { kind: 'card', card: words }, `${press.key}:words`));
  }
}

/** No outbox stands behind this answer, so it is tried three times here. */
async function patiently(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await send();
    if (outcome.kind !== 'again' || attempt === 3) return outcome;
    await sleep(Math.min(outcome.afterMs, 5_000));
  }
}
