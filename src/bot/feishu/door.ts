// The Feishu door: opens the SDK, listens by long connection or webhook, and sends; it translates and decides nothing.
import type { Act, Card } from '../../cards/card.ts';
import type { Log } from '../../log.ts';
import type { Desk, Door } from '../door.ts';
import { dig } from './call-result.ts';
import { type Connection, type ConnectionTimes, superviseConnection, USUAL_TIMES } from './connection.ts';
import { draining } from './draining.ts';
import { download, lookUp } from './fetching.ts';
import { type LimiterPace, openLimiter, USUAL_PACE } from './limiter.ts';
import { eventHandlers } from './receiving.ts';
import { botIdIn, openSdk, type Sdk } from './sdk.ts';
import { openSending } from './sending.ts';
import type { WebhookKeys } from './verify-webhook.ts';
import { openWebhook, type WebhookHandler } from './webhook.ts';

/** How the platform reaches us. A webhook demands both keys. */
export type FeishuMode =
  | { readonly mode: 'ws' }
  | { readonly mode: 'webhook'; readonly encryptKey: string; readonly verificationToken: string };

/** What the door needs. `baseUrl` is `https://open.feishu.cn` but for tests; `decodeAct` gives null for what is not ours. */
export type FeishuDoorOptions = FeishuMode & {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string;
  readonly render: (card: Card) => unknown;
  readonly decodeAct: (value: unknown, name: string | undefined) => Act | null;
  readonly log: Log;
  readonly now: () => Date;
  readonly times?: Partial<FeishuTimes>;
  readonly pace?: LimiterPace;
};

/** All in milliseconds; tests shorten them. */
export interface FeishuTimes extends ConnectionTimes {
  readonly call: number;
  readonly pingTimeout: number;
  readonly handshake: number;
  /** How long the desk may think about a press before the person is told that it was received. */
  readonly press: number;
  /** How long after connecting it is asked whether another process is connected too. */
  readonly census: number;
}

/** Calls 10 s, pings 25 s, presses 2 s (the platform's limit is 3 s). */
const USUAL_FEISHU_TIMES: FeishuTimes = {
  ...USUAL_TIMES,
  call: 10_000,
  pingTimeout: 25_000,
  handshake: 15_000,
  press: 2_000,
  census: 10_000,
};

/** A door that may be listening by webhook: mount `webhook()` at the address given to the platform. */
export interface FeishuDoor extends Door {
  webhook(): WebhookHandler;
}

/** Opens the door; nothing is heard or connected before `start`. */
export function openFeishuDoor(options: FeishuDoorOptions): FeishuDoor {
  const { appId, render, decodeAct, log, now } = options;
  const times = { ...USUAL_FEISHU_TIMES, ...options.times };
  const limiter = openLimiter(options.pace ?? USUAL_PACE);
  let desk: Desk | null = null;
  let openSince: Date | null = null;
  let lastEventAt: Date | null = null;
  let botId: string | null = null;
  let census: NodeJS.Timeout | undefined;

  const heard = () => {
    lastEventAt = now();
  };
  const receiving = eventHandlers({
    appId,
    desk: () => desk,
    botId: async () => (botId ??= await askWhoWeAre(sdk)),
    decodeAct,
    presses: (open) => ({ desk: open, sending, render, log, deadlineMs: times.press }),
    heard,
    now,
    log,
  });
  const { handlers, drained } = draining(receiving);
  const sdk = openSdk(
    { ...options, timeoutMs: times.call, pingTimeoutMs: times.pingTimeout, handshakeTimeoutMs: times.handshake },
    handlers,
  );
  const sending = openSending(sdk, limiter, render, log);
  const whenUp = () => {
    clearTimeout(census);
    census = setTimeout(() => void warnOfOthers(sdk, log), times.census);
  };
  const connection: Connection | null =
    options.mode === 'ws' ? superviseConnection({ open: (line) => sdk.connect(line), whenUp, times, now, log }) : null;

  return {
    platform: 'feishu',
    start: async (theDesk) => {
      desk = theDesk;
      openSince = now();
      connection?.start();
    },
    stop: async () => {
      // From here on nothing new is taken: the platform pushes it again, to whoever comes after us.
      desk = null;
      openSince = null;
      await drained();
      connection?.stop();
      clearTimeout(census);
    },
    send: (to, what, uuid) => sending.send(to, what, uuid),
    update: (message, card) => sending.update(message, card),
    download: (message, file, isImage, limit) => download(sdk, message, file, isImage, limit),
    lookUp: (mobiles) => lookUp(sdk, limiter, mobiles),
    state: () => ({ ...(connection?.state() ?? { isConnected: openSince !== null, since: openSince }), lastEventAt }),
    webhook: () => openWebhook(webhookKeys(options), sdk.dispatcher, now, log),
  };
}

async function askWhoWeAre(sdk: Sdk): Promise<string> {
  const result = await sdk.call({ method: 'GET', path: '/open-apis/bot/v3/info' });
  const id = result.kind === 'ok' ? botIdIn(result.body) : null;
  if (id === null) throw new Error('the platform does not say who we are');
  return id;
}

/** Each event goes to one connection only, so a second process of the same app swallows half of them. */
async function warnOfOthers(sdk: Sdk, log: Log): Promise<void> {
  const result = await sdk.call({ method: 'GET', path: '/open-apis/event/v1/connection' });
  const count = result.kind === 'ok' ? dig(result.body, 'data', 'online_instance_cnt') : null;
  if (typeof count === 'number' && count > 1) log.warn('feishu-other-instance', { count });
}

function webhookKeys(options: FeishuDoorOptions): WebhookKeys {
  if (options.mode !== 'webhook') throw new Error('the door listens by long connection');
  return { appId: options.appId, encryptKey: options.encryptKey, verificationToken: options.verificationToken };
}
