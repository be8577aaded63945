// Delivery of events at least once: what is not acknowledged is pushed again after 15 s, 5 min, 1 h and 6 h, then given up.
import type { Clock } from './clock.ts';
import { again, type Envelope } from './events.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { PushOutcome, Transport } from './transport.ts';
import type { Wire } from './wire.ts';

/** The queue of events. */
export interface Delivery {
  /** Takes up what was still waiting when the stand-in was stopped. */
  resume(): void;
  /** Pushes at once and then as long as needed; returns before the bot has answered. */
  post(envelope: Envelope): void;
  /** A callback: pushed once, its outcome is awaited, never pushed again. */
  call(envelope: Envelope): Promise<PushOutcome>;
  pending(): number;
}

/** What delivery needs around it. */
export interface DeliveryParts {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly journal: Journal;
  /** 100 makes the ladder a hundred times as fast. */
  readonly timeScale: number;
  readonly onChange: () => void;
}

/** The platform's own intervals (event-subscription guide), in ms. */
const LADDER_MS: readonly number[] = [15_000, 300_000, 3_600_000, 21_600_000];

const DELAY_MS = 2000;

interface Pending {
  readonly envelope: Envelope;
  /** Pushes that were not acknowledged so far. */
  readonly tries: number;
  readonly dueAt: number;
}

/** Nothing is under way until something is posted or taken up. */
export function startDelivery(parts: DeliveryParts): Delivery {
  const pending = new Map<string, Pending>();
  const forget = (id: string): void => {
    pending.delete(id);
    parts.journal.put('pending', id, null);
    parts.onChange();
  };
  const remember = (entry: Pending): void => {
    const id = entry.envelope.header.event_id;
    pending.set(id, entry);
    parts.journal.put('pending', id, entry);
    parts.onChange();
  };
  const wait = (entry: Pending): void => {
    remember(entry);
    parts.clock.alarm(entry.dueAt, () => void attempt(entry));
  };
  const attempt = async (entry: Pending): Promise<void> => {
    const outcome = await pushOnce(parts, entry.envelope, entry.tries);
    const rung = LADDER_MS[entry.tries];
    if (outcome.kind === 'answered' || rung === undefined) forget(entry.envelope.header.event_id);
    else wait({ ...entry, tries: entry.tries + 1, dueAt: parts.clock.now() + rung / parts.timeScale });
  };
  return {
    resume() {
      for (const entry of parts.journal.rows('pending') as readonly Pending[]) wait(entry);
    },
    post(envelope) {
      const first = { envelope, tries: 0, dueAt: parts.clock.now() };
      remember(first);
      void attempt(first);
      if (!parts.faults.strikes('duplicates')) return;
      const isMessage = envelope.header.event_type === 'im.message.receive_v1';
      void pushOnce(parts, isMessage ? again(envelope) : envelope, 0);
    },
    call: (envelope) => pushOnce(parts, envelope, 0),
    pending: () => pending.size,
  };
}

async function pushOnce(parts: DeliveryParts, envelope: Envelope, tries: number): Promise<PushOutcome> {
  if (parts.faults.strikes('delays')) await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
  const outcome = await parts.transport.push(envelope);
  const pushed = tries === 0 ? '' : `（第 ${tries} 次重推）`;
  parts.wire.add({
    direction: 'out',
    what: `${envelope.header.event_type}${pushed}`,
    bytes: Buffer.byteLength(JSON.stringify(envelope)),
    body: envelope,
    verdict: verdictOf(outcome),
    ...(outcome.kind === 'answered' ? { ms: outcome.ms, code: 200 } : {}),
    ...(outcome.kind === 'answered' && outcome.data !== undefined ? { answer: outcome.data } : {}),
    ...(outcome.kind === 'failed' ? { code: outcome.status } : {}),
  });
  return outcome;
}

function verdictOf(outcome: PushOutcome): string {
  const fixed = { answered: '已确认', offline: '机器人不在线', 'too-late': '超过时限未确认' } as const;
  return outcome.kind === 'failed' ? `机器人报错（${outcome.status}）` : fixed[outcome.kind];
}
