// The stand-in's clock: the machine's, plus an offset that people move forward; whatever waits for a time waits on this clock.
import type { ClockView } from './shapes.ts';

/** A clock with an alarm list. */
export interface Clock {
  now(): number;
  view(): ClockView;
  /** Calls back once when the clock shows `at` (ms), however it gets there. */
  alarm(at: number, ring: () => void): void;
  /** Moves forward by so many ms; never backward. */
  advance(ms: number): void;
  /** Is called after every move. */
  onMove(hear: (view: ClockView) => void): void;
  stop(): void;
}

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const LONGEST_TIMER_MS = 2_000_000_000;

/** Starts at the machine's time plus `offsetMs`. */
export function startClock(offsetMs: number): Clock {
  let offset = offsetMs;
  let timer: NodeJS.Timeout | undefined;
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  const listeners: ((view: ClockView) => void)[] = [];
  const now = (): number => Date.now() + offset;
  const view = (): ClockView => ({ at: new Date(now()).toISOString(), offsetMs: offset });
  const arm = (): void => {
    clearTimeout(timer);
    if (alarms.size === 0) return;
    const next = Math.min(...[...alarms].map((alarm) => alarm.at));
    timer = setTimeout(ringDue, Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS));
    timer.unref();
  };
  const ringDue = (): void => {
    for (const alarm of [...alarms].filter((one) => one.at <= now()).sort((a, b) => a.at - b.at)) {
      alarms.delete(alarm);
      alarm.ring();
    }
    arm();
  };
  return {
    now,
    view,
    alarm(at, ring) {
      alarms.add({ at, ring });
      arm();
    },
    advance(ms) {
      offset += Math.max(0, ms);
      for (const hear of listeners) hear(view());
      ringDue();
    },
    onMove: (hear) => void listeners.push(hear),
    stop() {
      clearTimeout(timer);
      alarms.clear();
    },
  };
}

/** How many ms until the same time of day, `count` working days (Monday to Friday in Shanghai) later. */
export function workdaysAhead(now: number, count: number): number {
  let days = 0;
  for (let left = count; left > 0; ) {
    days += 1;
    const weekday = new Date(now + days * DAY_MS + SHANGHAI_MS).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return days * DAY_MS;
}
