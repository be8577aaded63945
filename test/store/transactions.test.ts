// The experiments in which a stock TypeORM on SQLite loses rows it had reported as written, and what else a work promises.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Books, Store } from '../../src/store/books.ts';
import { checkLedger } from '../../src/store/ledger.ts';
import { withOneStore, withStores } from '../support/store.ts';
import * as samples from './samples.ts';

const put = (store: Store, name: string) => store.work((books) => books.notes.put(name, 'written'));
const names = async (store: Store) => (await store.read((books) => books.notes.named(''))).map(({ name }) => name);
const rollBack = new Error('this work rolls back');
const proof = (id: string) => ({ id, assignment: null, by: 'P007', at: samples.at, fileName: 'a.jpg', sha256: 'aa', bytes: 1 });

const parallel = (books: Books, round: string, last: string) =>
  Promise.all([1, 2, 3, 4, 5].map((n) => books.evidence.add(proof(`${round}-${n}`))).concat(books.evidence.add(proof(last))));

withStores('nothing is lost when', (make) => {
  test('two works begin in the same moment (E1)', async () => {
    const { store } = await make();
    await Promise.all([put(store, 'a'), put(store, 'b')]);
    expect(await names(store)).toEqual(['a', 'b']);
  });

  test('fifty works begin in the same moment (E1b)', async () => {
    const { store } = await make();
    await Promise.all(Array.from({ length: 50 }, (_, i) => put(store, `n${i}`)));
    expect(await names(store)).toHaveLength(50);
  });

  test('one commits while an older one is open, which then rolls back (E2)', async () => {
    const { store } = await make();
    const older = store.work(async (books) => {
      await books.notes.put('a', 'x');
      await sleep(60);
      throw rollBack;
    });
    const rolledBack = expect(older).rejects.toBe(rollBack);
    await sleep(20);
    await Promise.all([put(store, 'b'), rolledBack]);
    expect(await names(store)).toEqual(['b']);
  });

  test('one commits while a younger one is open, which then rolls back (E3)', async () => {
    const { store } = await make();
    const older = store.work(async (books) => {
      await books.notes.put('a', 'x');
      await sleep(40);
    });
    await sleep(10);
    const younger = store.work(async (books) => {
      await books.notes.put('b', 'x');
      await sleep(80);
      throw rollBack;
    });
    await Promise.all([older, expect(younger).rejects.toBe(rollBack)]);
    expect(await names(store)).toEqual(['a']);
  });

  test('a read and a write come while a work is open that rolls back: the read sees none of it (E4)', async () => {
    const { store } = await make();
    const open = store.work(async (books) => {
      await books.notes.put('a', 'x');
      await sleep(50);
      throw rollBack;
    });
    const rolledBack = expect(open).rejects.toBe(rollBack);
    await sleep(15);
    expect(await names(store)).toEqual([]);
    await Promise.all([put(store, 'plain'), rolledBack]);
    expect(await names(store)).toEqual(['plain']);
  });

  test('forty works read a number and write the next (E5)', async () => {
    const { store } = await make();
    await store.work((books) => books.notes.put('n', '0'));
    const increase = () =>
      store.work(async (books) => {
        const n = Number(await books.notes.get('n'));
        await sleep(Math.random() * 3);
        await books.notes.put('n', String(n + 1));
      });
    await Promise.all(Array.from({ length: 40 }, increase));
    expect(await store.read((books) => books.notes.get('n'))).toBe('40');
  });

  test('one of several parallel writes fails, two hundred times (E9)', async () => {
    const { store } = await make();
    await store.work((books) => books.evidence.add(proof('taken')));
    for (let round = 0; round < 200; round++) {
      const results = await Promise.allSettled([
        store.work((books) => parallel(books, `bad-${round}`, 'taken')),
        store.work((books) => parallel(books, `good-${round}`, `good-${round}-6`)),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    }
    await store.read(async ({ evidence }) => {
      for (let round = 0; round < 200; round++) {
        expect(await evidence.get(`bad-${round}-1`)).toBeNull();
        expect(await evidence.get(`bad-${round}-5`)).toBeNull();
        expect(await evidence.get(`good-${round}-6`)).not.toBeNull();
      }
    });
  }, 120_000);

  test('thirty works at once take the next draw number and the next place in the ledger', async () => {
    const { store } = await make();
    const lockOne = () =>
      store.work(async (books) => {
        const number = await books.draws.nextNumber(2026);
        await books.draws.add({ ...samples.draw, number });
        await books.ledger.add({ what: 'draw-locked', by: 'P001', about: number }, samples.at);
        return number;
      });
    const numbers = await Promise.all(Array.from({ length: 30 }, lockOne));
    expect(numbers.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `2026-${String(i + 1).padStart(4, '0')}`));
    expect(await checkLedger(store)).toMatchObject({ kind: 'whole', entries: 30 });
  });
});

withOneStore('a work', (shared) => {
  test('that throws leaves nothing, in no book', async () => {
    const { store } = shared();
    const failed = store.work(async (books) => {
      await books.tasks.add(samples.task);
      await books.ledger.add({ what: 'task-made', by: 'P001', about: samples.task.id }, samples.at);
      throw rollBack;
    });
    await expect(failed).rejects.toBe(rollBack);
    const left = await store.read(async (books) => [await books.tasks.all(), (await books.ledger.head()).seq]);
    expect(left).toEqual([[], 0]);
  });

  test('that swallows a failed statement fails all the same, on both databases', async () => {
    const { store } = shared();
    const swallowing = store.work(async (books) => {
      await books.evidence.add(proof('once'));
      await books.evidence.add(proof('once')).catch(() => undefined);
      return 'done';
    });
    await expect(swallowing).rejects.toThrow(/unique/i);
    expect(await store.read((books) => books.evidence.get('once'))).toBeNull();
  });

  test('that forgets to wait for its last write still writes it', async () => {
    const { store } = shared();
    await store.work(async (books) => {
      void books.notes.put('forgotten', 'x');
    });
    expect(await store.read((books) => books.notes.get('forgotten'))).toBe('x');
  });

  test('within a work, or a read within one, is refused at once instead of waiting for ever', async () => {
    const { store } = shared();
    await expect(store.work(() => put(store, 'inner'))).rejects.toThrow('do not nest');
    await expect(store.work(() => names(store))).rejects.toThrow('do not nest');
    await expect(store.read(() => put(store, 'inner'))).rejects.toThrow('do not nest');
  });

  test('may be begun by what an earlier work left running', async () => {
    const { store } = shared();
    let later: Promise<void> | undefined;
    await store.work(async () => {
      later = sleep(30).then(() => put(store, 'later'));
    });
    await later;
    expect(await store.read((books) => books.notes.get('later'))).toBe('written');
  });

  test('lends its books only until its end', async () => {
    const { store } = shared();
    const kept = await store.work(async (books) => books);
    await expect(kept.notes.put('kept', 'x')).rejects.toThrow('after the end');
    expect(await store.read((books) => books.notes.get('kept'))).toBeNull();
  });

  test('cannot be done by a read', async () => {
    const { store } = shared();
    await expect(store.read((books) => books.notes.put('read', 'x'))).rejects.toThrow(/read-?only/i);
  });

  test('is not seen by a read that began before it', async () => {
    const { store } = shared();
    let begin: (() => void) | undefined;
    // Registered out here, so that it is somebody else's work and not one within the read.
    const outside = new Promise<void>((resolve) => {
      begin = resolve;
    }).then(() => put(store, 'standing'));
    const seen = await store.read(async (books) => {
      const before = await books.notes.get('standing');
      begin?.();
      await outside;
      return [before, await books.notes.get('standing')];
    });
    expect(seen).toEqual([null, null]);
    expect(await store.read((books) => books.notes.get('standing'))).toBe('written');
  });
});
