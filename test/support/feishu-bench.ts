// A Feishu door at a peer on loopback, with a desk that remembers and a log that can be searched.

import type { Desk } from '../../src/bot/door.ts';
import { type FeishuDoor, type FeishuDoorOptions, type FeishuTimes, openFeishuDoor } from '../../src/bot/feishu/door.ts';
import type { Incoming, PressAnswer } from '../../src/bot/incoming.ts';
import type { Act, Card } from '../../src/cards/card.ts';
import type { Facts, Log, LogEvent } from '../../src/log.ts';
import { APP_ID, APP_SECRET, type FeishuPeer, startFeishuPeer, until } from './feishu-peer.ts';

/** A log kept in memory. */
export interface KeptLog extends Log {
  readonly lines: { readonly level: string; readonly event: LogEvent; readonly facts: Facts }[];
  has(event: LogEvent): boolean;
}

/** A desk whose answers a test chooses. */
export interface TestDesk extends Desk {
  readonly taken: Exclude<Incoming, { kind: 'press' }>[];
  readonly presses: Extract<Incoming, { kind: 'press' }>[];
  onTake: () => Promise<void>;
  onPress: () => Promise<PressAnswer<Card>>;
}

export const CARD: Card = { title: '示例卡片', preview: '示例', blocks: [{ kind: 'text', text: '正文' }] };

/** Timings in which a test takes milliseconds. */
export const QUICK: FeishuTimes = {
  tick: 15,
  patience: 400,
  firstBackoff: 20,
  longestBackoff: 100,
  sleep: 5_000,
  call: 1_000,
  pingTimeout: 2_000,
  handshake: 200,
  press: 80,
  census: 10,
};

export function keepLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  const keep =
    (level: string) =>
    (event: LogEvent, facts: Facts = {}) =>
      void lines.push({ level, event, facts });
  return {
    lines,
    has: (event) => lines.some((line) => line.event === event),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  };
}

export function testDesk(): TestDesk {
  const desk: TestDesk = {
    taken: [],
    presses: [],
    onTake: async () => undefined,
    onPress: async () => ({ toast: { look: 'success', text: '已确认' } }),
    take: async (incoming) => {
      await desk.onTake();
      desk.taken.push(incoming);
    },
    press: async (incoming) => {
      desk.presses.push(incoming);
      return desk.onPress();
    },
  };
  return desk;
}

/** `{act}` in the value, or the act as JSON in the name: enough for a door that does not care. */
export function decodeAct(value: unknown, name: string | undefined): Act | null {
  const given = (typeof value === 'object' && value !== null ? value : name?.startsWith('{') ? JSON.parse(name) : null) as Act | null;
  return typeof given?.do === 'string' && typeof given.about === 'string' ? given : null;
}

export interface Bench {
  readonly peer: FeishuPeer;
  readonly door: FeishuDoor;
  readonly desk: TestDesk;
  readonly log: KeptLog;
  close(): Promise<void>;
}

/** Opens a bench; `start` connects and waits for the socket. */
export async function openBench(given: Partial<FeishuDoorOptions> & { connect?: boolean } = {}): Promise<Bench> {
  const { connect = true, ...options } = given;
  const peer = await startFeishuPeer();
  const log = keepLog();
  const desk = testDesk();
  const door = openFeishuDoor({
    mode: 'ws',
    appId: APP_ID,
    appSecret: APP_SECRET,
    baseUrl: peer.base,
    render: (card) => ({ schema: '2.0', body: { elements: [] }, header: { title: { tag: 'plain_text', content: card.title } } }),
    decodeAct,
    log,
    now: () => new Date(),
    times: QUICK,
    ...options,
  } as FeishuDoorOptions);
  if (connect) {
    await door.start(desk);
    // Not when the socket stands at the peer: the SDK listens to it a moment later, and what comes between is lost.
    await until(() => door.state().isConnected);
  }
  return {
    peer,
    door,
    desk,
    log,
    close: async () => {
      await door.stop();
      await peer.close();
    },
  };
}
