// The long connection on bad days: half open, refused, silent, asleep; through the real SDK, in milliseconds.
import { afterEach, expect, test } from 'vitest';
import { type Bench, openBench, QUICK } from '../../support/feishu-bench.ts';
import { message } from '../../support/feishu-events.ts';
import { until } from '../../support/feishu-peer.ts';

let bench: Bench;
afterEach(() => bench.close());

const ENDPOINT = '/callback/ws/endpoint';

test('the door says since when it hears the platform', async () => {
  bench = await openBench({ connect: false });
  expect(bench.door.state()).toEqual({ isConnected: false, since: null, lastEventAt: null });
  await bench.door.start(bench.desk);
  await until(() => bench.door.state().isConnected);
  expect(bench.door.state().since).toBeInstanceOf(Date);
  await bench.door.stop();
  expect(bench.door.state().isConnected).toBe(false);
  await until(() => bench.peer.sockets.size === 0);
});

test('a socket that is half open is found and replaced', async () => {
  bench = await openBench({ times: { ...QUICK, pingTimeout: 60 } });
  const [dead] = bench.peer.sockets;
  bench.peer.isMute = true;
  await until(() => !bench.peer.sockets.has(dead as never));
  bench.peer.isMute = false;
  await until(() => bench.door.state().isConnected && bench.peer.sockets.size === 1);
  expect((await bench.peer.push(message('text', { text: '还在吗' }))).code).toBe(200);
});

test('a connection that the platform drops comes back', async () => {
  bench = await openBench();
  for (const ws of bench.peer.sockets) ws.terminate();
  await until(() => !bench.door.state().isConnected);
  await until(() => bench.door.state().isConnected);
  expect(bench.log.has('feishu-restarting')).toBe(false);
});

test('a client that has given up is replaced, with growing patience, until the platform lets it in', async () => {
  bench = await openBench({ connect: false });
  bench.peer.hook = ({ path }) => (path === ENDPOINT ? { body: { code: 514, msg: 'auth failed', data: {} } } : undefined);
  await bench.door.start(bench.desk);
  await until(() => bench.peer.of(ENDPOINT).length >= 4);
  const waits = bench.log.lines.filter((line) => line.event === 'feishu-restarting').map((line) => line.facts);
  expect(waits.slice(0, 4)).toEqual([20, 40, 80, 100].map((afterMs) => ({ why: 'gave-up', afterMs })).slice(0, waits.length));
  bench.peer.hook = () => undefined;
  await until(() => bench.door.state().isConnected);
  expect(bench.peer.mostSockets).toBe(1);
});

test('a client that tries in vain for too long is replaced', async () => {
  bench = await openBench({ connect: false, times: { ...QUICK, patience: 60 } });
  // The shape over which the SDK stumbles: it retries for ever and tells nobody.
  bench.peer.hook = ({ path }) => (path === ENDPOINT ? { body: { code: 1000040351, msg: 'busy', data: null } } : undefined);
  await bench.door.start(bench.desk);
  await until(() => bench.log.lines.some((line) => line.event === 'feishu-restarting' && line.facts['why'] === 'unconnected'));
  bench.peer.hook = () => undefined;
  await until(() => bench.door.state().isConnected);
  expect(bench.peer.mostSockets).toBe(1);
});

test('a platform that takes the call and never answers is tried again', async () => {
  bench = await openBench({ connect: false, times: { ...QUICK, patience: 60 } });
  bench.peer.hook = ({ path }) => (path === ENDPOINT ? 'hang' : undefined);
  await bench.door.start(bench.desk);
  await until(() => bench.peer.of(ENDPOINT).length >= 2);
  bench.peer.hook = () => undefined;
  await until(() => bench.door.state().isConnected);
});

test('after the machine slept the connection is made anew, and there are never two', async () => {
  let ahead = 0;
  bench = await openBench({ now: () => new Date(Date.now() + ahead) });
  const [old] = bench.peer.sockets;
  ahead = 3_600_000;
  await until(() => bench.log.lines.some((line) => line.facts['why'] === 'slept'));
  await until(() => bench.peer.sockets.size === 1 && !bench.peer.sockets.has(old as never) && bench.door.state().isConnected);
  expect((await bench.peer.push(message('text', { text: '早' }))).code).toBe(200);
});

test('another process of the same app is warned of', async () => {
  bench = await openBench({ connect: false });
  bench.peer.hook = ({ path }) =>
    path === '/open-apis/event/v1/connection' ? { body: { code: 0, data: { online_instance_cnt: 2 } } } : undefined;
  await bench.door.start(bench.desk);
  await until(() => bench.log.has('feishu-other-instance'));
  expect(bench.log.lines.find((line) => line.event === 'feishu-other-instance')?.facts).toEqual({ count: 2 });
});

test('a door that was stopped stays shut, even in the middle of connecting', async () => {
  bench = await openBench({ connect: false });
  await bench.door.start(bench.desk);
  await bench.door.stop();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(bench.peer.sockets.size).toBe(0);
  expect(bench.door.state()).toMatchObject({ isConnected: false, since: null });
});

test('a door that is shut while something is being stored still acknowledges it, and takes nothing new', async () => {
  bench = await openBench();
  const storing: (() => void)[] = [];
  bench.desk.onTake = () => new Promise((resolve) => storing.push(resolve));
  const first = bench.peer.push(message('text', { text: '一' }));
  await until(() => storing.length === 1);
  const stopped = bench.door.stop();
  expect((await bench.peer.push(message('text', { text: '二' }))).code).toBe(500);
  storing[0]?.();
  expect((await first).code).toBe(200);
  await stopped;
  expect(bench.desk.taken).toHaveLength(1);
});
