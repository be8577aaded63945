// The postman: carries the outbox to the platforms. A row is the notice and, once sent, the proof that it was.
import { createHash, randomUUID } from 'node:crypto';
import type { Notice, Recipient } from '../domain/notice.ts';
import type { Person, Platform } from '../domain/person.ts';
import { bindByMobile } from '../flows/bind-by-mobile.ts';
import type { Office } from '../flows/office.ts';
import { type Log, traced } from '../log.ts';
import type { Door, Outgoing, SendOutcome, Target } from './door.ts';

type Row = Awaited<ReturnType<Parameters<Parameters<Office['store']['read']>[0]>[0]['outbox']['lease']>>[number];

/** What the postman needs. */
export interface PostmanTools {
  readonly office: Office;
  readonly log: Log;
  readonly doors: () => readonly Door[];
  /** A card, a text, or a file with its bytes, as that person may see it now. */
  readonly render: (notice: Notice, viewer: Person | null) => Promise<Outgoing>;
}

export interface Postman {
  /** There may be something to carry. */
  kick(): void;
  /** Draws sent copies of a card anew, all but one. */
  refresh(face: string, about: string, except: string | null): Promise<void>;
  /** Looks up the accounts of people who have a mobile number and no account yet. */
  bindNewcomers(platform: Platform): Promise<void>;
  /** Rows that waited for their person to have an account are due at once. */
  releaseBound(): Promise<void>;
  /** Rows parked for what an administrator may have mended meanwhile are due again: for the start. */
  retryMended(): Promise<void>;
  /** Resolves when nothing due is left. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

const LEASE_MS = 60_000;
const BATCH = 20;
/** Why a row is parked whose person has no account yet; it goes out when he has. */
const NOT_BOUND = 'not-bound';
/** The platform lets a card be changed for 14 days; older ones say so when they are pressed. */
const CARD_LIFE_MS = 14 * 24 * 3600_000;
/** Tries come further and further apart, but never further than this: an outage of any length loses nothing. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** Reasons an administrator can mend on the platform; rows parked for them are tried anew at each start. */
const MENDABLE = /^(not-available|bot-|scope-|no-permission|ip-|app-|card-not-rendered)/;

/** Opens the postman. */
export function openPostman(tools: PostmanTools): Postman {
  const owner = randomUUID();
  let running: Promise<void> | null = null;
  let again = false;
  let isStopped = false;

  const round = async (): Promise<void> => {
    do {
      again = false;
      while (!isStopped && (await carryBatch(tools, owner))) again = true;
    } while (again && !isStopped);
  };
  const kick = (): void => {
    if (isStopped) return;
    again = true;
    running ??= round()
      .catch((error: unknown) => tools.log.error('post-failed', { ...traced(error) }))
      .finally(() => {
        running = null;
      });
  };

  return {
    kick,
    refresh: (face, about, except) => refreshCopies(tools, face, about, except),
    async bindNewcomers(platform) {
      await bindNewcomers(tools, platform);
      await releaseBound(tools);
      kick();
    },
    async releaseBound() {
      await releaseBound(tools);
      kick();
    },
    async retryMended() {
      await retryMended(tools);
      kick();
    },
    async idle() {
      while (running) await running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}

/** Leases a batch and sends it: one recipient's rows in order, recipients side by side. True if there was any. */
async function carryBatch(tools: PostmanTools, owner: string): Promise<boolean> {
  const now = tools.office.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const rows = await tools.office.store.work((books) => books.outbox.lease(owner, now, until, BATCH));
  const byRecipient = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.to);
    byRecipient.set(key, [...(byRecipient.get(key) ?? []), row]);
  }
  await Promise.all(
    [...byRecipient.values()].map(async (mine) => {
      for (const row of mine) await carry(tools, row);
    }),
  );
  return rows.length > 0;
}

async function carry(tools: PostmanTools, row: Row): Promise<void> {
  const outcome = await tryToSend(tools, row).catch((error: unknown): SendOutcome => {
    tools.log.error('render-failed', { key: row.key, face: row.notice.face, ...traced(error) });
    return { kind: 'again', afterMs: 60_000, why: 'render-failed' };
  });
  const now = tools.office.now();
  await tools.office.store.work(async (books) => {
    if (outcome.kind === 'sent') await books.outbox.sent(row.key, outcome.message, now);
    else if (outcome.kind === 'never') await books.outbox.park(row.key, outcome.why);
    else await books.outbox.again(row.key, new Date(now.getTime() + waitOf(outcome.afterMs, row.tries)), outcome.why);
  });
  if (outcome.kind !== 'sent') tools.log.warn('post-not-sent', { key: row.key, face: row.notice.face, why: outcome.why });
}

async function tryToSend(tools: PostmanTools, row: Row): Promise<SendOutcome> {
  const viewer = await viewerOf(tools, row.to);
  const way = wayTo(tools, row, viewer);
  if (!way) return { kind: 'never', why: NOT_BOUND };
  return way.door.send(way.target, await tools.render(row.notice, viewer), uuidOf(row.key));
}

/** What the platform asks for, doubled with each failed try up to the longest wait; more only if the platform asks for more. */
export function waitOf(afterMs: number, tries: number): number {
  return Math.max(afterMs, Math.min(afterMs * 2 ** Math.min(tries, 12), LONGEST_WAIT_MS));
}

/** Stable over retries, so that the platform drops the second of two. At most 50 characters. */
export function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40);
}

async function viewerOf(tools: PostmanTools, to: Recipient): Promise<Person | null> {
  return tools.office.store.read(async (books) => {
    if (to.kind === 'person') return books.people.get(to.person);
    if (to.kind === 'account') return books.people.byAccount(to.platform, to.account);
    return null;
  });
}

function wayTo(tools: PostmanTools, row: Row, viewer: Person | null): { readonly door: Door; readonly target: Target } | null {
  for (const door of tools.doors()) {
    const target = targetOn(door.platform, row, viewer);
    if (target) return { door, target };
  }
  return null;
}

function targetOn(platform: Platform, row: Row, viewer: Person | null): Target | null {
  const { to } = row;
  if (to.kind === 'person') {
    const account = viewer?.[platform];
    return account ? { kind: 'account', account } : null;
  }
  if (to.platform !== platform) return null;
  if (row.replyTo) return { kind: 'reply', message: row.replyTo };
  return to.kind === 'account' ? { kind: 'account', account: to.account } : { kind: 'chat', chat: to.chat };
}

async function refreshCopies(tools: PostmanTools, face: string, about: string, except: string | null): Promise<void> {
  const oldest = tools.office.now().getTime() - CARD_LIFE_MS;
  const copies = (await tools.office.store.read((books) => books.outbox.copies(face, about))).filter(
    ({ sentAt }) => sentAt !== null && sentAt.getTime() > oldest,
  );
  for (const row of copies) {
    if (!row.message || row.message === except) continue;
    const viewer = await viewerOf(tools, row.to);
    const what = await tools.render(row.notice, viewer);
    const way = wayTo(tools, row, viewer);
    if (what.kind !== 'card' || !way) continue;
    const outcome = await way.door.update(row.message, what.card);
    if (outcome.kind !== 'sent') tools.log.warn('refresh-failed', { key: row.key, why: outcome.why });
  }
}

async function bindNewcomers(tools: PostmanTools, platform: Platform): Promise<void> {
  const door = tools.doors().find((each) => each.platform === platform);
  if (!door) return;
  const people = await tools.office.store.read((books) => books.people.all());
  const mobiles = people
    .filter((person) => person.mobile && !person[platform] && person.status !== 'left')
    .map((person) => person.mobile ?? '');
  if (mobiles.length === 0) return;
  await bindByMobile(tools.office, platform, await door.lookUp(mobiles));
}

async function releaseBound(tools: PostmanTools): Promise<void> {
  const now = tools.office.now();
  const platforms = tools.doors().map((door) => door.platform);
  await tools.office.store.work(async (books) => {
    for (const row of await books.outbox.parked()) {
      if (row.trouble !== NOT_BOUND || row.to.kind !== 'person') continue;
      const person = await books.people.get(row.to.person);
      if (platforms.some((platform) => person?.[platform])) await books.outbox.unpark(row.key, now);
    }
  });
}

async function retryMended(tools: PostmanTools): Promise<void> {
  const now = tools.office.now();
  await tools.office.store.work(async (books) => {
    for (const row of await books.outbox.parked()) if (MENDABLE.test(row.trouble ?? '')) await books.outbox.unpark(row.key, now);
  });
}
