// Delivery at least once: the ladder, duplicates, connections that drop or play dead.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Platform } from '../../sandbox/platform.ts';
import type { StateView, WireEntry } from '../../sandbox/shapes.ts';
import { ask, connect, platform, privateChat, until } from './support.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

interface Heard {
  readonly event_id: string;
  readonly message: { readonly message_id: string; readonly content: string };
}

const say = async (running: Platform, text: string): Promise<void> => {
  await ask(running, '/messages', { as: 'P002', chat: await privateChat(running, 'P002'), text });
};

const pushes = (running: Platform): readonly WireEntry[] =>
  running.state.wire.since(0).filter((entry) => entry.what.startsWith('im.message.receive_v1'));

test('what nobody hears is pushed again after 15 s, 5 min, 1 h and 6 h by the clock, and then given up', async () => {
  const running = await platform();
  await say(running, 'x');
  await until(() => pushes(running).length === 1);
  for (const [count, wait] of [15 * SECOND, 5 * MINUTE, HOUR, 6 * HOUR].entries()) {
    running.state.clock.advance(wait - SECOND);
    await sleep(30);
    expect(pushes(running)).toHaveLength(count + 1);
    running.state.clock.advance(SECOND);
    await until(() => pushes(running).length === count + 2);
  }
  running.state.clock.advance(100 * HOUR);
  await sleep(30);
  expect(pushes(running).map((entry) => entry.verdict)).toEqual(Array.from({ length: 5 }, () => '机器人不在线'));
  expect(await ask<StateView>(running, '/state')).toEqual({ isBotConnected: false, pendingEvents: 0 });
});

test('a scaled clock runs down the ladder by itself until the bot is there', async () => {
  const running = await platform({ timeScale: 100 });
  await say(running, '早来的');
  await until(() => pushes(running).length === 1);
  const heard: Heard[] = [];
  await connect(running, { 'im.message.receive_v1': (data: Heard) => void heard.push(data) });
  await until(() => heard.length === 1);
  expect(heard[0]?.message.content).toBe('{"text":"早来的"}');
  await until(() => running.state.delivery.pending() === 0);
});

test('a handler that throws gets the same event again under the same id', async () => {
  const running = await platform();
  const heard: string[] = [];
  await connect(running, {
    'im.message.receive_v1': (data: Heard) => {
      heard.push(data.event_id);
      if (heard.length === 1) throw new Error('not stored');
    },
  });
  await say(running, 'x');
  await until(() => running.state.delivery.pending() === 1 && pushes(running).length === 1);
  running.state.clock.advance(15 * SECOND);
  await until(() => heard.length === 2);
  await until(() => running.state.delivery.pending() === 0);
  expect(heard[1]).toBe(heard[0]);
  expect(pushes(running).map((entry) => entry.verdict)).toEqual(['机器人报错（500）', '已确认']);
});

test('an acknowledgement that comes too late counts as none', async () => {
  const running = await platform({ answerLimitMs: 50 });
  let count = 0;
  await connect(running, {
    'im.message.receive_v1': async () => {
      count += 1;
      if (count === 1) await sleep(150);
    },
  });
  await say(running, 'x');
  await until(() => pushes(running).length === 1);
  expect(pushes(running)[0]?.verdict).toBe('超过时限未确认');
  running.state.clock.advance(15 * SECOND);
  await until(() => pushes(running)[1]?.verdict === '已确认');
});

test('each event goes to one connection only', async () => {
  const running = await platform();
  const heard: string[] = [];
  const listen = (name: string) => connect(running, { 'im.message.receive_v1': () => void heard.push(name) });
  await listen('a');
  await listen('b');
  for (let n = 0; n < 30; n += 1) await say(running, `${n}`);
  await until(() => running.state.delivery.pending() === 0);
  expect(heard).toHaveLength(30);
  expect(new Set(heard)).toEqual(new Set(['a', 'b']));
});

test('the fault “duplicates” brings one message twice, under two event ids', async () => {
  const running = await platform();
  const heard: Heard[] = [];
  await connect(running, { 'im.message.receive_v1': (data: Heard) => void heard.push(data) });
  await ask(running, '/faults', { kind: 'duplicates', count: 1 });
  await say(running, '一');
  await until(() => heard.length === 2);
  expect(heard[0]?.message).toEqual(heard[1]?.message);
  expect(heard[0]?.event_id).not.toBe(heard[1]?.event_id);
  await say(running, '二');
  await until(() => heard.length === 3);
  await sleep(50);
  expect(heard).toHaveLength(3);
});

test('the fault “half-open” leaves a connection that looks alive and hears nothing, until the client notices', async () => {
  const running = await platform({ answerLimitMs: 50 });
  const heard: Heard[] = [];
  const socket = await connect(running, { 'im.message.receive_v1': (data: Heard) => void heard.push(data) });
  await ask(running, '/faults', { kind: 'half-open', count: 1 });
  await say(running, 'x');
  await until(() => pushes(running).length === 1);
  expect(pushes(running)[0]?.verdict).toBe('超过时限未确认');
  expect(socket.getConnectionStatus().state).toBe('connected');
  await until(() => socket.getConnectionStatus().state === 'reconnecting');
  await until(() => socket.getConnectionStatus().state === 'connected');
  running.state.clock.advance(15 * SECOND);
  await until(() => heard.length === 1);
});

test('the fault “dropped-connection” cuts the line, and the client comes back', async () => {
  const running = await platform();
  const socket = await connect(running, {});
  await ask(running, '/faults', { kind: 'dropped-connection', count: 1 });
  await until(() => socket.getConnectionStatus().state !== 'connected');
  await until(() => socket.getConnectionStatus().state === 'connected');
  await until(() => running.state.connections.isConnected());
});

test('a handshake with a wrong secret is refused with 514, and a ticket opens one connection', async () => {
  const running = await platform();
  const shake = (AppSecret: string) =>
    running.state.connections.handshake({ AppID: running.app.appId, AppSecret }, 'ws://x') as { code: number; data: { URL?: string } };
  expect(shake('wrong')).toEqual({ code: 514, msg: 'auth failed', data: {} });
  const ticket = new URL(shake(running.app.appSecret).data.URL ?? '').search;
  const open = () =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(`${running.url.replace('http', 'ws')}/ws/v2${ticket}`);
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
    });
  expect([await open(), await open()]).toEqual([true, false]);
});

test('the fifty-first connection is refused', async () => {
  const running = await platform();
  const base = running.url.replace('http', 'ws');
  const shake = () =>
    running.state.connections.handshake({ AppID: running.app.appId, AppSecret: running.app.appSecret }, base) as {
      code: number;
      data: { URL: string };
    };
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      const socket = new WebSocket(shake().data.URL);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
    }),
  );
  await until(() => running.state.connections.count() === 50);
  expect(shake()).toMatchObject({ code: 1_000_040_350 });
});
