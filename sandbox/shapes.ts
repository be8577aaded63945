// The JSON that the chat page and scripts exchange with the stand-in under /sandbox: types only, safe to import in a browser.

/** A member of the stand-in's tenant. `avatar` is the surname; `account` the open_id. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly avatar: string;
  readonly account: string;
  readonly mobile: string;
}

/** One row of somebody's chat list. Times everywhere are ISO 8601 in UTC, by the stand-in's clock. */
export interface ChatView {
  readonly id: string;
  readonly kind: 'private' | 'group';
  readonly name: string;
  readonly hasBot: boolean;
  readonly unread: number;
  readonly last: { readonly text: string; readonly at: string } | null;
}

/** One message as a reader sees it. `card` is the card's JSON as sent; a message's recall leaves only the shell. */
export interface MessageView {
  readonly id: string;
  readonly from: { readonly id: string; readonly name: string; readonly isBot: boolean };
  readonly at: string;
  readonly updatedAt: string;
  readonly kind: 'text' | 'card' | 'file' | 'image';
  readonly text?: string;
  readonly card?: JsonObject;
  readonly file?: { readonly key: string; readonly name: string; readonly bytes: number };
  readonly parent?: string;
  readonly isRecalled: boolean;
}

/** Any JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/** What somebody presses. `button`: its name, its index path (`4.0.1` = body.elements[4].columns[0].elements[1]), or its text. */
export interface ActionRequest {
  readonly as: string;
  readonly message: string;
  readonly button: string;
  readonly form?: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** What the client would show after a press. `error.code` 0 means that the client itself refused and sent nothing. */
export interface ActionAnswer {
  readonly toast?: { readonly type: 'info' | 'success' | 'warning' | 'error'; readonly content: string };
  readonly card?: JsonObject;
  /** The address an `open_url` button leads to. */
  readonly url?: string;
  readonly error?: { readonly code: number; readonly text: string };
}

/** The stand-in's time and how far it is ahead of the machine's. */
export interface ClockView {
  readonly at: string;
  readonly offsetMs: number;
}

/** What can go wrong on purpose. */
export type FaultKind = 'duplicates' | 'delays' | '429' | 'dropped-connection' | 'lost-answer' | 'half-open';

/** How often a fault will still happen. */
export interface FaultView {
  readonly kind: FaultKind;
  readonly name: string;
  readonly count: number;
}

/** One exchange between the bot and the platform. `in`: from the bot; `out`: to the bot. Secrets and tokens are redacted. */
export interface WireEntry {
  readonly n: number;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly what: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly code?: number;
  readonly ms?: number;
  readonly bytes: number;
  readonly body: unknown;
  readonly answer?: unknown;
  readonly verdict: string;
}

/** Whether the bot listens, and how many events wait to be pushed again. */
export interface StateView {
  readonly isBotConnected: boolean;
  readonly pendingEvents: number;
}

/** What `GET /sandbox/events` sends, one JSON object a `data:` line. */
export type StreamEvent =
  | { readonly kind: 'message'; readonly chat: string; readonly message: MessageView }
  | { readonly kind: 'update'; readonly chat: string; readonly message: MessageView }
  | { readonly kind: 'chats' }
  | ({ readonly kind: 'clock' } & ClockView)
  | { readonly kind: 'wire'; readonly entry: WireEntry }
  | ({ readonly kind: 'connection' } & StateView);

/** One item of the bot's menu. */
export interface MenuItem {
  readonly key: string;
  readonly name: string;
}
