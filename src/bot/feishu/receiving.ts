// The events we listen to: checked, translated, handed to the desk; only what was stored is acknowledged.
import type { Act } from '../../cards/card.ts';
import type { Log } from '../../log.ts';
import type { Desk } from '../door.ts';
import { Header, isMalformed, MessageEvent, PressEvent } from './events.ts';
import { answerPress, FAILED, type Presses } from './press.ts';
import type { EventHandler } from './sdk.ts';
import { enteredOf, joinedOf, menuOf, messageOf, pressOf, type Taken } from './translate.ts';

/** What receiving needs. `botId` asks the platform once who we are, and throws while that is not known; `heard` is told that something came in. */
interface Receiving {
  readonly appId: string;
  readonly desk: () => Desk | null;
  readonly botId: () => Promise<string>;
  readonly decodeAct: (value: unknown, name: string | undefined) => Act | null;
  readonly presses: (desk: Desk) => Presses;
  readonly heard: () => void;
  readonly now: () => Date;
  readonly log: Log;
}

const PRESS = 'card.action.trigger';

/** A handler for each event type we subscribe to. */
export function eventHandlers(receiving: Receiving): Readonly<Record<string, EventHandler>> {
  const { now } = receiving;
  const taken = (translate: (event: unknown) => readonly Taken[] | Promise<readonly Taken[]>) => stored(receiving, translate);
  return {
    'im.message.receive_v1': taken((event) => messages(receiving, event)),
    'application.bot.menu_v6': taken((event) => [menuOf(event, now())].filter((menu) => menu !== null)),
    'im.chat.access_event.bot_p2p_chat_entered_v1': taken((event) => [enteredOf(event, now())]),
    'im.chat.member.bot.added_v1': taken((event) => [joinedOf(event, now())]),
    [PRESS]: (event) => pressed(receiving, event),
  };
}

/** Resolves when the desk has stored everything; a throw makes the platform push again. */
function stored(receiving: Receiving, translate: (event: unknown) => readonly Taken[] | Promise<readonly Taken[]>): EventHandler {
  const { log, desk } = receiving;
  return async (event) => {
    const type = typeOf(event);
    if (!isOurs(receiving, event, type)) return {};
    const things = await orMalformed(() => translate(event), type, log);
    try {
      for (const thing of things) await opened(desk()).take(thing);
    } catch {
      // Told apart by name only: an error of the store may quote what was written.
      log.error('feishu-event-not-stored', { type });
      throw new Error('not stored');
    }
    return {};
  };
}

async function messages({ botId, now }: Receiving, event: unknown): Promise<readonly Taken[]> {
  const message = MessageEvent.parse(event);
  const isGroup = message.message.chat_type !== 'p2p';
  // Only a mention in a group needs to know who we are; in a private chat everything is meant for us.
  const needsId = isGroup && (message.message.mentions ?? []).length > 0;
  return messageOf(message, needsId ? await botId() : null, now());
}

async function pressed(receiving: Receiving, event: unknown): Promise<object> {
  const { log, desk, decodeAct, presses, now } = receiving;
  if (!isOurs(receiving, event, PRESS)) return {};
  const press = PressEvent.safeParse(event);
  const act = press.success ? decodeAct(press.data.action.value, press.data.action.name ?? undefined) : null;
  const answering = desk();
  if (!press.success || act === null || answering === null) {
    log.warn('feishu-event-malformed', { type: PRESS });
    return FAILED;
  }
  return answerPress(pressOf(press.data, act, now()), presses(answering));
}

/** Another app's events can arrive where two apps share an address; they are none of our business. */
function isOurs({ appId, heard, log }: Receiving, event: unknown, type: string): boolean {
  heard();
  const header = Header.safeParse(event);
  if (!header.success || !header.data.app_id || header.data.app_id === appId) return true;
  log.warn('feishu-event-ignored', { type, why: 'other-app' });
  return false;
}

/** What cannot be understood today cannot be understood when it is pushed again: it is logged by name and acknowledged. */
async function orMalformed<T>(translate: () => readonly T[] | Promise<readonly T[]>, type: string, log: Log): Promise<readonly T[]> {
  try {
    return await translate();
  } catch (error) {
    if (!isMalformed(error)) throw new Error('not translated', { cause: error });
    log.warn('feishu-event-malformed', { type });
    return [];
  }
}

function opened(desk: Desk | null): Desk {
  if (desk === null) throw new Error('the door is not open');
  return desk;
}

function typeOf(event: unknown): string {
  const header = Header.safeParse(event);
  return (header.success && header.data.event_type) || 'unknown';
}
