// The log: one line an event, its name from a closed union, its facts small; never a form's content, a phone number or a token.
import { pino } from 'pino';

/** Everything that is ever logged. A new event is a new word here. */
export type LogEvent =
  | 'event-failed'
  | 'event-repeated'
  | 'look-up-failed'
  | 'not-reminded'
  | 'page-failed'
  | 'post-failed'
  | 'post-not-sent'
  | 'refresh-failed'
  | 'render-failed'
  | 'started'
  | 'stopped'
  | 'tick-failed'
  | 'feishu-call-failed'
  | 'feishu-connected'
  | 'feishu-event-ignored'
  | 'feishu-event-malformed'
  | 'feishu-event-not-stored'
  | 'feishu-other-instance'
  | 'feishu-press-failed'
  | 'feishu-press-late'
  | 'feishu-restarting'
  | 'feishu-sdk'
  | 'feishu-send-failed'
  | 'feishu-stopped'
  | 'feishu-webhook-refused';

/** Facts of one event: flat, so that no object with a secret in it can slip in. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Where events are told. */
export interface Log {
  info(event: LogEvent, facts?: Facts): void;
  warn(event: LogEvent, facts?: Facts): void;
  error(event: LogEvent, facts?: Facts): void;
}

/** Names under which nothing is ever printed, should a caller slip. */
const SECRET = ['secret', 'appSecret', 'token', 'password', 'mobile', 'encryptKey', 'verificationToken', 'authorization'];

/** Opens the process's log on stdout; `level` is one of pino's (`info`, `warn`, …). */
export function openLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: SECRET, censor: '***' } });
  return {
    info: (event, facts) => out.info({ event, ...facts }),
    warn: (event, facts) => out.warn({ event, ...facts }),
    error: (event, facts) => out.error({ event, ...facts }),
  };
}

/** What may be logged of an error: its name, its code and where it was thrown. Its message may quote what people typed. */
export function traced(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    error: error.name,
    code,
    at: frames
      .slice(0, 6)
      .map((line) =>
        line
          .trim()
          .replace(/^at /, '')
          .replace(/file:\/\/\S*\/(?=(?:src|dist)\/)/, ''),
      )
      .join(' < '),
  };
}
