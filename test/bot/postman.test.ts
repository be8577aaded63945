// The postman's patience: how long it waits, and that an outage of any length loses nothing.
import { assert, integer, property } from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Door, SendOutcome } from '../../src/bot/door.ts';
import { openPostman, waitOf } from '../../src/bot/postman.ts';
import { openOffice, type TestOffice } from '../support/office.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const CARD = { kind: 'card', card: { title: '示例', preview: '示例', blocks: [] } } as const;
const TEN_MINUTES = 600_000;
let fresh: FreshStore;
let office: TestOffice;
let outcome: SendOutcome;
let aheadMs = 0;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  const still = await openOffice(fresh.store);
  aheadMs = 0;
  office = { ...still, now: () => new Date(still.now().getTime() + aheadMs) };
});
afterEach(() => fresh.close());

/** A postman whose platform answers as `outcome` says. */
function postman(): ReturnType<typeof openPostman> {
  const door: Door = {
    platform: 'feishu',
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    send: () => Promise.resolve(outcome),
    update: () => Promise.resolve(outcome),
    download: () => Promise.resolve(null),
    lookUp: () => Promise.resolve(new Map()),
    state: () => ({ isConnected: true, since: null, lastEventAt: null }),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return openPostman({ office, log, doors: () => [door], render: () => Promise.resolve(CARD) });
}

async function carry(carrier: ReturnType<typeof openPostman>): Promise<void> {
  carrier.kick();
  await carrier.idle();
}

test('tries come further and further apart, never sooner than the platform asks and never further than ten minutes of our own', () => {
  assert(
    property(integer({ min: 1, max: 90_000_000 }), integer({ min: 0, max: 500 }), (afterMs, tries) => {
      const wait = waitOf(afterMs, tries);
      expect(wait).toBeGreaterThanOrEqual(afterMs);
      expect(wait).toBeLessThanOrEqual(Math.max(afterMs, TEN_MINUTES));
      expect(waitOf(afterMs, tries + 1)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

test('a platform that is away for a day loses no message', async () => {
  const to = { kind: 'account', platform: 'feishu', account: 'ou_1' } as const;
  await fresh.store.work((books) => books.outbox.add({ key: 'k', to, notice: { face: 'help', about: '' }, madeAt: office.now() }));
  const carrier = postman();
  outcome = { kind: 'again', afterMs: 5_000, why: 'unreachable' };
  for (let minute = 0; minute < 24 * 60; minute += 10) {
    aheadMs = minute * 60_000;
    await carry(carrier);
  }
  expect((await fresh.store.read((books) => books.outbox.get('k')))?.state).toBe('waiting');
  outcome = { kind: 'sent', message: 'om_1' };
  aheadMs += TEN_MINUTES + 1000;
  await carry(carrier);
  expect(await fresh.store.read((books) => books.outbox.get('k'))).toMatchObject({ state: 'sent', message: 'om_1' });
  await carrier.stop();
});

test('what an administrator has mended goes out after a restart; what can never go stays for people to see', async () => {
  const to = { kind: 'account', platform: 'feishu', account: 'ou_1' } as const;
  for (const key of ['mendable', 'hopeless']) {
    await fresh.store.work((books) => books.outbox.add({ key, to, notice: { face: 'help', about: '' }, madeAt: office.now() }));
  }
  await fresh.store.work(async (books) => {
    await books.outbox.park('mendable', 'not-available 230013');
    await books.outbox.park('hopeless', 'card-refused 230099');
  });
  outcome = { kind: 'sent', message: 'om_2' };
  const carrier = postman();
  await carrier.retryMended();
  await carrier.idle();
  const states = await fresh.store.read(async ({ outbox }) => [
    (await outbox.get('mendable'))?.state,
    (await outbox.get('hopeless'))?.state,
  ]);
  expect(states).toEqual(['sent', 'parked']);
  await carrier.stop();
});
