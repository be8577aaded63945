// Health: alive while the process answers, ready only while the database and every door work, numbers for Prometheus.
import { afterEach, expect, test } from 'vitest';
import type { Part } from '../../src/web/health.ts';
import { openOffice } from '../support/office.ts';
import { type Served, serveOffice } from '../support/site-server.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const open: (Served | FreshStore)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function serve(doors: () => readonly Part[]): Promise<{ readonly url: string; readonly fresh: FreshStore }> {
  const fresh = await freshStore('sqlite');
  const site = await serveOffice(await openOffice(fresh.store), import.meta.dirname, doors);
  open.push(fresh, site);
  return { url: site.url, fresh };
}

test('is ready while every door hears its platform, and says which one does not', async () => {
  let isReady = true;
  const { url } = await serve(() => [{ name: 'feishu', isReady, detail: '' }]);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  isReady = false;
  const down = await fetch(`${url}/readyz`);
  expect(down.status).toBe(503);
  expect(await down.json()).toEqual({
    isReady: false,
    parts: [
      { name: 'database', isReady: true, detail: '' },
      { name: 'feishu', isReady: false, detail: '' },
    ],
  });
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('mingqian_door_connected{door="feishu"} 0');
});

test('is alive but not ready without its database, and pages say so in a sentence', async () => {
  const { url, fresh } = await serve(() => []);
  await fresh.store.close();
  open.splice(open.indexOf(fresh), 1);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  const page = await fetch(`${url}/draws`);
  expect(page.status).toBe(500);
  expect(await page.text()).toContain('系统出了差错，这一页暂时打不开；已公示的内容都在。请稍后再试。');
});

test('counts queues and ledger in the form that Prometheus reads', async () => {
  const { url, fresh } = await serve(() => []);
  await fresh.store.work((books) => books.ledger.add({ what: 'office-opened', by: 'system', about: 'office' }, new Date()));
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toContain('mingqian_ledger_entries 1');
  expect(text).toMatch(/^mingqian_queue_rows\{queue="outbox",state="waiting"\} 0$/m);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
});
