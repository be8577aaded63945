// The desk: takes what the doors bring, once each, works on it in order for each chat, and answers.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../cards/card.ts';
import { toastOf } from '../cards/toasts.ts';
import { withTyped } from '../cards/typed.ts';
import type { Notice } from '../domain/notice.ts';
import type { Person } from '../domain/person.ts';
import type { Office } from '../flows/office.ts';
import { type Log, traced } from '../log.ts';
import { actOn } from './acts/dispatch.ts';
import type { Computing } from './computing.ts';
import type { Desk, Door } from './door.ts';
import type { EvidenceFolder } from './evidence-folder.ts';
import type { Incoming, PressAnswer } from './incoming.ts';
import type { Postman } from './postman.ts';
import { thaw } from './thaw.ts';
import { type Answer, accountOf, EndedAlready, type Ending, end, throughWith } from './turn.ts';

type Books = Parameters<Parameters<Office['store']['work']>[0]>[0];
type Press = Extract<Incoming, { kind: 'press' }>;
type Taken = Exclude<Incoming, { kind: 'press' }>;

/** What the desk needs. `render` makes the card of a notice as that person may see it. */
export interface DeskTools {
  readonly office: Office;
  readonly postman: Postman;
  readonly log: Log;
  readonly doors: () => readonly Door[];
  readonly render: (notice: Notice, viewer: Person | null) => Promise<Card>;
  readonly keep: EvidenceFolder;
  readonly computing: Computing;
}

/** A desk that can also take up what a restart left lying, and be waited for. */
export interface OpenDesk extends Desk {
  resume(): Promise<void>;
  idle(): Promise<void>;
}

/** How often an event is tried before it is left for people to see. */
const MAX_TRIES = 3;
/** Between two tries; twice as long before the third. */
const PAUSE_MS = 200;

/** Opens the desk. */
export function openDesk(tools: DeskTools): OpenDesk {
  const { office, log } = tools;
  const queues = new Map<string, Promise<void>>();

  const enqueue = (chat: string, key: string): void => {
    const before = queues.get(chat) ?? Promise.resolve();
    const mine = before.then(() => workOn(tools, key)).catch((error: unknown) => log.error('event-failed', { key, ...traced(error) }));
    queues.set(chat, mine);
    void mine.then(() => queues.get(chat) === mine && queues.delete(chat));
  };

  return {
    async take(incoming) {
      const row = { key: incoming.key, chat: queueOf(incoming), body: incoming, receivedAt: office.now() };
      if (await office.store.work((books) => books.inbox.take(row))) enqueue(row.chat, row.key);
      else log.info('event-repeated', { key: incoming.key });
    },
    press: (incoming) => answerPress(tools, incoming),
    async resume() {
      for (const row of await office.store.read((books) => books.inbox.waiting(10_000))) enqueue(row.chat, row.key);
    },
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

/** Events of one chat wait for each other; menu presses of one person do. */
function queueOf(incoming: Taken): string {
  return `${incoming.platform}:${'chat' in incoming ? incoming.chat : incoming.account}`;
}

/** Works on one stored event until it is done, failed three times, or found done already. */
async function workOn(tools: DeskTools, key: string): Promise<void> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
    const row = await tools.office.store.read((books) => books.inbox.get(key));
    if (row?.state !== 'waiting') return;
    try {
      const incoming = thaw(row.body) as Taken;
      const answer = await turnOf(tools, incoming, messageEnding(tools, incoming));
      tools.postman.kick();
      await afterwards(tools, incoming, answer, null);
      return;
    } catch (error) {
      if (error instanceof EndedAlready) return;
      tools.log.error('event-failed', { key, ...traced(error) });
      await countFailure(tools, key, error instanceof Error ? error.name : 'unknown');
    }
    // A database that is locked for a moment is not locked any more after another.
    await sleep(PAUSE_MS * (attempt + 1));
  }
}

/** With the third failure, and in its transaction, the person hears of it: nothing is lost, the event stays in the inbox. */
async function countFailure(tools: DeskTools, key: string, why: string): Promise<void> {
  const madeAt = tools.office.now();
  await tools.office.store.work(async (books) => {
    await books.inbox.fail(key, why);
    const row = await books.inbox.get(key);
    if (row?.state !== 'failed') return;
    const notice: Notice = { face: 'refused', about: '', extra: { kind: 'internal' } };
    await books.outbox.add({ key: `failed:${key}`, to: accountOf(thaw(row.body) as Taken), notice, madeAt });
  });
  tools.postman.kick();
}

/** A message is answered by a message: a row of the outbox, in the transaction of the change. */
function messageEnding(tools: DeskTools, incoming: Taken): Ending {
  return {
    close: (books) => books.inbox.close(incoming.key),
    async answer(books, answer) {
      await sendToOthers(tools, books, incoming, answer);
      const { notice } = answer;
      if (!notice) return;
      const madeAt = tools.office.now();
      const key = `reply:${incoming.key}`;
      if (!('message' in incoming) || !incoming.isGroup) {
        await books.outbox.add({ key, to: accountOf(incoming), notice, madeAt });
        return;
      }
      const inGroup = isForEverybody(notice) ? notice : ANSWERED_PRIVATELY;
      const to = { kind: 'chat', platform: incoming.platform, chat: incoming.chat } as const;
      await books.outbox.add({ key, to, notice: inGroup, replyTo: incoming.message, madeAt });
      if (inGroup !== notice) await books.outbox.add({ key: `private:${key}`, to: accountOf(incoming), notice, madeAt });
    },
  };
}

/** A press is stored and ended in the transaction of its change; it is answered inside the callback. */
function pressEnding(tools: DeskTools, incoming: Press): Ending {
  return {
    async close(books) {
      const row = { key: incoming.key, chat: incoming.chat, body: null, receivedAt: tools.office.now() };
      return (await books.inbox.take(row)) && (await books.inbox.close(incoming.key));
    },
    answer: (books, answer) => sendToOthers(tools, books, incoming, answer),
  };
}

async function sendToOthers(tools: DeskTools, books: Books, { key }: Pick<Incoming, 'key'>, { sends = [] }: Answer): Promise<void> {
  for (const [index, { to, notice }] of sends.entries()) {
    await books.outbox.add({ key: `send:${key}:${index}`, to, notice, madeAt: tools.office.now() });
  }
}

async function turnOf(tools: DeskTools, incoming: Incoming, ending: Ending): Promise<Answer> {
  const { office } = tools;
  const by = await office.store.read((books) => books.people.byAccount(incoming.platform, incoming.account));
  const through = throughWith(office, ending);
  const answer = await actOn({ incoming, by, office, doors: tools.doors(), keep: tools.keep, computing: tools.computing }, through);
  return answer.isEnded ? answer : end(office, ending, answer);
}

async function answerPress(tools: DeskTools, incoming: Press): Promise<PressAnswer<Card>> {
  try {
    const answer = await turnOf(tools, incoming, pressEnding(tools, incoming));
    tools.postman.kick();
    void afterwards(tools, incoming, answer, incoming.message).catch((error: unknown) =>
      tools.log.error('refresh-failed', { ...traced(error) }),
    );
    return await shown(tools, incoming, answer);
  } catch (error) {
    if (error instanceof EndedAlready) return shown(tools, incoming, { notice: null });
    throw error;
  }
}

/** A refusal is a toast over the card as it is now; anything else is the card in its new state. */
async function shown(tools: DeskTools, incoming: Press, answer: Answer): Promise<PressAnswer<Card>> {
  const { office, render } = tools;
  const [sent, by] = await office.store.read(
    async (books) =>
      [await books.outbox.byMessage(incoming.message), await books.people.byAccount(incoming.platform, incoming.account)] as const,
  );
  const viewer = sent?.to.kind === 'chat' ? null : by;
  // A card that the books do not know (a restored backup, a kill before it was noted) is left as it is: whose it was is not known.
  if (!sent && answer.notice?.face !== 'refused') return answer.toast ? { toast: toastOf(answer.toast) } : {};
  if (answer.notice?.face === 'refused') {
    const refused = await render(answer.notice, viewer);
    const toast = { look: 'error', text: refused.preview } as const;
    const under = answer.under ?? sent?.notice;
    const isTyped = Object.keys(incoming.form).length > 0;
    // What was typed stays on the screen; a stale form, which could never be sent, comes anew with the same words in it.
    if (!sent || !under || (isTyped && answer.notice.extra?.['kind'] !== 'stale')) return { toast };
    return { toast, card: withTyped(await render(under, viewer), incoming.form) };
  }
  const notice = answer.notice ?? sent?.notice;
  return { ...(answer.toast ? { toast: toastOf(answer.toast) } : {}), ...(notice ? { card: await render(notice, viewer) } : {}) };
}

/** Faces that a group may see; they look the same to everybody. All others are answered in private. */
const FOR_EVERYBODY: ReadonlySet<Notice['face']> = new Set([
  'help',
  'refused',
  'greeting',
  'lock',
  'settled',
  'choose-group',
  'draw-check',
  'notice-text',
]);

/** A refusal that names colleagues is for the one who asked. */
function isForEverybody({ face, extra }: Notice): boolean {
  return FOR_EVERYBODY.has(face) && !(face === 'refused' && extra?.['kind'] === 'cannot-staff');
}

const ANSWERED_PRIVATELY: Notice = { face: 'notice-text', about: '', extra: { key: 'answered-privately' } };

const NOT_FINISHED: Notice = { face: 'notice-text', about: '', extra: { key: 'not-finished' } };

/** What took longer than an answer: its cards are sent and drawn anew once those before them are out. */
async function finish(tools: DeskTools, incoming: Incoming, later: NonNullable<Answer['later']>, word = 'later'): Promise<void> {
  const answer = await later();
  const sends = { key: `${word}:${incoming.key}` };
  await tools.office.store.work((books) => sendToOthers(tools, books, sends, answer));
  tools.postman.kick();
  await tools.postman.idle();
  for (const touched of answer.touches ?? []) await tools.postman.refresh(touched.face, touched.about, null);
}

/** What needs no transaction of its own: other live copies are drawn anew, new people are looked up. */
async function afterwards(tools: DeskTools, incoming: Incoming, answer: Answer, pressed: string | null): Promise<void> {
  const { later } = answer;
  if (later) {
    const failed: Answer = { notice: null, sends: [{ to: accountOf(incoming), notice: NOT_FINISHED }], touches: answer.touches ?? [] };
    tools.computing.later(
      () => finish(tools, incoming, later),
      () => finish(tools, incoming, () => Promise.resolve(failed), 'failed-later'),
    );
  }
  for (const touched of answer.touches ?? []) await tools.postman.refresh(touched.face, touched.about, pressed);
  if (answer.after === 'release-bound') await tools.postman.releaseBound();
  if (answer.after === 'bind-by-mobile') await tools.postman.bindNewcomers(incoming.platform);
  if (answer.after === 'release-bound') await tools.postman.releaseBound();
}
