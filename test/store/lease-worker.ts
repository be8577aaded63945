// A second sender, as its own process: leases messages until none is left, and prints the key of each.
import { openStore } from '../../src/store/open.ts';

const [url, owner] = process.argv.slice(2);
if (!url || !owner) throw new Error('lease-worker URL OWNER');

const store = await openStore(url);
for (;;) {
  const now = new Date();
  const until = new Date(now.getTime() + 60_000);
  const leased = await store.work(({ outbox }) => outbox.lease(owner, now, until, 7));
  if (leased.length === 0) break;
  for (const { key } of leased) await store.work(({ outbox }) => outbox.sent(key, `om_${key}`, new Date()));
  process.stdout.write(leased.map(({ key }) => `${key}\n`).join(''));
}
await store.close();
