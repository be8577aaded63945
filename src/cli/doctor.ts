// `mingqian doctor`: names everything that is missing or wrong before people find out.
import { existsSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { checkFeishu } from '../bot/feishu/doctor.ts';
import { dayOf } from '../domain/day.ts';
import { roundAfter } from '../domain/ssj/beacon.ts';
import { BadKey, type KeyPlace, openSigner } from '../keys/checkpoint-key.ts';
import { openLog } from '../log.ts';
import { keyPlace } from '../product.ts';
import type { FeishuSettings } from '../settings/environment.ts';
import type { OfficeConfig } from '../settings/office.ts';
import type { Store } from '../store/books.ts';
import { checkLedger } from '../store/ledger.ts';
import { openStore } from '../store/open.ts';
import { type CheckLine, sayCheck } from '../words/doctor.ts';
import { KEY_PROBLEM_WORDS } from '../words/keys.ts';
import { sayCheckpoint, sayStanding } from '../words/proofs.ts';
import { print, printJson } from './answer.ts';
import { allHold, examineCheckpoints } from './checkpoints.ts';
import { drandLine } from './doctor-drand.ts';
import { BadSettings, readSettings } from './open-office.ts';

const OLDEST_NODE = [20, 19] as const;

/** Adds the verb: exit 1 if the product would not work. */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('逐项检查设置、数据库、平台权限和日历')
    .option('--json', '输出 JSON')
    .action(async (options: { readonly json?: boolean }) => {
      const lines = await examine();
      if (options.json) printJson(lines);
      else for (const line of lines) print(sayCheck(line));
      if (lines.some(({ state }) => state === 'broken')) process.exitCode = 1;
    });
}

async function examine(): Promise<readonly CheckLine[]> {
  const node = checkNode();
  try {
    const { settings, config } = readSettings();
    const found: CheckLine[] = [
      { check: 'settings', state: 'fine', detail: '' },
      node,
      ...(await checkBooks(settings.databaseUrl, config)),
      ...keyLines(keyPlace(settings)),
      // A round that every address has had time to pass on.
      await drandLine(config.rules, roundAfter(new Date(Date.now() - 60_000))),
    ];
    const platform: readonly CheckLine[] = settings.feishu
      ? await feishuLines(settings.feishu)
      : [{ check: 'platform', state: settings.dingtalk ? 'fine' : 'warning', detail: '' }];
    return [...found, ...platform];
  } catch (error) {
    if (error instanceof BadSettings) return [{ check: 'settings', state: 'broken', detail: error.message }, node];
    throw error;
  }
}

function checkNode(): CheckLine {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return { check: 'node', state: isOld ? 'broken' : 'fine', detail: process.versions.node };
}

/** Opening brings the database to this version; the books then say what a draw still lacks. */
async function checkBooks(url: string, { rules }: OfficeConfig): Promise<readonly CheckLine[]> {
  const store = await openStore(url).catch(() => null);
  if (!store) return [{ check: 'database', state: 'broken', detail: '' }];
  try {
    const today = dayOf(new Date());
    const chain = await checkLedger(store);
    const checkpoints = await checkpointsLine(store);
    const years = [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1].filter((year) => !rules.calendar.years.includes(year));
    return await store.read(async (books): Promise<readonly CheckLine[]> => {
      const documents = (await books.documents.all()).filter(
        (one) => one.effectiveFrom <= today && (one.effectiveUntil ?? '9999') >= today,
      );
      const matters = (await books.matters.all()).filter(({ publishedOn }) => publishedOn !== null);
      return [
        { check: 'database', state: 'fine', detail: '' },
        {
          check: 'ledger',
          state: chain.kind === 'whole' ? 'fine' : 'broken',
          detail: String(chain.kind === 'whole' ? chain.entries : chain.seq),
        },
        checkpoints,
        present('admins', (await books.people.byRole('admin')).length > 0),
        { check: 'calendar', state: years.length === 0 ? 'fine' : 'warning', detail: years.join('、') },
        present('documents', documents.length > 0),
        present('matters', matters.length > 0),
        present('group', (await books.groups.announcing()) !== null),
      ];
    });
  } finally {
    await store.close();
  }
}

async function feishuLines({ appId, appSecret, baseUrl }: FeishuSettings): Promise<readonly CheckLine[]> {
  const checked = await checkFeishu({ appId, appSecret, baseUrl, log: openLog('silent'), now: () => new Date() });
  return checked.map(({ name, ok, hint }) => ({ check: `feishu-${name}` as const, state: ok ? 'fine' : 'broken', detail: hint }));
}

/** What a draw needs and the product can do without. */
function present(check: CheckLine['check'], isThere: boolean): CheckLine {
  return { check, state: isThere ? 'fine' : 'warning', detail: '' };
}

async function checkpointsLine(store: Store): Promise<CheckLine> {
  const found = await examineCheckpoints(store);
  const unsigned = found.lines.filter(({ isSigned }) => !isSigned).map(sayCheckpoint);
  return {
    check: 'checkpoints',
    state: allHold(found) ? 'fine' : 'broken',
    detail: [...unsigned, sayStanding(found.ledger)].join('；').replace(/。$/, ''),
  };
}

/** Before the first start there is no key yet, and nothing to say. */
function keyLines(place: KeyPlace): readonly CheckLine[] {
  if (place.given === null && !existsSync(place.file)) return [];
  try {
    const { vkeys } = openSigner(place, '');
    const isOpen = place.given === null && (statSync(place.file).mode & 0o077) !== 0;
    return [{ check: 'checkpoint-key', state: isOpen ? 'warning' : 'fine', detail: isOpen ? '' : vkeys.join(' ') }];
  } catch (error) {
    if (!(error instanceof BadKey)) throw error;
    return [{ check: 'checkpoint-key', state: 'broken', detail: KEY_PROBLEM_WORDS[error.problem].replace(/。$/, '') }];
  }
}
