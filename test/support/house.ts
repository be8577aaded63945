// A whole office in one process: the stand-in platform and the product on a database of its own, as `npm start` has them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PlatformOptions, startPlatform } from '../../sandbox/platform.ts';
import type { OfficeRules } from '../../src/domain/office-rules.ts';
import { freePort } from '../../src/free-port.ts';
import { openLog } from '../../src/log.ts';
import { startProduct } from '../../src/product.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadOffice } from '../../src/settings/office.ts';
import { type Player, playAt } from './player.ts';

const CONFIG = path.join(import.meta.dirname, '../../config');

/** A running house. */
export interface House {
  readonly platform: Awaited<ReturnType<typeof startPlatform>>;
  readonly product: Awaited<ReturnType<typeof startProduct>>;
  readonly play: Player;
  readonly folder: string;
  /** Stops the product and starts it anew on the same books. */
  restart(): Promise<void>;
  /** Puts the product's time that many ms beside the platform's: a machine whose clock was set. */
  skew(ms: number): void;
  close(): Promise<void>;
}

/** What a webhook is encrypted and signed with in tests. */
export const WEBHOOK_KEYS = { encryptKey: 'a-key-of-the-tests', verificationToken: 'a-token-of-the-tests' };

/** Starts one at a fixed moment of the office's time. `databaseUrl` defaults to SQLite in a folder of its own. */
export async function openHouse(
  options: {
    readonly at?: string;
    readonly databaseUrl?: string;
    readonly platform?: PlatformOptions;
    readonly isWebhook?: boolean;
    readonly rules?: Partial<OfficeRules>;
  } = {},
): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-house-'));
  const offsetMs = Date.parse(options.at ?? '2026-03-16T09:00:00+08:00') - Date.now();
  let skewMs = 0;
  let moved: (() => void) | null = null;
  const port = options.isWebhook ? await freePort() : 0;
  const webhook = options.isWebhook ? { url: `http://127.0.0.1:${port}/feishu/webhook`, ...WEBHOOK_KEYS } : undefined;
  const platform = await startPlatform({ ...options.platform, ...(webhook ? { webhook } : {}), offsetMs, onClock: () => moved?.() });
  const environment = readEnvironment({
    PORT: String(port),
    DATABASE_URL: options.databaseUrl ?? `sqlite:${path.join(folder, 'office.db')}`,
    FEISHU_APP_ID: platform.app.appId,
    FEISHU_APP_SECRET: platform.app.appSecret,
    FEISHU_BASE_URL: platform.url,
    MINGQIAN_ADMINS: `feishu:ou_${'P001'.padStart(32, '0')}`,
    ...(webhook
      ? { FEISHU_MODE: 'webhook', FEISHU_ENCRYPT_KEY: webhook.encryptKey, FEISHU_VERIFICATION_TOKEN: webhook.verificationToken }
      : {}),
    LOG_LEVEL: process.env['HOUSE_LOG'] ?? 'silent',
  });
  const office = loadOffice(CONFIG);
  if (!environment.ok || !office.ok) throw new Error('the settings of the house do not load');
  const time = { now: () => new Date(platform.state.clock.now() + skewMs), onMoved: (tell: () => void) => void (moved = tell) };
  const config = { ...office.value, rules: { ...office.value.rules, ...options.rules } };
  const start = () => startProduct({ settings: environment.value, config, log: openLog(environment.value.logLevel), time });
  let product = await start();
  return {
    platform,
    get product() {
      return product;
    },
    async restart() {
      await product.stop();
      product = await start();
    },
    play: playAt(platform.url),
    folder,
    skew(ms) {
      skewMs = ms;
      moved?.();
    },
    async close() {
      await product.stop();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
