// A door: one platform, translated. It decides nothing and knows no rule.
import type { Card } from '../cards/card.ts';
import type { Platform } from '../domain/person.ts';
import type { Incoming, PressAnswer } from './incoming.ts';

/** What can be sent: a card, a text that stays as it was sent, or a file with its bytes. */
export type Outgoing =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array };

/** To an account, to a chat, or as a reply to a message. */
export type Target =
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'chat'; readonly chat: string }
  | { readonly kind: 'reply'; readonly message: string };

/** How a send ended. `again`: worth another try after so many ms; `never`: park it and say why. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly message: string }
  | { readonly kind: 'again'; readonly afterMs: number; readonly why: string }
  | { readonly kind: 'never'; readonly why: string };

/** Who takes what comes in. `press` is answered inside the platform's own callback. */
export interface Desk {
  /** Stores the event and returns; the work is done afterwards. Throws only if it could not be stored: then the platform pushes again. */
  take(incoming: Exclude<Incoming, { kind: 'press' }>): Promise<void>;
  press(incoming: Extract<Incoming, { kind: 'press' }>): Promise<PressAnswer<Card>>;
}

/** Whether a door hears its platform, for `/readyz` and the log. */
export interface DoorState {
  readonly isConnected: boolean;
  readonly since: Date | null;
  readonly lastEventAt: Date | null;
}

export interface Door {
  readonly platform: Platform;
  start(desk: Desk): Promise<void>;
  stop(): Promise<void>;
  /** `uuid` is stable over retries: the platform drops the second of two. */
  send(to: Target, what: Outgoing, uuid: string): Promise<SendOutcome>;
  /** Replaces a sent card. Silent for the reader. */
  update(message: string, card: Card): Promise<SendOutcome>;
  /** The bytes of a file somebody sent, at most `limit`; null if it cannot be had. */
  download(message: string, file: string, isImage: boolean, limit: number): Promise<Uint8Array | null>;
  /** Accounts by mobile number; numbers nobody has are absent. */
  lookUp(mobiles: readonly string[]): Promise<ReadonlyMap<string, string>>;
  state(): DoorState;
}
