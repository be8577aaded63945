// How an event reaches the bot, whichever way was chosen in the console: long connection or webhook.
import type { Envelope } from './events.ts';

/** How one push ended. `data` is what a callback's handler answered, undefined if it answered nothing. */
export type PushOutcome =
  | { readonly kind: 'answered'; readonly data: unknown; readonly ms: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'failed'; readonly status: number };

/** One way to the bot. */
export interface Transport {
  isConnected(): boolean;
  /** Resolves within the answer limit, whatever happens. */
  push(envelope: Envelope): Promise<PushOutcome>;
}
