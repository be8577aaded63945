// The SDK's log lines made safe: it would print secrets, tokens and messages; we let through words, codes and paths.
import type { Log } from '../../log.ts';
import { dig } from './call-result.ts';

/** What the SDK wants of a logger: each method gets one array of anything. */
interface SdkLogger {
  error(...parts: readonly unknown[]): void;
  warn(...parts: readonly unknown[]): void;
  info(...parts: readonly unknown[]): void;
  debug(...parts: readonly unknown[]): void;
  trace(...parts: readonly unknown[]): void;
}

/** A logger for the SDK that prints an event's words and codes and drops every object. */
export function redactingLogger(log: Log): SdkLogger {
  return {
    error: (...parts) => log.warn('feishu-sdk', { says: saying(parts) }),
    warn: (...parts) => log.warn('feishu-sdk', { says: saying(parts) }),
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
  };
}

/** The safe part of a log line. Behind a colon the SDK puts payloads and parse errors that quote them, so all but codes ends there. */
function saying(parts: readonly unknown[]): string {
  return parts.flat(2).map(safe).filter(Boolean).join(' ').slice(0, 160);
}

function safe(part: unknown): string {
  if (typeof part === 'string') return /^code: -?\d+/.exec(part)?.[0] ?? (/^[^:{"]*/.exec(part)?.[0] ?? '').trim().slice(0, 80);
  const code = dig(part, 'cause', 'code');
  return typeof code === 'number' ? `code: ${code}` : '';
}
