// What went over the wire between the bot and the platform: the last 500 exchanges, with secrets and tokens taken out.
import type { Clock } from './clock.ts';
import type { WireEntry } from './shapes.ts';

/** The log of exchanges. */
export interface Wire {
  add(entry: Omit<WireEntry, 'n' | 'at'>): void;
  since(n: number): readonly WireEntry[];
}

const KEPT = 500;
const LONGEST_BODY = 64_000;
const SECRET =
  /^(app_?secret|tenant_access_token|app_access_token|access_?key|ticket|token|authorization|encrypt_?key|verification_?token)$/i;

/** Starts empty; `tell` hears of every new entry. */
export function startWire(clock: Clock, tell: (entry: WireEntry) => void): Wire {
  const kept: WireEntry[] = [];
  let count = 0;
  return {
    add(entry) {
      count += 1;
      const shown = entry.answer === undefined ? {} : { answer: shorten(redact(entry.answer)) };
      const full = { n: count, at: new Date(clock.now()).toISOString(), ...entry, body: shorten(redact(entry.body)), ...shown };
      kept.push(full);
      if (kept.length > KEPT) kept.shift();
      tell(full);
    },
    since: (n) => kept.filter((entry) => entry.n > n),
  };
}

/** The same JSON without what would let somebody act as the app. */
function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value === 'string') return value.replace(/\b(access_key|ticket)=[^&"]+/g, '$1=***');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, SECRET.test(key) && inner ? '***' : redact(inner)]));
}

function shorten(value: unknown): unknown {
  const text = JSON.stringify(value) ?? '';
  return text.length <= LONGEST_BODY ? value : `${text.slice(0, LONGEST_BODY)}…（共 ${text.length} 字）`;
}
