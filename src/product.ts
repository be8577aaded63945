// The product put together: rooms wired, started in order, stopped in reverse.
import { randomBytes, randomInt } from 'node:crypto';
import path from 'node:path';
import { isSignedAside } from './beacon/aside.ts';
import { openDrand } from './beacon/drand.ts';
import { startClock } from './bot/clock.ts';
import { openComputing } from './bot/computing.ts';
import { openDesk } from './bot/desk.ts';
import type { Door } from './bot/door.ts';
import { evidenceFolder } from './bot/evidence-folder.ts';
import { openFeishuDoor } from './bot/feishu/door.ts';
import { openPostman } from './bot/postman.ts';
import { redrawUnopened } from './bot/unopened.ts';
import { render, renderCard } from './bot/views/render.ts';
import { readAct } from './cards/act-name.ts';
import { renderFeishu } from './cards/feishu.ts';
import type { Fresh, Office } from './flows/office.ts';
import { openBootstrap, openMatters } from './flows/open-bootstrap.ts';
import { openKey } from './flows/open-key.ts';
import { type KeyPlace, newKeyName, openSigner } from './keys/checkpoint-key.ts';
import type { Log } from './log.ts';
import type { FeishuSettings, Settings } from './settings/environment.ts';
import type { OfficeConfig } from './settings/office.ts';
import { openStore } from './store/open.ts';
import type { Time } from './time.ts';
import { openHealth } from './web/health.ts';
import { startWeb } from './web/server.ts';

/** A running product. */
export interface Product {
  readonly office: Office;
  readonly port: number;
  /** Stops in reverse order; what is under way is finished, what is waiting stays in the books. */
  stop(): Promise<void>;
}

/** What a product is started with. */
export interface ProductParts {
  readonly settings: Settings;
  readonly config: OfficeConfig;
  readonly log: Log;
  readonly time: Time;
}

const chance: Fresh = {
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  code: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
};

/** Starts everything: store, doors, desk, postman, clock, web. */
export async function startProduct({ settings, config: { rules, matters }, log, time }: ProductParts): Promise<Product> {
  const store = await openStore(settings.databaseUrl);
  const site = settings.publicUrl ?? rules.office.site;
  const signer = openSigner(keyPlace(settings), newKeyName(site));
  const drand = openDrand(rules.drand, isSignedAside);
  const office: Office = { store, rules, now: time.now, fresh: chance, drand, signer };
  await openKey(office);
  await openBootstrap(office, settings.admins);
  await openMatters(office, matters);
  const feishu = settings.feishu && feishuDoor(settings.feishu, log);
  const doors: readonly Door[] = feishu ? [feishu] : [];
  const computing = openComputing({ log, now: time.now });
  const views = { office, computing, site };
  const postman = openPostman({ office, log, doors: () => doors, render: (notice, viewer) => render(views, notice, viewer) });
  const desk = openDesk({
    office,
    postman,
    log,
    doors: () => doors,
    render: (notice, viewer) => renderCard(views, notice, viewer),
    keep: evidenceFolder(path.join(dataFolder(settings.databaseUrl), 'evidence')),
    computing,
  });
  const clock = startClock({ office, desk, postman, log, platforms: () => doors.map(({ platform }) => platform) });
  time.onMoved(() => void clock.tick());
  const health = openHealth(office, () => doors.map((door) => ({ name: door.platform, isReady: door.state().isConnected, detail: '' })));
  const webhooks = feishu && settings.feishu?.mode.kind === 'webhook' ? [{ path: '/feishu/webhook', handler: feishu.webhook() }] : [];
  const web = await startWeb({ office, log, health, webhooks }, settings.host, settings.port);
  for (const door of doors) await door.start(desk);
  await redrawUnopened(office, postman);
  await desk.resume();
  await postman.retryMended();
  void clock.tick();
  log.info('started', { port: web.port, doors: doors.map(({ platform }) => platform).join(' ') });
  return {
    office,
    port: web.port,
    async stop() {
      for (const door of doors) await door.stop();
      await desk.idle();
      await computing.stop();
      await clock.stop();
      await postman.stop();
      await web.close();
      await store.close();
      log.info('stopped');
    },
  };
}

/** The door lives on the machine's time: it watches for sleep, which a clock moved on by the stand-in would look like. */
function feishuDoor(settings: FeishuSettings, log: Log) {
  const mode =
    settings.mode.kind === 'ws'
      ? ({ mode: 'ws' } as const)
      : ({ mode: 'webhook', encryptKey: settings.mode.encryptKey, verificationToken: settings.mode.verificationToken } as const);
  const { appId, appSecret, baseUrl } = settings;
  return openFeishuDoor({
    ...mode,
    appId,
    appSecret,
    baseUrl,
    render: renderFeishu,
    decodeAct: (value, name) => readAct(value, name ?? undefined),
    log,
    now: () => new Date(),
  });
}

/** Files lie beside an SQLite database, in `data/` otherwise. */
export function dataFolder(databaseUrl: string): string {
  return databaseUrl.startsWith('sqlite:') ? path.dirname(databaseUrl.slice('sqlite:'.length)) : 'data';
}

/** Where the keys that sign checkpoints are: the environment, or a file beside the database. */
export function keyPlace(settings: Pick<Settings, 'checkpointKey' | 'databaseUrl'>): KeyPlace {
  return { given: settings.checkpointKey, file: path.join(dataFolder(settings.databaseUrl), 'checkpoint.key') };
}
