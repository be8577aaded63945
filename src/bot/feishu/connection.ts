// Keeps one long connection alive: the SDK gives up, hangs or oversleeps without a word, so somebody has to look.
import type { Log } from '../../log.ts';

/** One connection of the SDK. */
export interface LiveClient {
  isConnected(): boolean;
  close(): void;
}

/** What a connection reports of itself. `failed` means that it has given up. */
export interface Line {
  readonly up: () => void;
  readonly down: () => void;
  readonly failed: () => void;
}

/** All in milliseconds. */
export interface ConnectionTimes {
  /** How often the state is looked at. */
  readonly tick: number;
  /** How long the SDK may try by itself before it gets a fresh client. */
  readonly patience: number;
  readonly firstBackoff: number;
  readonly longestBackoff: number;
  /** A tick later than this means that the machine slept. */
  readonly sleep: number;
}

/** A tick of 15 s, three minutes' patience, back-off from 1 s to 60 s. */
export const USUAL_TIMES: ConnectionTimes = { tick: 15_000, patience: 180_000, firstBackoff: 1_000, longestBackoff: 60_000, sleep: 60_000 };

/** A connection that looks after itself between `start` and `stop`. */
export interface Connection {
  start(): void;
  stop(): void;
  state(): { readonly isConnected: boolean; readonly since: Date | null };
}

/** What a supervision needs: `open` makes a client, `whenUp` is told of each connection that stands. */
interface Supervision {
  readonly open: (line: Line) => LiveClient;
  readonly whenUp: () => void;
  readonly times: ConnectionTimes;
  readonly now: () => Date;
  readonly log: Log;
}

/** Supervises the connections that `open` makes; there is never more than one, and the old one is closed first. */
export function superviseConnection({ open, whenUp, times, now, log }: Supervision): Connection {
  let client: LiveClient | null = null;
  let ticker: NodeJS.Timeout | null = null;
  let waiting: NodeJS.Timeout | null = null;
  let since: Date | null = null;
  let lastGood = 0;
  let lastTick = 0;
  let failures = 0;
  let generation = 0;

  function fresh(): void {
    waiting = null;
    client?.close();
    lastGood = now().getTime();
    const mine = ++generation;
    // A closed client may still have something to say; nobody listens.
    const ifMine = (then: () => void) => () => {
      if (mine === generation) then();
    };
    client = open({ up: ifMine(up), down: ifMine(down), failed: ifMine(() => restart('gave-up')) });
  }

  function up(): void {
    failures = 0;
    since = now();
    log.info('feishu-connected');
    whenUp();
  }

  function down(): void {
    since = null;
  }

  function restart(why: 'gave-up' | 'unconnected' | 'slept'): void {
    if (ticker === null || waiting !== null) return;
    const delay = why === 'slept' ? 0 : Math.min(times.firstBackoff * 2 ** failures, times.longestBackoff);
    failures += 1;
    log.warn('feishu-restarting', { why, afterMs: delay });
    drop();
    waiting = setTimeout(fresh, delay);
  }

  function drop(): void {
    generation += 1;
    client?.close();
    client = null;
    since = null;
  }

  function look(): void {
    const at = now().getTime();
    const slept = at - lastTick > times.sleep;
    lastTick = at;
    if (slept) return restart('slept');
    if (client?.isConnected()) {
      lastGood = at;
      since ??= now();
    } else if (at - lastGood > times.patience) restart('unconnected');
  }

  return {
    start: () => {
      if (ticker !== null) return;
      lastTick = now().getTime();
      ticker = setInterval(look, times.tick);
      fresh();
    },
    stop: () => {
      if (ticker) clearInterval(ticker);
      if (waiting) clearTimeout(waiting);
      ticker = null;
      waiting = null;
      drop();
      log.info('feishu-stopped');
    },
    state: () => ({ isConnected: client?.isConnected() ?? false, since }),
  };
}
