// Plays people at the stand-in platform through its script interface: says, sends, presses, and waits for what is heard.
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Json = { readonly [key: string]: unknown };

export interface SeenMessage {
  readonly id: string;
  readonly at: string;
  readonly kind: 'text' | 'card' | 'file' | 'image';
  readonly from: { readonly isBot: boolean };
  readonly text?: string;
  readonly card?: Json;
  readonly file?: { readonly name: string; readonly key: string };
}

/** A button on a card: what it does and how it is pressed. */
export interface SeenButton {
  readonly message: string;
  readonly name: string;
  readonly verb: string;
  readonly about: string;
  readonly label: string;
}

export interface Pressed {
  readonly toast?: { readonly type: string; readonly content: string };
  readonly card?: Json;
  readonly error?: { readonly code: number | string; readonly text: string };
}

export type Form = Readonly<Record<string, string | boolean | readonly string[]>>;

/** How long something may take to be heard. */
const PATIENCE_MS = 15_000;

/** The private chat of a sample person with the bot. */
function privately(as: string): string {
  return `oc_${as.padStart(32, '0')}`;
}

/** Waits until `look` answers something. */
async function until<T>(what: string, look: () => Promise<T | null | undefined | false>, patience = PATIENCE_MS): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** A player at one stand-in. Chats of the sample office have known ids. */
export function playAt(base: string) {
  const group = `oc_${'G001'.padStart(32, '0')}`;

  async function get<T>(at: string): Promise<T> {
    const response = await fetch(`${base}${at}`);
    if (!response.ok) throw new Error(`${at}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function post<T>(at: string, body: unknown): Promise<T> {
    const response = await fetch(`${base}${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${at}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  const messages = (as: string, chat = privately(as)): Promise<readonly SeenMessage[]> => get(`/sandbox/chats/${chat}/messages?as=${as}`);
  const say = (as: string, text: string, chat = privately(as)): Promise<{ id: string }> => post('/sandbox/messages', { as, chat, text });

  async function send(as: string, name: string, bytes: Uint8Array, parent?: string): Promise<{ id: string }> {
    return post('/sandbox/messages', {
      as,
      chat: privately(as),
      file: { name, base64: Buffer.from(bytes).toString('base64') },
      ...(parent ? { parent } : {}),
    });
  }

  /** Buttons of the newest cards first. */
  async function buttons(as: string, chat = privately(as)): Promise<readonly SeenButton[]> {
    const seen = await messages(as, chat);
    return seen.toReversed().flatMap((message) => (message.card ? buttonsOf(message.id, message.card) : []));
  }

  /** Waits for a button of that verb (and subject) and presses it. */
  async function press(
    as: string,
    verb: string,
    options: { about?: string; form?: Form; chat?: string; mayFail?: boolean } = {},
  ): Promise<Pressed> {
    const { about, form = {}, chat, mayFail = false } = options;
    const button = await until(`${as} to see ${verb} ${about ?? ''}`, async () =>
      (await buttons(as, chat)).find((one) => one.verb === verb && (about === undefined || one.about === about)),
    );
    const pressed = await post<Pressed>('/sandbox/actions', { as, message: button.message, button: button.name, form });
    if (pressed.error && !mayFail) throw new Error(`${as} pressed ${verb} ${button.about}: ${JSON.stringify(pressed.error)}`);
    return pressed;
  }

  /** Waits for a message in the chat whose whole text matches. */
  const hears = (as: string, pattern: RegExp, chat = privately(as)): Promise<SeenMessage> =>
    until(`${as} to hear ${pattern}`, async () =>
      (await messages(as, chat)).findLast((message) => message.from.isBot && pattern.test(wordsOf(message))),
    );

  /** Says it and waits for the next thing the bot says in that chat. */
  async function ask(as: string, text: string): Promise<SeenMessage> {
    const before = (await messages(as)).length;
    await say(as, text);
    return until(`an answer to ${text}`, async () => (await messages(as)).slice(before).find((message) => message.from.isBot));
  }

  const sendSample = (as: string, name: string): Promise<{ id: string }> =>
    send(as, name, readFileSync(path.join(import.meta.dirname, '../../sandbox/samples', name)));

  return { base, get, post, messages, say, send, sendSample, buttons, press, hears, ask, until, privately, group };
}
export type Player = ReturnType<typeof playAt>;

/** Everything a reader of the message sees, in one string. */
export function wordsOf(message: SeenMessage): string {
  return message.text ?? message.file?.name ?? JSON.stringify(message.card ?? '');
}

/** All buttons of a card with our acts behind them. */
export function buttonsOf(message: string, card: Json): readonly SeenButton[] {
  const found: SeenButton[] = [];
  const walk = (node: unknown, at: string): void => {
    if (Array.isArray(node)) return node.forEach((child, index) => walk(child, at === '' ? String(index) : `${at}.${index}`));
    if (typeof node !== 'object' || node === null) return;
    const { tag, behaviors, name, text, disabled } = node as Json & { text?: { content?: string } };
    if (tag === 'button' && Array.isArray(behaviors) && disabled !== true) {
      const value = (behaviors[0] as { value?: { do?: string; about?: string } } | undefined)?.value;
      if (value?.do)
        found.push({
          message,
          name: typeof name === 'string' ? name : at,
          verb: value.do,
          about: value.about ?? '',
          label: text?.content ?? '',
        });
    }
    for (const child of Object.values(node)) walk(child, at);
  };
  walk(card, '');
  return found;
}
