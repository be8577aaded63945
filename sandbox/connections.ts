// The long connection: handshake, pings, frames out, acks in, as strict as the platform's.
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { App } from './bot.ts';
import type { Envelope } from './events.ts';
import type { Faults } from './faults.ts';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';
import type { PushOutcome, Transport } from './transport.ts';
import type { Wire } from './wire.ts';

/** What the platform tells every client about pings and reconnecting, in seconds. */
export interface ClientConfig {
  readonly ReconnectCount: number;
  readonly ReconnectInterval: number;
  readonly ReconnectNonce: number;
  readonly PingInterval: number;
}

/** The connections that are open. */
export interface Connections extends Transport {
  /** The answer of `POST /callback/ws/endpoint`. `base` is the ws address clients can reach. */
  handshake(body: unknown, base: string): { readonly code: number; readonly msg: string; readonly data: unknown };
  /** The answer of `GET /open-apis/event/v1/connection`. */
  count(): number;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Makes every open connection mute: no pong, no event gets through, and nobody hears a close. */
  mute(): void;
  /** Cuts every open connection. */
  drop(): void;
  stop(): void;
}

/** What the connections need around them. */
export interface ConnectionsParts {
  readonly app: App;
  readonly faults: Faults;
  readonly wire: Wire;
  readonly clientConfig: ClientConfig;
  readonly answerLimitMs: number;
  /** A longer payload is split over several frames. */
  readonly partBytes: number;
  readonly onChange: () => void;
}

const SERVICE_ID = 33_554_678;
const MOST_CONNECTIONS = 50;
const TICKET_LIFE_MS = 60_000;

interface Line {
  readonly socket: WebSocket;
  isMute: boolean;
}

/** No connection is open yet. */
export function openConnections(parts: ConnectionsParts): Connections {
  const lines = new Set<Line>();
  const tickets = new Map<string, number>();
  const waiting = new Map<string, (frame: Frame) => void>();
  const server = new WebSocketServer({ noServer: true });
  const alive = (): Line[] => [...lines].filter((line) => line.socket.readyState === line.socket.OPEN);

  const welcome = (socket: WebSocket): void => {
    const line: Line = { socket, isMute: parts.faults.strikes('half-open') };
    lines.add(line);
    parts.onChange();
    parts.wire.add({ direction: 'in', what: '长连接建立', bytes: 0, body: null, verdict: '通过' });
    if (parts.faults.strikes('dropped-connection')) socket.terminate();
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      lines.delete(line);
      parts.wire.add({ direction: 'in', what: '长连接断开', bytes: 0, body: null, verdict: '—' });
      parts.onChange();
    });
    socket.on('message', (data) => {
      if (!line.isMute) hear(line, data, parts, waiting);
    });
  };

  return {
    handshake(body, base) {
      const asked = typeof body === 'object' && body !== null ? (body as { AppID?: unknown; AppSecret?: unknown }) : {};
      if (asked.AppID !== parts.app.appId || asked.AppSecret !== parts.app.appSecret) return { code: 514, msg: 'auth failed', data: {} };
      if (alive().length >= MOST_CONNECTIONS) return { code: 1_000_040_350, msg: 'exceed conn limit', data: {} };
      const ticket = randomBytes(16).toString('hex');
      tickets.set(ticket, Date.now() + TICKET_LIFE_MS);
      // service_id must not be the first query parameter: the SDK parses the whole address as a query.
      const url = `${base}/ws/v2?device_id=${Date.now()}&access_key=${randomUUID()}&service_id=${SERVICE_ID}&ticket=${ticket}`;
      return { code: 0, msg: '', data: { URL: url, ClientConfig: parts.clientConfig } };
    },
    count: () => alive().length,
    isConnected: () => alive().length > 0,
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
      const until = tickets.get(ticket) ?? 0;
      tickets.delete(ticket);
      if (until < Date.now())
        socket.end('HTTP/1.1 403 Forbidden\r\nhandshake-status: 514\r\nhandshake-msg: auth failed\r\nconnection: close\r\n\r\n');
      else server.handleUpgrade(request, socket, head, welcome);
    },
    push(envelope) {
      const open = alive();
      const line = open[Math.floor(Math.random() * open.length)];
      return line === undefined ? Promise.resolve({ kind: 'offline' }) : pushOver(line, envelope, parts, waiting);
    },
    mute() {
      for (const line of lines) line.isMute = true;
    },
    drop() {
      for (const line of lines) line.socket.terminate();
    },
    stop() {
      for (const line of lines) line.socket.terminate();
      server.close();
    },
  };
}

function hear(line: Line, data: RawData, parts: ConnectionsParts, waiting: Map<string, (frame: Frame) => void>): void {
  let frame: Frame;
  try {
    frame = decodeFrame(Buffer.isBuffer(data) ? data : Buffer.from(data as ArrayBuffer));
  } catch {
    parts.wire.add({ direction: 'in', what: '长连接帧', bytes: 0, body: null, verdict: '无法解析，已忽略' });
    return;
  }
  if (frame.method === 0 && frame.headers['type'] === 'ping') {
    // Always the full configuration: an incomplete one makes the SDK ping without a pause.
    const payload = Buffer.from(JSON.stringify(parts.clientConfig));
    line.socket.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload }));
  } else if (frame.method === 1) {
    waiting.get(frame.headers['message_id'] ?? '')?.(frame);
  }
}

function pushOver(
  line: Line,
  envelope: Envelope,
  parts: ConnectionsParts,
  waiting: Map<string, (frame: Frame) => void>,
): Promise<PushOutcome> {
  const started = Date.now();
  const messageId = randomUUID();
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle({ kind: 'too-late' }), parts.answerLimitMs);
    const settle = (outcome: PushOutcome): void => {
      clearTimeout(timer);
      waiting.delete(messageId);
      resolve(outcome);
    };
    waiting.set(messageId, (frame) => settle(outcomeOf(frame, Date.now() - started)));
    if (!line.isMute) for (const bytes of framesOf(envelope, messageId, parts.partBytes)) line.socket.send(bytes);
  });
}

function framesOf(envelope: Envelope, messageId: string, partBytes: number): Buffer[] {
  const whole = Buffer.from(JSON.stringify(envelope));
  const sum = Math.max(1, Math.ceil(whole.length / partBytes));
  return Array.from({ length: sum }, (_, part) =>
    encodeFrame({
      sequence: BigInt(part + 1),
      log: 1n,
      service: SERVICE_ID,
      method: 1,
      headers: { type: 'event', message_id: messageId, sum: String(sum), seq: String(part), trace_id: randomUUID() },
      payload: whole.subarray(part * partBytes, (part + 1) * partBytes),
    }),
  );
}

function outcomeOf(frame: Frame, ms: number): PushOutcome {
  try {
    const ack = JSON.parse(frame.payload.toString('utf8')) as { code?: unknown; data?: unknown };
    if (ack.code !== 200) return { kind: 'failed', status: typeof ack.code === 'number' ? ack.code : 0 };
    const data: unknown = typeof ack.data === 'string' ? JSON.parse(Buffer.from(ack.data, 'base64').toString('utf8')) : undefined;
    return { kind: 'answered', data, ms };
  } catch {
    return { kind: 'failed', status: 0 };
  }
}
