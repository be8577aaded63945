// What the page relies on beside chats: the clock, the live line, samples, what survives a restart, the proxy.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { workdaysAhead } from '../../sandbox/clock.ts';
import type { ChatView, ClockView, FaultView, MessageView, PersonView, StreamEvent } from '../../sandbox/shapes.ts';
import { GROUP_ID } from '../../sandbox/world.ts';
import { account, ask, client, platform, privateChat, send, until } from './support.ts';

test('everybody is there, the outsider is not in the group', async () => {
  const running = await platform();
  const people = await ask<PersonView[]>(running, '/people');
  expect(people).toHaveLength(14);
  expect(people[0]).toEqual({ id: 'P001', name: '钱管理', role: '管理员', avatar: '钱', account: account('P001'), mobile: '19900000001' });
  const chatsOf = async (as: string) => (await ask<ChatView[]>(running, `/chats?as=${as}`)).map((chat) => chat.kind);
  expect(await chatsOf('P002')).toEqual(['private', 'group']);
  expect(await chatsOf('P900')).toEqual(['private']);
  expect(await ask(running, `/chats/${GROUP_ID}/messages?as=P900`)).toEqual({ error: { code: 403, text: '孙路人不在这个会话里' } });
});

test('what the bot says is unread until it is read', async () => {
  const running = await platform();
  await send(client(running), 'P002', 'text', { text: '一' });
  const mine = async () => (await ask<ChatView[]>(running, '/chats?as=P002'))[0];
  expect(await mine()).toMatchObject({ unread: 1, last: { text: '一' } });
  await ask(running, `/chats/${await privateChat(running, 'P002')}/messages?as=P002`);
  expect(await mine()).toMatchObject({ unread: 0 });
});

test('a working day ahead of a Friday is the Monday, in Shanghai', () => {
  const friday = Date.parse('2026-03-13T09:00:00+08:00');
  expect(new Date(friday + workdaysAhead(friday, 1)).toISOString()).toBe('2026-03-16T01:00:00.000Z');
  const lateFriday = Date.parse('2026-03-13T23:00:00+08:00');
  expect(new Date(lateFriday + workdaysAhead(lateFriday, 6)).toISOString()).toBe('2026-03-23T15:00:00.000Z');
});

test('the clock moves forward only, and tells its owner', async () => {
  const moves: number[] = [];
  const running = await platform({ onClock: (view) => void moves.push(view.offsetMs) });
  const before = await ask<ClockView>(running, '/clock');
  const after = await ask<ClockView>(running, '/clock', { advance: { days: 2 } });
  expect(after.offsetMs - before.offsetMs).toBe(2 * 86_400_000);
  expect(await ask(running, '/clock', { at: before.at })).toEqual({ error: { code: 400, text: '时钟只能向前拨' } });
  const to = await ask<ClockView>(running, '/clock', { at: '2099-01-01T08:00:00+08:00' });
  expect(Math.abs(Date.parse(to.at) - Date.parse('2099-01-01T00:00:00Z'))).toBeLessThan(1000);
  expect(moves).toHaveLength(2);
});

test('the live line tells members of messages, and everybody of the clock', async () => {
  const running = await platform();
  const lines: StreamEvent[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(`${running.url}/sandbox/events?as=P003`, { signal: stop.signal });
  const reading = (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) if (part.startsWith('data: ')) lines.push(JSON.parse(part.slice(6)) as StreamEvent);
    }
  })();
  reading.catch(() => {});
  await send(client(running), 'P002', 'text', { text: '给别人' });
  await send(client(running), 'P003', 'text', { text: '给我' });
  await ask(running, '/clock', { advance: { ms: 5 } });
  await until(() => lines.some((line) => line.kind === 'clock'));
  const messages = lines.flatMap((line) => (line.kind === 'message' ? [line.message.text] : []));
  expect(messages).toEqual(['给我']);
  expect(lines.some((line) => line.kind === 'wire' && line.entry.what === '发送消息')).toBe(true);
});

test('a body that is no JSON is answered with a sentence', async () => {
  const running = await platform();
  const response = await fetch(`${running.url}/sandbox/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect([response.status, await response.json()]).toEqual([400, { error: { code: 400, text: '请求读不懂：须为 JSON，且不超过 50 MB' } }]);
});

test('faults are counted down and unknown ones refused', async () => {
  const running = await platform();
  await ask(running, '/faults', { kind: 'delays', count: 3 });
  expect((await ask<FaultView[]>(running, '/faults')).find((fault) => fault.kind === 'delays')).toMatchObject({ count: 3, name: '迟缓' });
  expect(await ask(running, '/faults', { kind: 'fire', count: 1 })).toMatchObject({ error: { code: 400 } });
});

test('chats, files, the clock and waiting events survive a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const data = path.join(folder, 'chats.jsonl');
  const first = await platform({ data });
  const chat = await privateChat(first, 'P002');
  await ask(first, `/groups/${GROUP_ID}/bot`, { as: 'P001' });
  await ask(first, '/messages', { as: 'P002', chat, file: { name: '名录.csv', base64: Buffer.from('a,b').toString('base64') } });
  await ask(first, '/clock', { advance: { days: 1 } });
  await until(() => first.state.wire.since(0).length >= 2);
  await first.close();
  const second = await platform({ data });
  const [message] = await ask<MessageView[]>(second, `/chats/${chat}/messages?as=P002`);
  expect(message?.file).toMatchObject({ name: '名录.csv', bytes: 3 });
  const bytes = await fetch(`${second.url}/sandbox/files/${message?.file?.key}?as=P002`);
  expect(await bytes.text()).toBe('a,b');
  expect((await ask<ChatView[]>(second, '/chats?as=P002')).map((one) => one.hasBot)).toEqual([true, true]);
  expect((await ask<ClockView>(second, '/clock')).offsetMs).toBe(86_400_000);
  expect(second.state.delivery.pending()).toBe(2);
});

test('every other path goes to the product with its body, and a sentence says when it is down', async () => {
  const product = createServer((request, response) => {
    void buffer(request).then((body) => {
      response.writeHead(201, { 'x-own': '1' }).end(`${request.method} ${request.url} ${body.toString()}`);
    });
  });
  await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
  const running = await platform({ product: `http://127.0.0.1:${(product.address() as AddressInfo).port}` });
  const post = () => fetch(`${running.url}/draws/1?x=%E6%8A%BD`, { method: 'POST', body: '抽签' });
  const response = await post();
  expect([response.status, response.headers.get('x-own'), await response.text()]).toEqual([201, '1', 'POST /draws/1?x=%E6%8A%BD 抽签']);
  product.closeAllConnections();
  await new Promise((resolve) => product.close(resolve));
  const down = await post();
  expect([down.status, await down.text()]).toEqual([502, '明签还没有起来，或者已经停了。请稍后再试。']);
});
