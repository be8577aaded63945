// Lets what is being handled come to its end before the connection is closed, so that its acknowledgement still gets out.
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventHandler } from './sdk.ts';

/** After that the platform no longer waits for the acknowledgement, so neither do we. */
const LONGEST_MS = 3_000;

/** The same handlers, and a promise of the moment when none of them is at work. */
interface Draining {
  readonly handlers: Readonly<Record<string, EventHandler>>;
  readonly drained: () => Promise<void>;
}

/** Watches handlers at work. */
export function draining(handlers: Readonly<Record<string, EventHandler>>): Draining {
  const atWork = new Set<Promise<object>>();
  const watched =
    (handler: EventHandler): EventHandler =>
    (event) => {
      const work = handler(event).finally(() => atWork.delete(work));
      atWork.add(work);
      return work;
    };
  return {
    handlers: Object.fromEntries(Object.entries(handlers).map(([type, handler]) => [type, watched(handler)])),
    // One turn of the loop more than the handlers: the SDK writes its acknowledgement after they have ended.
    drained: async () => {
      await Promise.race([Promise.allSettled(atWork), sleep(LONGEST_MS, undefined, { ref: false })]);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
