// Several processes on one database, and a long read beside short works.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withStores } from '../support/store.ts';
import * as samples from './samples.ts';

const run = promisify(execFile);
const worker = path.join(import.meta.dirname, 'lease-worker.ts');

const at99 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.99)] ?? Number.POSITIVE_INFINITY;

withStores('two processes', (make) => {
  test('that send from one outbox take no message twice and leave none', async () => {
    const { store, url } = await make();
    const keys = Array.from({ length: 120 }, (_, i) => `k${i}`);
    await store.work(async ({ outbox }) => {
      for (const key of keys) {
        await outbox.add({ key, to: { kind: 'person', person: 'P007' }, notice: { face: 'task', about: 'x' }, madeAt: samples.at });
      }
    });
    const outputs = await Promise.all(['one', 'two'].map((owner) => run('node', ['--import', 'tsx', worker, url, owner])));
    const taken = outputs.map(({ stdout }) => stdout.split('\n').filter(Boolean));
    expect(taken.flat().sort()).toEqual(keys.sort());
    expect(await store.read(({ outbox }) => outbox.counts())).toEqual({ waiting: 0, sent: 120, parked: 0 });
  }, 120_000);
});

withStores('a long read', (make) => {
  test('that stays open holds up no work', async () => {
    const { store } = await make();
    let close: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const reading = store.read(async (books) => {
      await books.notes.get('n');
      await closed;
    });
    await store.work((books) => books.notes.put('n', '1'));
    // A second read is not held up by the first either.
    expect(await store.read((books) => books.notes.get('n'))).toBe('1');
    close?.();
    await reading;
  });

  test('does not slow works: 99 of 100 end within 2 s while twenty thousand rows are read over and over', async () => {
    const { store, database } = await make();
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ ...samples.institution, id: `I${i}` }));
    const changes = rows.map((after) => ({ id: after.id, before: null, after }));
    await store.work((books) => books.institutions.apply(changes, { at: samples.at, by: 'P001', source: '示例' }));

    const works = async (count: number): Promise<number[]> => {
      const times: number[] = [];
      for (let i = 0; i < count; i++) {
        const begun = performance.now();
        await store.work(async (books) => {
          await books.notes.put('n', String(i));
          await books.ledger.add({ what: 'reminded', by: 'system', about: 'x' }, samples.at);
        });
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b);
    };
    const alone = await works(200);

    const until = { isOver: false };
    let reads = 0;
    const reading = (async () => {
      for (; !until.isOver; reads++) expect(await store.read((books) => books.institutions.all())).toHaveLength(20_000);
    })();
    const beside = await works(200);
    until.isOver = true;
    await reading;

    const perSecond = Math.round(1000 / (alone.reduce((sum, ms) => sum + ms, 0) / alone.length));
    process.stdout.write(
      `figure ${database}: ${perSecond} works/s alone, p99 ${at99(alone).toFixed(1)} ms; p99 beside ${reads} long reads ${at99(beside).toFixed(1)} ms\n`,
    );
    expect(reads).toBeGreaterThan(0);
    expect(at99(beside)).toBeLessThan(2000);
  }, 120_000);
});
