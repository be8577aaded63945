// The parts of the running stand-in, as its doors are handed them.
import type { App } from './bot.ts';
import type { Clock } from './clock.ts';
import type { Connections } from './connections.ts';
import type { Delivery } from './delivery.ts';
import type { Envelopes } from './events.ts';
import type { Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import type { StateView } from './shapes.ts';
import type { Streams } from './streams.ts';
import type { Tokens } from './tokens.ts';
import type { Wire } from './wire.ts';
import type { Chat, Message, World } from './world.ts';

/** Everything that runs. */
export interface PlatformState {
  readonly app: App;
  readonly clock: Clock;
  readonly world: World;
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly streams: Streams;
  readonly connections: Connections;
  readonly delivery: Delivery;
  readonly envelopes: Envelopes;
  readonly cardTokens: CardTokens;
  /** People outside the app's availability scope: a message to them is refused with 230013. */
  readonly unavailable: ReadonlySet<string>;
  /** Whether the group lets everybody @ all. */
  readonly mayMentionAll: boolean;
  state(): StateView;
  /** Stores a new message and shows it to the members of its chat. */
  say(chat: Chat, message: Omit<Message, 'id' | 'number' | 'chat' | 'at' | 'updatedAt'>): Message;
  /** Stores a changed message and shows it. */
  change(message: Message): void;
}

/** The tokens that card callbacks carry, for the delayed update: 30 minutes, twice. */
export type CardTokens = Map<string, { readonly message: string; readonly until: number; uses: number }>;
