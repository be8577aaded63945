// Our own pace, below the platform's: 4 a second for a receiver or a message, 40 a second and 900 a minute for the app.
import { setTimeout as sleep } from 'node:timers/promises';

/** At most `count` in any `span` ms. */
interface Pace {
  readonly count: number;
  readonly span: number;
}

/** Receivers remembered before the idle ones are swept out. */
const MANY = 1_000;

/** The platform's limits are 5/s a receiver, 50/s and 1000/min an app; we stay under them. */
export const USUAL_PACE: LimiterPace = { receiver: { count: 4, span: 1_000 }, app: [pace(40, 1_000), pace(900, 60_000)] };

/** The pace for one receiver, and those for the app as a whole, all of which hold. */
export interface LimiterPace {
  readonly receiver: Pace;
  readonly app: readonly Pace[];
}

/** Lets works through at that pace. */
export interface Limiter {
  /** Does the work when its turn has come; works of one key never overlap and keep their order. */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Holds everything back for so many ms: the platform has asked for it. */
  pause(ms: number): void;
}

function pace(count: number, span: number): Pace {
  return { count, span };
}

/** Makes a limiter. `clock` gives ms that never run backwards. */
export function openLimiter({ receiver, app }: LimiterPace, clock: () => number = () => performance.now()): Limiter {
  const lines = new Map<string, Promise<void>>();
  const ofReceiver = new Map<string, Window>();
  const ofApp = app.map(openWindow);
  let pausedUntil = 0;

  async function turn(key: string): Promise<void> {
    const own = ofReceiver.get(key) ?? openWindow(receiver);
    ofReceiver.set(key, own);
    // A place is taken only when it is free everywhere: taken ahead, one busy receiver would hold back all others.
    for (;;) {
      const now = clock();
      const wait = Math.max(pausedUntil - now, own.wait(now), ...ofApp.map((window) => window.wait(now)));
      if (wait <= 0) {
        for (const window of [own, ...ofApp]) window.take(now);
        return;
      }
      await sleep(wait);
    }
  }

  function forget(key: string, settled: Promise<void>): void {
    if (lines.get(key) === settled) lines.delete(key);
    if (ofReceiver.size <= MANY) return;
    for (const [each, window] of ofReceiver) if (window.isIdle(clock()) && !lines.has(each)) ofReceiver.delete(each);
  }

  return {
    inTurn: (key, work) => {
      const mine = (lines.get(key) ?? Promise.resolve()).then(() => turn(key)).then(work);
      const settled: Promise<void> = mine.then(
        () => forget(key, settled),
        () => forget(key, settled),
      );
      lines.set(key, settled);
      return mine;
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, clock() + ms);
    },
  };
}

interface Window {
  wait(now: number): number;
  take(now: number): void;
  isIdle(now: number): boolean;
}

/** A sliding window: the moments of the last `count` passes. */
function openWindow({ count, span }: Pace): Window {
  const passes: number[] = [];
  return {
    wait: (now) => (passes.length < count ? 0 : Math.ceil((passes[0] ?? now) + span - now)),
    take: (now) => {
      passes.push(now);
      if (passes.length > count) passes.shift();
    },
    isIdle: (now) => (passes.at(-1) ?? Number.NEGATIVE_INFINITY) + span <= now,
  };
}
