// Opening: which addresses there are, how SQLite is set up, and what the ledger's check says.
import { expect, test } from 'vitest';
import { checkLedger } from '../../src/store/ledger.ts';
import { openEngine, openStore } from '../../src/store/open.ts';
import { freshDatabase, withOneStore } from '../support/store.ts';
import { at } from './samples.ts';

test('an address that names no database of ours is refused', async () => {
  await expect(openStore('mysql://localhost/x')).rejects.toThrow('must begin with sqlite: or postgres://');
});

test('a store in memory reads and writes on its one connection', async () => {
  const store = await openStore('sqlite::memory:');
  await store.work((books) => books.notes.put('a', 'x'));
  expect(await store.read((books) => books.notes.get('a'))).toBe('x');
  await store.close();
});

test('a SQLite file is in WAL mode, flushes every commit, and waits for other processes', async () => {
  const { url, remove } = await freshDatabase('sqlite');
  const { source, close } = await openEngine(url);
  const pragma = async (name: string) => Object.values((await source.query<object[]>(`PRAGMA ${name}`))[0] ?? {})[0] as unknown;
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('busy_timeout')).toBe(5000);
  await close();
  await remove();
});

withOneStore('an open store', (shared) => {
  test('answers a ping, a closed one does not', async () => {
    expect(await shared().store.ping()).toBe(true);
    const other = await openStore(shared().url);
    await other.close();
    expect(await other.ping()).toBe(false);
  });

  test('has an empty ledger that holds, and one that holds more entries than one slice', async () => {
    const { store } = shared();
    expect(await checkLedger(store)).toEqual({ kind: 'whole', entries: 0, head: '0'.repeat(64) });
    await store.work(async ({ ledger }) => {
      for (let i = 0; i < 501; i++) await ledger.add({ what: 'reminded', by: 'system', about: String(i) }, at);
    });
    expect(await checkLedger(store)).toMatchObject({ kind: 'whole', entries: 501 });
  }, 120_000);
});
