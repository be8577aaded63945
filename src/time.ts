// What time it is: the machine's, or the machine's moved by what a parent process says (the stand-in platform's clock).
/** A clock, and how to be told that it was moved. */
export interface Time {
  readonly now: () => Date;
  /** Calls back after every move. */
  onMoved(told: () => void): void;
}

/** The machine's own time. */
export function systemTime(): Time {
  return { now: () => new Date(), onMoved: () => undefined };
}

/**
 * The machine's time moved by `{kind: 'clock', offsetMs}` messages of the process that started this one. It is known once the
 * first of them has come: nothing may be dated before that.
 */
export function parentTime(parent: NodeJS.Process): Promise<Time> {
  let offsetMs = 0;
  const told: (() => void)[] = [];
  const time: Time = { now: () => new Date(Date.now() + offsetMs), onMoved: (each) => void told.push(each) };
  return new Promise((resolve) => {
    parent.on('message', (message: unknown) => {
      if (!isClock(message)) return;
      offsetMs = message.offsetMs;
      for (const each of told) each();
      resolve(time);
    });
  });
}

/** Whether a message of another process tells the time. */
export function isClock(message: unknown): message is { readonly kind: 'clock'; readonly offsetMs: number } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'clock' &&
    'offsetMs' in message &&
    Number.isFinite(message.offsetMs)
  );
}
