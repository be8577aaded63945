// What the tests of the page share: a stand-in with a bot on the real SDK, and a browser that looks at it.
import type * as lark from '@larksuiteoapi/node-sdk';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { buildPage } from '../../sandbox/page/build.mjs';
import type { Platform, PlatformOptions } from '../../sandbox/platform.ts';
import { account, client, connect, platform } from '../sandbox/support.ts';
import { launchBrowser } from '../support/browser.ts';

/** What the bot heard of one press. */
export interface HeardPress {
  readonly operator: { readonly open_id: string };
  readonly action: {
    readonly value?: { readonly do?: string };
    readonly form_value?: Readonly<Record<string, unknown>>;
    readonly name?: string;
  };
}

/** A running world: the platform, what its bot heard, and how the bot speaks. */
export interface Scene {
  readonly running: Platform;
  readonly presses: readonly HeardPress[];
  /** Sends a card to a person's private chat; answers the message's id. */
  readonly show: (person: string, card: object) => Promise<string>;
}

/** What the bot does when it hears something. */
export interface Script {
  readonly onPress?: (press: HeardPress) => unknown;
  readonly onMessage?: (
    message: { readonly message: { readonly chat_id: string; readonly message_type: string } },
    api: lark.Client,
  ) => unknown;
}

let browser: Browser;

/** Builds the page and starts the browser, once for the test file. */
export function withBrowser(): void {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
  beforeAll(async () => {
    buildPage();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
}

/** A platform whose bot follows the script. */
export async function scene(script: Script = {}, options: PlatformOptions = {}): Promise<Scene> {
  const running = await platform(options);
  const presses: HeardPress[] = [];
  const api = client(running);
  await connect(running, {
    'card.action.trigger': (press: HeardPress) => {
      presses.push(press);
      return script.onPress?.(press) ?? {};
    },
    'im.message.receive_v1': (message: Parameters<NonNullable<Script['onMessage']>>[0]) => script.onMessage?.(message, api),
    'im.chat.access_event.bot_p2p_chat_entered_v1': () => undefined,
    'im.chat.member.bot.added_v1': () => undefined,
    'application.bot.menu_v6': () => undefined,
  });
  const show = async (person: string, card: object): Promise<string> => {
    const data = { receive_id: account(person), msg_type: 'interactive', content: JSON.stringify(card) };
    const sent = await api.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data });
    if (sent.code !== 0) throw new Error(`${sent.code} ${sent.msg}`);
    return sent.data?.message_id ?? '';
  };
  return { running, presses, show };
}

/** The id of a person's private chat with the bot. */
export const privateChat = (running: Platform, person: string): string => running.state.world.privateChatOf(person).id;

/** A window on the page; any error thrown in it fails the test. */
export async function look(running: Platform, hash: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(async () => {
    await context.close();
    if (errors.length > 0) throw new Error(errors.join('\n'));
  });
  await page.goto(`${running.url}/sandbox${hash}`);
  return page;
}
