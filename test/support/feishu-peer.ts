// A peer on loopback that speaks Feishu's wire to the real SDK, and does on demand what the real one does on bad days.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import busboy from 'busboy';
import { type WebSocket, WebSocketServer } from 'ws';
import { decodeFrame, encodeFrame, type Frame } from './feishu-frame.ts';

export const APP_ID = 'cli_0123456789abcdef';
export const APP_SECRET = 'geheim-5up3r-s3cret';
export const BOT_ID = 'ou_bot';

/** A request as it arrived; `files` are the parts of a multipart form that had a file name. */
export interface PeerCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: Readonly<Record<string, { name: string; bytes: Buffer }>>;
  readonly at: number;
}

/** What a hook may answer instead of the peer. `hang`: nothing, ever; `cut`: the line is cut. */
export type PeerAnswer = { status?: number; headers?: Record<string, string>; body?: unknown; raw?: Buffer } | 'hang' | 'cut';

/** How the client answered a pushed event. */
export interface Ack {
  readonly code: number;
  readonly data: unknown;
}

export interface FeishuPeer {
  readonly base: string;
  readonly calls: PeerCall[];
  readonly sockets: Set<WebSocket>;
  /** Looks at every request first. */
  hook: (call: PeerCall) => PeerAnswer | undefined | Promise<undefined>;
  isMute: boolean;
  /** Most sockets that were ever open at once. */
  mostSockets: number;
  pings: number;
  of(path: string | RegExp): PeerCall[];
  /** Pushes an event, or bytes that are none, in so many parts, last part first. */
  push(event: object, parts?: number): Promise<Ack>;
  close(): Promise<void>;
}

const CONFIG = { ReconnectCount: -1, ReconnectInterval: 0.05, ReconnectNonce: 0.02, PingInterval: 0.1 };

/** Starts a peer on a free port. */
export async function startFeishuPeer(config: Partial<typeof CONFIG> = {}): Promise<FeishuPeer> {
  const clientConfig = { ...CONFIG, ...config };
  const waiting = new Map<string, (ack: Ack) => void>();
  let tokens = 0;
  const server = createServer((request, response) => void serve(request, response));
  const web = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    web.handleUpgrade(request, socket, head, (ws) => {
      peer.sockets.add(ws);
      peer.mostSockets = Math.max(peer.mostSockets, peer.sockets.size);
      ws.on('close', () => peer.sockets.delete(ws));
      ws.on('message', (data) => answer(ws, decodeFrame(data as Buffer)));
    });
  });

  function answer(ws: WebSocket, frame: Frame): void {
    if (frame.method === 0) {
      peer.pings += 1;
      if (!peer.isMute) ws.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload: Buffer.from(JSON.stringify(clientConfig)) }));
      return;
    }
    const { code, data } = JSON.parse(frame.payload.toString()) as { code: number; data?: string };
    waiting.get(frame.headers['message_id'] ?? '')?.({ code, data: data ? JSON.parse(Buffer.from(data, 'base64').toString()) : undefined });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://peer');
    const call: PeerCall = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      ...(await bodyOf(request)),
      at: performance.now(),
    };
    peer.calls.push(call);
    const given = (await peer.hook(call)) ?? usual(call);
    if (given === 'hang') return;
    if (given === 'cut') return void response.destroy();
    response.writeHead(given.status ?? 200, given.raw ? (given.headers ?? {}) : { 'content-type': 'application/json', ...given.headers });
    response.end(given.raw ?? JSON.stringify(given.body));
  }

  function usual({ method, path }: PeerCall): PeerAnswer {
    if (path.endsWith('/tenant_access_token/internal')) {
      return { body: { code: 0, msg: 'ok', tenant_access_token: `t-token-${++tokens}`, expire: 7200 } };
    }
    if (path === '/callback/ws/endpoint') {
      const URL = `ws://127.0.0.1:${port()}/ws/v2?device_id=7000&access_key=k&service_id=33554678&ticket=t1ck3t`;
      return { body: { code: 0, msg: '', data: { URL, ClientConfig: clientConfig } } };
    }
    if (path === '/open-apis/bot/v3/info') return { body: { code: 0, bot: { open_id: BOT_ID, app_name: '明签' } } };
    if (path === '/open-apis/event/v1/connection') return { body: { code: 0, data: { online_instance_cnt: 1 } } };
    if (path === '/open-apis/im/v1/files') return { body: { code: 0, data: { file_key: 'file_1' } } };
    if (path === '/open-apis/im/v1/images') return { body: { code: 0, data: { image_key: 'img_1' } } };
    if (method === 'POST' && path.startsWith('/open-apis/im/v1/messages')) {
      return { body: { code: 0, msg: 'success', data: { message_id: `om_${randomUUID().slice(0, 8)}` } } };
    }
    if (method === 'PATCH' && path.startsWith('/open-apis/im/v1/messages/')) return { body: { code: 0, msg: 'success', data: {} } };
    return { status: 404, body: { code: 99991201, msg: 'not found' } };
  }

  function port(): number {
    return (server.address() as AddressInfo).port;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const peer: FeishuPeer = {
    base: `http://127.0.0.1:${port()}`,
    calls: [],
    sockets: new Set(),
    hook: () => undefined,
    isMute: false,
    mostSockets: 0,
    pings: 0,
    of: (path) => peer.calls.filter((call) => (typeof path === 'string' ? call.path === path : path.test(call.path))),
    push: (event, parts = 1) => {
      const [ws] = peer.sockets;
      const id = randomUUID();
      const bytes = Buffer.isBuffer(event) ? event : Buffer.from(JSON.stringify(event));
      const size = Math.ceil(bytes.length / parts);
      const acked = new Promise<Ack>((resolve) => waiting.set(id, resolve));
      for (let seq = parts - 1; seq >= 0; seq--) {
        const headers = { type: 'event', message_id: id, sum: String(parts), seq: String(seq), trace_id: 'tr' };
        ws?.send(encodeFrame({ service: 33554678, method: 1, headers, payload: bytes.subarray(seq * size, (seq + 1) * size) }));
      }
      return acked;
    },
    close: async () => {
      for (const ws of peer.sockets) ws.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

/** Waits until something holds; fails after `ms`. */
export async function until(holds: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function bodyOf(request: IncomingMessage): Promise<Pick<PeerCall, 'body' | 'files'>> {
  if (request.headers['content-type']?.startsWith('multipart/')) return formOf(request);
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return { body: text.startsWith('{') ? (JSON.parse(text) as PeerCall['body']) : {}, files: {} };
}

function formOf(request: IncomingMessage): Promise<Pick<PeerCall, 'body' | 'files'>> {
  const body: Record<string, unknown> = {};
  const files: Record<string, { name: string; bytes: Buffer }> = {};
  return new Promise((resolve, reject) => {
    const form = busboy({ headers: request.headers, defParamCharset: 'utf8' });
    form.on('field', (name, value) => {
      body[name] = value;
    });
    form.on('file', (field, stream, { filename }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        files[field] = { name: filename || '', bytes: Buffer.concat(chunks) };
      });
    });
    form.on('close', () => resolve({ body, files }));
    form.on('error', reject);
    request.pipe(form);
  });
}
