// Webhook mode: what the stand-in posts passes a verifier written here from the documents alone.
import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import type { ActionAnswer } from '../../sandbox/shapes.ts';
import { ask, button, card, client, platform, privateChat, send, until } from './support.ts';

const KEY = 'test-encrypt-key';
const TOKEN = 'test-verification-token';

interface Event {
  readonly type?: string;
  readonly challenge?: string;
  readonly token?: string;
  readonly header?: { readonly event_type: string; readonly token: string };
}

function decrypt(base64: string): Event {
  const bytes = Buffer.from(base64, 'base64');
  const cipher = createDecipheriv('aes-256-cbc', createHash('sha256').update(KEY).digest(), bytes.subarray(0, 16));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString('utf8')) as Event;
}

function isSigned(headers: IncomingHttpHeaders, raw: Buffer): boolean {
  const salt = `${String(headers['x-lark-request-timestamp'])}${String(headers['x-lark-request-nonce'])}${KEY}`;
  return createHash('sha256').update(salt).update(raw).digest('hex') === headers['x-lark-signature'];
}

/** A bot's webhook: answers the challenge, then every event with `reply`. */
async function bot(reply: (event: Event) => { readonly status: number; readonly body: object }) {
  const got: { readonly event: Event; readonly isSigned: boolean }[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((raw) => {
      const event = decrypt((JSON.parse(raw.toString('utf8')) as { encrypt: string }).encrypt);
      const isChallenge = event.type === 'url_verification';
      if (!isChallenge) got.push({ event, isSigned: isSigned(request.headers, raw) });
      const answer = isChallenge ? { status: event.token === TOKEN ? 200 : 401, body: { challenge: event.challenge } } : reply(event);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/webhook` };
}

test('events are encrypted, signed and carry the token; an error is pushed again', async () => {
  let status = 500;
  const { got, url } = await bot(() => ({ status, body: {} }));
  const running = await platform({ webhook: { url, encryptKey: KEY, verificationToken: TOKEN } });
  await ask(running, '/messages', { as: 'P002', chat: await privateChat(running, 'P002'), text: '你好，抽签' });
  await until(() => got.length === 1 && running.state.wire.since(0).length === 1);
  status = 200;
  running.state.clock.advance(15_000);
  await until(() => running.state.delivery.pending() === 0);
  expect(got.map((one) => [one.event.header?.event_type, one.event.header?.token, one.isSigned])).toEqual([
    ['im.message.receive_v1', TOKEN, true],
    ['im.message.receive_v1', TOKEN, true],
  ]);
});

test('a press is answered in the body of the response', async () => {
  const { url } = await bot(() => ({ status: 200, body: { toast: { type: 'info', content: '收到' } } }));
  const running = await platform({ webhook: { url, encryptKey: KEY, verificationToken: TOKEN } });
  const message = (await send(client(running), 'P002', 'interactive', card(button('按', {})))).data?.message_id ?? '';
  expect(await ask<ActionAnswer>(running, '/actions', { as: 'P002', message, button: '按' })).toEqual({
    toast: { type: 'info', content: '收到' },
  });
});

test('an address that fails the challenge gets no events', async () => {
  const { got, url } = await bot(() => ({ status: 200, body: {} }));
  const running = await platform({ webhook: { url, encryptKey: KEY, verificationToken: 'another' } });
  await ask(running, '/messages', { as: 'P002', chat: await privateChat(running, 'P002'), text: 'x' });
  await until(() => running.state.wire.since(0).length === 1);
  expect(got).toEqual([]);
  expect(running.state.delivery.pending()).toBe(1);
});
