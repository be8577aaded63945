// The stand-in platform as one thing that starts and stops: for `main.ts` and for tests.
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import type { App } from './bot.ts';
import { startClock } from './clock.ts';
import { type ClientConfig, openConnections } from './connections.ts';
import { startDelivery } from './delivery.ts';
import { envelopesFor } from './events.ts';
import { startFaults } from './faults.ts';
import { openJournal } from './journal.ts';
import { startLimits } from './limits.ts';
import { openApi } from './open-api.ts';
import type { PlatformState } from './platform-state.ts';
import { proxyTo } from './proxy.ts';
import { scriptApi } from './script-api.ts';
import type { ClockView, StateView } from './shapes.ts';
import { startStreams } from './streams.ts';
import { startTokens } from './tokens.ts';
import { viewOfMessage } from './views.ts';
import { openWebhook, type WebhookSettings } from './webhook.ts';
import { startWire } from './wire.ts';
import { openWorld } from './world.ts';

/** How to start; everything has a default that suits a test. */
export interface PlatformOptions {
  /** 0 (the default) = any free port. */
  readonly port?: number;
  readonly app?: App;
  /** Where other paths go. */
  readonly product?: string;
  /** The journal's file; without it nothing is kept. */
  readonly data?: string;
  /** 100 = events are pushed again a hundred times as fast. */
  readonly timeScale?: number;
  /** How far ahead of the machine the clock starts, in ms. */
  readonly offsetMs?: number;
  readonly tokenLifeSeconds?: number;
  /** How long an acknowledgement may take; the platform's 3 s unless a test says otherwise. */
  readonly answerLimitMs?: number;
  readonly partBytes?: number;
  /** What the frequency limits measure a second by, in ms; the machine's own clock unless a test says otherwise. */
  readonly ticks?: () => number;
  readonly clientConfig?: ClientConfig;
  /** Events go there instead of over the long connection. */
  readonly webhook?: WebhookSettings;
  /** Ids of people outside the app's availability scope. */
  readonly unavailable?: readonly string[];
  readonly mayMentionAll?: boolean;
  readonly onClock?: (view: ClockView) => void;
}

/** A running stand-in. `state` is for tests that want to look inside. */
export interface Platform {
  readonly url: string;
  readonly port: number;
  readonly app: App;
  readonly state: PlatformState;
  close(): Promise<void>;
}

/** The app that the stand-in knows unless told otherwise. The secret guards nothing: loopback only, 示例 data only. */
export const SANDBOX_APP: App = { appId: 'cli_5a4d000000000001', appSecret: 'sandbox-secret' };

// Longer than the product's 25 s of patience: each ping of the SDK starts the wait for a pong anew, so that with shorter
// intervals a half-open connection would never be noticed. The real platform says 120.
const QUICK_RECONNECT: ClientConfig = { ReconnectCount: -1, ReconnectInterval: 3, ReconnectNonce: 1, PingInterval: 30 };

/** Starts on 127.0.0.1 and resolves when it listens. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const state = assemble(options);
  const server = createServer(site(state, options));
  server.on('upgrade', (request, socket, head) => {
    // Nobody else listens any more: a reset while shaking hands must not end the process.
    socket.on('error', () => socket.destroy());
    if (request.url?.startsWith('/ws/v2')) state.connections.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  state.delivery.resume();
  return { url: `http://127.0.0.1:${port}`, port, app: state.app, state, close: () => stop(state, server) };
}

function assemble(options: PlatformOptions): PlatformState {
  const app = options.app ?? SANDBOX_APP;
  const journal = openJournal(options.data);
  const kept = (journal.rows('clock') as readonly { readonly offsetMs: number }[])[0]?.offsetMs;
  // What the clock showed when the stand-in stopped goes before where it is told to start.
  const clock = startClock(kept ?? options.offsetMs ?? 0);
  const streams = startStreams();
  const faults = startFaults();
  const world = openWorld(journal);
  const wire = startWire(clock, (entry) => streams.tell('all', { kind: 'wire', entry }));
  const answerLimitMs = options.answerLimitMs ?? 3000;
  const clientConfig = options.clientConfig ?? QUICK_RECONNECT;
  const onChange = (): void => streams.tell('all', { kind: 'connection', ...stateView() });
  const connections = openConnections({ app, faults, wire, clientConfig, answerLimitMs, partBytes: options.partBytes ?? 4096, onChange });
  const transport = options.webhook === undefined ? connections : openWebhook(options.webhook, answerLimitMs, () => clock.now());
  const delivery = startDelivery({ clock, transport, faults, wire, journal, timeScale: options.timeScale ?? 1, onChange });
  const stateView = (): StateView => ({ isBotConnected: transport.isConnected(), pendingEvents: delivery.pending() });
  clock.onMove((view) => {
    journal.put('clock', 'clock', { offsetMs: view.offsetMs });
    streams.tell('all', { kind: 'clock', ...view });
    options.onClock?.(view);
  });
  return {
    app,
    clock,
    world,
    faults,
    wire,
    streams,
    connections,
    delivery,
    tokens: startTokens(app, options.tokenLifeSeconds ?? 7200),
    limits: startLimits(options.ticks),
    envelopes: envelopesFor(app.appId, options.webhook?.verificationToken ?? 'sandbox', () => clock.now()),
    cardTokens: new Map(),
    unavailable: new Set(options.unavailable),
    mayMentionAll: options.mayMentionAll ?? false,
    state: stateView,
    say(chat, message) {
      const now = clock.now();
      const said = world.addMessage({ ...message, chat: chat.id, at: now, updatedAt: now });
      streams.tell(chat.members, { kind: 'message', chat: chat.id, message: viewOfMessage(said) });
      return said;
    },
    change(message) {
      world.putMessage(message);
      const members = world.chat(message.chat)?.members ?? [];
      streams.tell(members, { kind: 'update', chat: message.chat, message: viewOfMessage(message) });
    },
  };
}

function site(state: PlatformState, options: PlatformOptions): express.Express {
  const front = express();
  front.disable('x-powered-by');
  const here = import.meta.dirname;
  // Built, the page lies in page/ beside this file; before that its sources do, and serving them is better than nothing.
  const samples = [path.join(here, 'samples'), path.join(here, '../../sandbox/samples')].find(existsSync) ?? path.join(here, 'samples');
  const page = [path.join(here, '../dist/sandbox/page'), path.join(here, 'page')].find(existsSync) ?? path.join(here, 'page');
  front.use(scriptApi(state, samples));
  front.use('/sandbox', express.static(page));
  front.use('/sandbox', (_, response) => void response.status(404).type('text/plain').send('没有这个地址'));
  const open = openApi(state);
  front.use((request, response, next) => {
    const isOpen = request.path.startsWith('/open-apis/') || request.path === '/callback/ws/endpoint';
    if (isOpen) open(request, response, next);
    else next();
  });
  front.use(proxyTo(options.product));
  return front;
}

async function stop(state: PlatformState, server: Server): Promise<void> {
  state.clock.stop();
  state.streams.stop();
  state.connections.stop();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
