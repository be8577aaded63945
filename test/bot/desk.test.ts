// The desk: an event is worked on until it is done or three times in vain, over faults of the database and restarts.
import { DataSource } from 'typeorm';
import { afterEach, expect, test } from 'vitest';
import { type DeskBench, openDeskBench, textFrom } from '../support/desk-bench.ts';
import { county, openOffice, type TestOffice } from '../support/office.ts';
import { samplePerson } from '../support/samples.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const ADMIN = samplePerson('P941', '示例管理员', { roles: ['admin'], certificateState: 'none', certificateUntil: null, feishu: 'ou_941' });

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;
let failures: string[];

async function open(onError: (event: string) => void = () => undefined): Promise<void> {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store, { ...county(), people: [...county().people, ADMIN] });
  failures = [];
  bench = openDeskBench(office, (event) => {
    failures.push(event);
    onError(event);
  });
}

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

/** One statement on a connection of its own, as an administrator at the database would. */
async function sql(statement: string): Promise<void> {
  const source = await new DataSource({ type: 'sqlite', database: fresh.url.slice('sqlite:'.length) }).initialize();
  try {
    await source.query(statement);
  } finally {
    await source.destroy();
  }
}

const BREAK = `CREATE TRIGGER fault BEFORE INSERT ON ledger BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`;
const MEND = 'DROP TRIGGER fault';
const stateOf = (key: string) => fresh.store.read((books) => books.inbox.get(key));
const ledger = () => fresh.store.read((books) => books.ledger.from(0, 100));

test('an event that fails once because of the database is done at the second try, once', async () => {
  let mended: Promise<void> | undefined;
  await open(() => {
    mended ??= sql(MEND);
  });
  await sql(BREAK);
  await bench.say('ou_941', '/绑定 P001');
  await mended;
  expect(failures).toEqual(['event-failed']);
  expect(await stateOf('feishu:om_said_1')).toMatchObject({ state: 'done', tries: 1 });
  expect(bench.sent.map(({ text }) => text)).toEqual([expect.stringContaining('/绑定 123456')]);
  expect((await ledger()).map(({ payload }) => payload.what)).toEqual(['code-issued']);
});

test('an event that fails three times tells its person and stays for people to see', async () => {
  await open();
  await sql(BREAK);
  await bench.say('ou_941', '/绑定 P001');
  expect(failures).toEqual(['event-failed', 'event-failed', 'event-failed']);
  expect(await stateOf('feishu:om_said_1')).toMatchObject({ state: 'failed', tries: 3, body: { text: '/绑定 P001' } });
  expect(bench.sent).toMatchObject([{ to: { kind: 'account', account: 'ou_941' }, text: expect.stringContaining('系统出了差错') }]);
  await sql(MEND);
  await bench.desk.resume();
  await bench.settle();
  expect(bench.sent).toHaveLength(1);
  expect((await fresh.store.read((books) => books.inbox.counts())).failed).toBe(1);
});

test('what was stored before a crash is worked on at the next start, in order and once', async () => {
  await open();
  const events = ['/帮助', '/待办'].map((text, n) => textFrom('ou_911', text, `feishu:om_before_${n}`, office.now()));
  await fresh.store.work(async (books) => {
    for (const body of events) await books.inbox.take({ key: body.key, chat: `feishu:${body.chat}`, body, receivedAt: office.now() });
  });
  await bench.desk.resume();
  await bench.settle();
  await bench.desk.resume();
  await bench.settle();
  expect(bench.sent.map(({ text }) => text)).toEqual([expect.stringContaining('我能帮你做什么'), expect.stringContaining('待办')]);
});

test('the platform may push an event again for half a day: so long it is remembered', async () => {
  await open();
  await bench.say('ou_911', '/帮助');
  office.at('2026-03-16T21:00');
  await bench.clock.tick();
  expect(await stateOf('feishu:om_said_1')).toMatchObject({ state: 'done' });
  await bench.desk.take(textFrom('ou_911', '/帮助', 'feishu:om_said_1', office.now()));
  await bench.settle();
  expect(bench.sent).toHaveLength(1);
  office.at('2026-03-18T09:00');
  await bench.clock.tick();
  expect(await stateOf('feishu:om_said_1')).toBeNull();
});
