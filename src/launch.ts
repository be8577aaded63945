// What `npm start` runs: the product; and, where no platform is configured, the stand-in platform in front of it.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { dayOf, instantOf } from './domain/day.ts';
import { freePort } from './free-port.ts';
import { childEnvironment, readEnvironment, type Settings } from './settings/environment.ts';
import { loadOffice } from './settings/office.ts';
import { isClock } from './time.ts';

/** The stand-in's app and its first administrator: 示例 throughout, and only ever on loopback. */
const STAND_IN_APP = 'cli_0123456789abcdef';
const STAND_IN_ADMIN = `feishu:ou_${'P001'.padStart(32, '0')}`;

/** How far ahead a trial has to know the holidays, for its deadlines to be computed. */
const TRIAL_DAYS = 31;

const here = import.meta.dirname;
const environment = readEnvironment();

// With a mistake in the environment the product itself says what it is, and ends.
if (!environment.ok || environment.value.feishu || environment.value.dingtalk) await import(path.join(here, 'main.js'));
else await launchWithStandIn(environment.value).catch(() => (process.exitCode ||= 1));

/** Starts the stand-in on PORT and the product behind it on a free port; ends both when one ends. */
async function launchWithStandIn(settings: Settings): Promise<void> {
  const secret = randomBytes(16).toString('hex');
  const productPort = await freePort();
  const standIn = fork(
    path.join(here, 'sandbox', 'main.js'),
    [
      '--port',
      String(settings.port),
      '--product',
      `http://127.0.0.1:${productPort}`,
      '--data',
      standInData(settings.databaseUrl),
      '--app-id',
      STAND_IN_APP,
      '--offset-ms',
      String(trialOffset()),
    ],
    { env: childEnvironment({ SANDBOX_APP_SECRET: secret }) },
  );
  const [{ port }, clock] = await Promise.all([
    once<{ kind: 'listening'; port: number }>(standIn, 'listening'),
    once<{ kind: 'clock'; offsetMs: number }>(standIn, 'clock'),
  ]);
  const front = `http://127.0.0.1:${port}`;
  const product = fork(path.join(here, 'main.js'), [], {
    env: childEnvironment({
      PORT: String(productPort),
      HOST: '127.0.0.1',
      PUBLIC_URL: front,
      FEISHU_APP_ID: STAND_IN_APP,
      FEISHU_APP_SECRET: secret,
      FEISHU_BASE_URL: front,
      MINGQIAN_ADMINS: STAND_IN_ADMIN,
      MINGQIAN_CLOCK: 'parent',
    }),
  });
  standIn.on('message', (message) => {
    if (isClock(message) && product.connected) product.send(message);
  });
  product.send(clock);
  await once(product, 'ready');
  process.stdout.write(welcome(front));
  endTogether(standIn, product);
}

function welcome(front: string): string {
  return [
    '',
    '明签已启动（试用：站内模拟飞书，数据均为示例，只在本机可见）',
    `  聊天页面  ${front}/sandbox`,
    `  公示网站  ${front}/`,
    '按 Ctrl+C 停止。',
    '',
  ].join('\n');
}

/** Resolves with the first message of that kind. */
function once<T>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { kind?: string }) => {
      if (message.kind === kind) resolve(message as T);
    });
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      reject(new Error(`child ended with ${code}`));
    });
  });
}

function endTogether(...children: readonly ChildProcess[]): void {
  const endAll = (): void => {
    for (const child of children) child.kill('SIGTERM');
  };
  process.once('SIGINT', endAll);
  process.once('SIGTERM', endAll);
  for (const child of children) {
    child.once('exit', (code) => {
      process.exitCode ??= code ?? 0;
      endAll();
    });
  }
}

/** The stand-in keeps its chats beside the product's database, in a file of its own. */
function standInData(databaseUrl: string): string {
  const folder = databaseUrl.startsWith('sqlite:') ? path.dirname(databaseUrl.slice('sqlite:'.length)) : 'data';
  return path.join(folder, 'stand-in.jsonl');
}

/** 0, or the way back to a March whose holidays are known: a trial must not end in a year that refuses to count working days. */
function trialOffset(): number {
  const config = loadOffice(path.join(here, '..', 'config'));
  const years = config.ok ? config.value.rules.calendar.years : [];
  const end = Number(dayOf(new Date(Date.now() + TRIAL_DAYS * 86_400_000)).slice(0, 4));
  if (years.length === 0 || years.includes(end)) return 0;
  return instantOf(`${Math.max(...years)}-03-16`, '09:00').getTime() - Date.now();
}
