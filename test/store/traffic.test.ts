// The inbox takes each event once; the outbox gives each message to one sender at a time.
import { expect, test } from 'vitest';
import type { OutboxBook } from '../../src/store/traffic-books.ts';
import { withStores } from '../support/store.ts';
import { at, later } from './samples.ts';

const event = (key: string, minute = 0) => ({ key, chat: 'oc_1', body: { key }, receivedAt: later(minute) });
const message = (key: string, minute = 0) =>
  ({
    key,
    to: { kind: 'person', person: 'P007' },
    notice: { face: 'task', about: '2026-03' },
    notBefore: later(minute),
    madeAt: at,
  }) as const;
const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);

const lease = (outbox: OutboxBook, owner: string, minute: number, limit = 10) =>
  outbox.lease(owner, later(minute), later(minute + 1), limit);

withStores('the inbox', (make) => {
  test('takes an event once and closes it once', async () => {
    const { store } = await make();
    await store.work(async ({ inbox }) => {
      expect(await inbox.take(event('a'))).toBe(true);
      expect(await inbox.take(event('a'))).toBe(false);
      expect(await inbox.close('a')).toBe(true);
      expect(await inbox.close('a')).toBe(false);
      expect(await inbox.close('unknown')).toBe(false);
      expect(await inbox.get('a')).toMatchObject({ state: 'done', body: null });
    });
  });

  test('lists what waits in order of arrival, and leaves an event to people after its third failure', async () => {
    const { store } = await make();
    await store.work(async ({ inbox }) => {
      for (const key of ['c', 'a', 'b']) await inbox.take(event(key));
      expect(keys(await inbox.waiting(2))).toEqual(['c', 'a']);
      await inbox.fail('c', 'first');
      await inbox.fail('c', 'second');
      expect(await inbox.get('c')).toMatchObject({ state: 'waiting', tries: 2 });
      await inbox.fail('c', 'third');
      expect(await inbox.get('c')).toMatchObject({ state: 'failed', tries: 3, body: { key: 'c' } });
      expect(keys(await inbox.waiting(9))).toEqual(['a', 'b']);
      expect(await inbox.counts()).toEqual({ waiting: 2, done: 0, failed: 1 });
    });
  });

  test('sweeps only what is done and old', async () => {
    const { store } = await make();
    await store.work(async ({ inbox }) => {
      for (const [key, minute] of [
        ['old', 0],
        ['young', 5],
        ['open', 0],
      ] as const)
        await inbox.take(event(key, minute));
      await inbox.close('old');
      await inbox.close('young');
      expect(await inbox.sweep(later(5))).toBe(1);
      expect(await inbox.get('old')).toBeNull();
      expect(await inbox.counts()).toEqual({ waiting: 1, done: 1, failed: 0 });
    });
  });
});

withStores('the outbox', (make) => {
  test('writes the same notice once', async () => {
    const { store } = await make();
    await store.work(async ({ outbox }) => {
      expect(await outbox.add(message('a'))).toBe(true);
      expect(await outbox.add(message('a', 5))).toBe(false);
      expect((await outbox.get('a'))?.notBefore).toEqual(at);
    });
  });

  test('leases what is due, oldest first, to one owner, until the lease runs out', async () => {
    const { store } = await make();
    await store.work(async ({ outbox }) => {
      for (const [key, minute] of [
        ['late', 9],
        ['second', 1],
        ['third', 1],
        ['first', 0],
      ] as const)
        await outbox.add(message(key, minute));
      expect(keys(await lease(outbox, 'one', 1, 2))).toEqual(['first', 'second']);
      expect(keys(await lease(outbox, 'one', 1, 2))).toEqual(['third']);
      expect(keys(await lease(outbox, 'two', 1))).toEqual([]);
      const again = await lease(outbox, 'two', 2);
      expect(keys(again)).toEqual(['first', 'second', 'third']);
      expect(again[0]?.tries).toBe(2);
    });
  });

  test('keeps what was sent, tries again later, parks what cannot go', async () => {
    const { store } = await make();
    await store.work(async ({ outbox }) => {
      for (const key of ['sent', 'again', 'parked']) await outbox.add(message(key));
      await lease(outbox, 'one', 0);
      await outbox.sent('sent', 'om_1', later(1));
      await outbox.again('again', later(5), 'busy 11232');
      await outbox.park('parked', 'unavailable 230013');
      expect(await outbox.get('again')).toMatchObject({ state: 'waiting', trouble: 'busy 11232', tries: 1, notBefore: later(5) });
      expect(keys(await lease(outbox, 'one', 4))).toEqual([]);
      expect(keys(await lease(outbox, 'one', 5))).toEqual(['again']);
      expect(keys(await outbox.parked())).toEqual(['parked']);
      expect(keys(await outbox.copies('task', '2026-03'))).toEqual(['sent']);
      expect(await outbox.copies('task', '2026')).toEqual([]);
      expect(await outbox.counts()).toEqual({ waiting: 1, sent: 1, parked: 1 });
      // A second sender whose lease had run out reports too late: the first report stands.
      await outbox.sent('sent', 'om_2', later(2));
      await outbox.again('sent', later(9), 'late');
      expect(await outbox.get('sent')).toMatchObject({ state: 'sent', message: 'om_1', sentAt: later(1), trouble: null });
    });
  });
});
