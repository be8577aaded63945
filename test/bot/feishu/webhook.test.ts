// The webhook: fifteen requests of feishu.md §1.6, over real HTTP, each with its answer; and the clock of the verifier.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyWebhook } from '../../../src/bot/feishu/verify-webhook.ts';
import { type Bench, openBench } from '../../support/feishu-bench.ts';
import { envelope, message, press } from '../../support/feishu-events.ts';
import { APP_ID } from '../../support/feishu-peer.ts';

const KEY = 'encrypt-key';
const TOKEN = 'vt';
let bench: Bench;
let server: Server;
let url: string;

beforeEach(async () => {
  bench = await openBench({ mode: 'webhook', encryptKey: KEY, verificationToken: TOKEN, connect: false });
  await bench.door.start(bench.desk);
  const app = express().post('/feishu/webhook', bench.door.webhook()).use(express.json());
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/webhook`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await bench.close();
});

function encrypt(value: unknown): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(KEY).digest(), iv);
  return Buffer.concat([iv, cipher.update(JSON.stringify(value)), cipher.final()]).toString('base64');
}

function signed(raw: string, timestamp = String(Math.floor(Date.now() / 1000))): Record<string, string> {
  const signature = createHash('sha256').update(`${timestamp}n1${KEY}${raw}`).digest('hex');
  return { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': 'n1', 'x-lark-signature': signature };
}

async function post(raw: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: raw });
  const text = await response.text();
  return [response.status, text === '' ? null : JSON.parse(text)];
}

const sealed = (value: unknown): string => JSON.stringify({ encrypt: encrypt(value) });

test('1 the challenge is answered, although it is not signed', async () => {
  expect(await post(sealed({ type: 'url_verification', token: TOKEN, challenge: 'abc' }))).toEqual([200, { challenge: 'abc' }]);
});

test('2 a challenge with a wrong token is refused', async () => {
  expect(await post(sealed({ type: 'url_verification', token: 'no', challenge: 'abc' }))).toEqual([401, null]);
});

test('3 a signed message is taken', async () => {
  const raw = sealed(message('text', { text: '你好' }));
  expect(await post(raw, signed(raw))).toEqual([200, {}]);
  expect(bench.desk.taken).toMatchObject([{ kind: 'text', text: '你好' }]);
});

test('4 the signature is over the bytes, so white space in them does no harm', async () => {
  const raw = `{ "encrypt" :\n "${encrypt(message('text', { text: '空白' }))}" }`;
  expect(await post(raw, signed(raw))).toEqual([200, {}]);
  expect(bench.desk.taken).toHaveLength(1);
});

test('5 a press is answered in the response', async () => {
  const raw = sealed(press());
  expect(await post(raw, signed(raw))).toEqual([200, { toast: { type: 'success', content: '已确认' } }]);
});

test('6 what could not be stored answers 500 and is pushed again', async () => {
  bench.desk.onTake = () => Promise.reject(new Error('disk full'));
  const raw = sealed(message('text', { text: '你好' }));
  expect(await post(raw, signed(raw))).toEqual([500, null]);
});

test('7 an event nobody registered is acknowledged', async () => {
  const raw = sealed(envelope('x.y', {}));
  expect(await post(raw, signed(raw))).toEqual([200, {}]);
});

test('8 an unsigned event is refused', async () => {
  expect(await post(sealed(message('text', { text: '你好' })))).toEqual([401, null]);
  expect(bench.desk.taken).toHaveLength(0);
});

test('9 a wrong signature is refused', async () => {
  const raw = sealed(message('text', { text: '你好' }));
  expect(await post(raw, { ...signed(raw), 'x-lark-signature': '0'.repeat(64) })).toEqual([401, null]);
});

test('10 a request from long ago is refused', async () => {
  const raw = sealed(message('text', { text: '你好' }));
  expect(await post(raw, signed(raw, '1000000'))).toEqual([401, null]);
});

test('11 an event of another app is refused', async () => {
  const raw = sealed(envelope('im.message.receive_v1', {}, { app_id: 'cli_other' }));
  expect(await post(raw, signed(raw))).toEqual([401, null]);
});

test('12 an event that is not encrypted is refused, signed or not', async () => {
  const raw = JSON.stringify(message('text', { text: '你好' }));
  expect(await post(raw, signed(raw))).toEqual([401, null]);
});

test('13 a cipher that is garbage is refused', async () => {
  for (const cipher of ['zzzz', '', Buffer.alloc(64).toString('base64')]) {
    const raw = JSON.stringify({ encrypt: cipher });
    expect(await post(raw, signed(raw))).toEqual([401, null]);
  }
});

test('14 what is not JSON is refused', async () => {
  expect(await post('nope')).toEqual([400, null]);
  expect(await post('')).toEqual([400, null]);
});

test('15 JSON that is no object is refused', async () => {
  expect(await post('null')).toEqual([401, null]);
  expect(await post('[]')).toEqual([401, null]);
  const raw = sealed(null);
  expect(await post(raw, signed(raw))).toEqual([401, null]);
});

test('a changed byte, plain text smuggled beside the cipher and an oversized body get nowhere', async () => {
  const raw = sealed(message('text', { text: '你好' }));
  expect(await post(raw.replace('{', '{ '), signed(raw))).toEqual([401, null]);
  const smuggled = JSON.stringify({ encrypt: encrypt(message('text', { text: '真' })), event: { sender: {}, message: {} }, schema: '1' });
  expect(await post(smuggled, signed(smuggled))).toEqual([200, {}]);
  expect(bench.desk.taken).toMatchObject([{ text: '真' }]);
  const status = await new Promise((resolve) => {
    const sending = httpRequest(url, { method: 'POST' }, (response) => resolve(response.statusCode));
    sending.on('error', () => undefined).end('x'.repeat(2_000_000));
  });
  expect(status).toBe(413);
});

test('a character split over two packets arrives whole', async () => {
  const raw = Buffer.from(JSON.stringify({ encrypt: encrypt(message('text', { text: '双随机' })), 注: '多字节' }));
  const cut = raw.indexOf(Buffer.from('多')) + 1;
  const status = await new Promise((resolve) => {
    const sending = httpRequest(url, { method: 'POST', headers: signed(raw.toString()) }, (response) => resolve(response.statusCode));
    sending.write(raw.subarray(0, cut));
    setTimeout(() => sending.end(raw.subarray(cut)), 30);
  });
  expect(status).toBe(200);
  expect(bench.desk.taken).toMatchObject([{ text: '双随机' }]);
});

test('the verifier takes the clock as an argument, and understands seconds and milliseconds', () => {
  const raw = sealed(envelope('x.y', {}));
  const keys = { appId: APP_ID, encryptKey: KEY, verificationToken: TOKEN };
  const at = (timestamp: string, now: Date) => {
    const headers = signed(raw, timestamp);
    const given = { timestamp, nonce: 'n1', signature: headers['x-lark-signature'] };
    return verifyWebhook(Buffer.from(raw), given, keys, now).kind;
  };
  const now = new Date('2026-03-01T00:00:00Z');
  expect(at('1772323200', now)).toBe('event');
  expect(at('1772323200000', now)).toBe('event');
  expect(at('1772323200', new Date('2026-03-01T08:59:00Z'))).toBe('event');
  expect(at('1772323200', new Date('2026-03-01T09:01:00Z'))).toBe('refused');
  expect(at('2026-03-01 08:00:00', now)).toBe('event');
});

test('without keys nothing is let in', () => {
  const raw = Buffer.from(sealed(envelope('x.y', {}, { token: '' })));
  const headers = { timestamp: undefined, nonce: undefined, signature: undefined };
  expect(verifyWebhook(raw, headers, { appId: APP_ID, encryptKey: KEY, verificationToken: '' }, new Date())).toMatchObject({
    why: 'wrong-token',
  });
});
