// Whether the product is alive and ready, and its numbers for Prometheus.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Office } from '../flows/office.ts';

/** One part and whether it works. */
export interface Part {
  readonly name: string;
  readonly isReady: boolean;
  readonly detail: string;
}

export interface Health {
  ready(): Promise<{ readonly isReady: boolean; readonly parts: readonly Part[] }>;
  metrics(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Health over the store and the doors. */
export function openHealth(office: Office, doors: () => readonly Part[]): Health {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const queue = new Gauge({
    name: 'mingqian_queue_rows',
    help: 'Rows of the inbox and the outbox by state',
    labelNames: ['queue', 'state'],
    registers: [registry],
  });
  const parked = new Gauge({
    name: 'mingqian_outbox_parked_rows',
    help: 'Notices that cannot be sent, by the reason; not-bound ones go out when their person has an account',
    labelNames: ['why'],
    registers: [registry],
  });
  const ledger = new Gauge({ name: 'mingqian_ledger_entries', help: 'Entries of the ledger', registers: [registry] });
  const door = new Gauge({
    name: 'mingqian_door_connected',
    help: '1 while a door hears its platform',
    labelNames: ['door'],
    registers: [registry],
  });
  return {
    async ready() {
      const isUp = await office.store.ping().catch(() => false);
      const parts = [{ name: 'database', isReady: isUp, detail: '' }, ...doors()];
      return { isReady: parts.every(({ isReady }) => isReady), parts };
    },
    async metrics() {
      await office.store.read(async (books) => {
        for (const [state, n] of Object.entries(await books.inbox.counts())) queue.set({ queue: 'inbox', state }, n);
        for (const [state, n] of Object.entries(await books.outbox.counts())) queue.set({ queue: 'outbox', state }, n);
        parked.reset();
        for (const { trouble } of await books.outbox.parked()) parked.inc({ why: trouble ?? 'unknown' });
        ledger.set((await books.ledger.head()).seq);
      });
      for (const { name, isReady } of doors()) door.set({ door: name }, isReady ? 1 : 0);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
