// The product as a process of its own behind a stand-in that lives on in this one: it can be killed and started again.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Platform, type PlatformOptions, startPlatform } from '../../sandbox/platform.ts';
import type { Store } from '../../src/store/books.ts';
import { openStore } from '../../src/store/open.ts';
import { type Player, playAt } from './player.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** A house whose product is another process. */
export interface FarHouse {
  readonly platform: Platform;
  readonly play: Player;
  readonly folder: string;
  readonly databaseUrl: string;
  /** The books, on connections of this process. Open after the first start. */
  store(): Store;
  /** Starts the product; true when it is ready, false if it ended before. */
  start(): Promise<boolean>;
  /** Ends it without a word to it, as a power cut does. */
  kill(): Promise<void>;
  /** The port of its site and its process id, while it runs. */
  running(): { readonly port: number; readonly pid: number } | null;
  close(): Promise<void>;
}

/** How to open one; `at` is the office's time, `databaseUrl` defaults to SQLite in a folder of its own. */
export interface FarHouseOptions {
  readonly at?: string;
  readonly databaseUrl?: string;
  readonly platform?: PlatformOptions;
}

/** Opens the stand-in; the product is started by `start`. */
export async function openFarHouse(options: FarHouseOptions = {}): Promise<FarHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-far-'));
  const databaseUrl = options.databaseUrl ?? `sqlite:${path.join(folder, 'office.db')}`;
  const offsetMs = Date.parse(options.at ?? '2026-03-16T09:00:00+08:00') - Date.now();
  let child: ChildProcess | null = null;
  let port = 0;
  let books: Store | null = null;
  const tellTime = (to: ChildProcess | null): void => {
    if (to?.connected) to.send({ kind: 'clock', offsetMs: platform.state.clock.view().offsetMs }, () => undefined);
  };
  const platform = await startPlatform({ ...options.platform, offsetMs, onClock: () => tellTime(child) });

  async function start(): Promise<boolean> {
    const born = forkProduct(productEnvironment(platform, databaseUrl));
    child = born;
    tellTime(born);
    const ready = await new Promise<number | null>((resolve) => {
      born.on('message', (message: { kind?: string; port?: number }) => {
        if (message.kind === 'ready') resolve(message.port ?? 0);
      });
      born.once('exit', () => resolve(null));
    });
    if (ready === null) return false;
    port = ready;
    books ??= await openStore(databaseUrl);
    return true;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const dying = child;
    child = null;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill(signal);
    await gone;
  }

  return {
    platform,
    play: playAt(platform.url),
    folder,
    databaseUrl,
    start,
    store() {
      if (books === null) throw new Error('the product has not been started yet');
      return books;
    },
    kill: () => end('SIGKILL'),
    running: () => (child?.pid && port > 0 ? { port, pid: child.pid } : null),
    async close() {
      await end('SIGTERM');
      await books?.close();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The environment of a product that has the stand-in for its platform. */
export function productEnvironment(platform: Platform, databaseUrl: string): Record<string, string> {
  return {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    FEISHU_APP_ID: platform.app.appId,
    FEISHU_APP_SECRET: platform.app.appSecret,
    FEISHU_BASE_URL: platform.url,
    MINGQIAN_ADMINS: `feishu:ou_${'P001'.padStart(32, '0')}`,
    MINGQIAN_CLOCK: 'parent',
    LOG_LEVEL: process.env['HOUSE_LOG'] ?? 'silent',
  };
}

/** Asked once: a build does not change under a running test. */
let isFresh: boolean | null = null;

/** The built product, or its sources where nothing is built or the build is older than they are. */
export function forkProduct(env: Record<string, string>): ChildProcess {
  const whole = { ...process.env, ...env };
  isFresh ??= isBuilt();
  if (isFresh) return fork(path.join(ROOT, 'dist/main.js'), [], { env: whole, execArgv: [] });
  return fork(path.join(ROOT, 'src/main.ts'), [], { env: whole, execArgv: ['--import', 'tsx'] });
}

/** Whether `dist` is as new as every file of `src`. */
function isBuilt(): boolean {
  const built = statSync(path.join(ROOT, 'dist/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return sources.every((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs <= built);
}
