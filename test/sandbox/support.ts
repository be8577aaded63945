// What the tests of the stand-in share: a running platform, the real SDK against it, and what a page would call.
import * as lark from '@larksuiteoapi/node-sdk';
import { onTestFinished } from 'vitest';
import { PEOPLE } from '../../sandbox/people.ts';
import { type Platform, type PlatformOptions, startPlatform } from '../../sandbox/platform.ts';
import type { ChatView } from '../../sandbox/shapes.ts';

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** A platform that stops when the test does. */
export async function platform(options: PlatformOptions = {}): Promise<Platform> {
  const running = await startPlatform({
    clientConfig: { ReconnectCount: -1, ReconnectInterval: 0.2, ReconnectNonce: 0.05, PingInterval: 1 },
    ...options,
  });
  onTestFinished(() => running.close());
  return running;
}

/** The SDK's client, with a token cache of its own. */
export const client = (running: Platform, appSecret = running.app.appSecret): lark.Client =>
  new lark.Client({ appId: running.app.appId, appSecret, domain: running.url, logger: quiet, cache: new lark.DefaultCache() });

/** The SDK's long connection, open; closed when the test ends. */
export async function connect(running: Platform, handlers: Record<string, (data: never) => unknown>): Promise<lark.WSClient> {
  const { appId, appSecret } = running.app;
  const socket = new lark.WSClient({ appId, appSecret, domain: running.url, logger: quiet, wsConfig: { pingTimeout: 1 } });
  onTestFinished(() => socket.close({ force: true }));
  const eventDispatcher = new lark.EventDispatcher({ logger: quiet }).register(handlers);
  await socket.start({ eventDispatcher });
  await until(() => socket.getConnectionStatus().state === 'connected');
  return socket;
}

/** Waits until something holds; fails after `limitMs`. */
export async function until(holds: () => boolean, limitMs = 5000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Asks the stand-in as the page would. */
export async function ask<Shape>(running: Platform, path: string, body?: object): Promise<Shape> {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(`${running.url}/sandbox${path}`, init)).json()) as Shape;
}

/** The id of somebody's private chat with the bot. */
export const privateChat = async (running: Platform, as: string): Promise<string> =>
  (await ask<ChatView[]>(running, `/chats?as=${as}`)).find((chat) => chat.kind === 'private')?.id ?? '';

/** The open_id of a member. */
export const account = (id: string): string => PEOPLE.find((person) => person.id === id)?.account ?? '';

/** What the platform refused with: HTTP status and code; null if it did not. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ readonly status: number; readonly code: number; readonly msg: string } | null> {
  try {
    await call;
    return null;
  } catch (problem) {
    const { response } = problem as { response: { status: number; data: { code: number; msg: string } } };
    return { status: response.status, code: response.data.code, msg: response.data.msg };
  }
}

/** A message to a member by the real SDK. */
export const send = (sdk: lark.Client, to: string, type: string, content: object, uuid?: string) =>
  sdk.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: account(to), msg_type: type, content: JSON.stringify(content), ...(uuid === undefined ? {} : { uuid }) },
  });

/** A card of these elements. */
export const card = (...elements: readonly object[]): { readonly [key: string]: unknown } => ({
  schema: '2.0',
  config: { update_multi: true },
  header: { title: { tag: 'plain_text', content: '示例' }, template: 'blue' },
  body: { elements },
});

/** Plain text as a card's property. */
export const plain = (content: string): object => ({ tag: 'plain_text', content });

/** A button that calls back with this value. */
export const button = (text: string, value: object, more: object = {}): object => ({
  tag: 'button',
  text: plain(text),
  behaviors: [{ type: 'callback', value }],
  ...more,
});
