// Platform events, each taken once by the platform's own key and kept until it is worked on.
import { type EntityManager, EntitySchema } from 'typeorm';
import { instant, integer, json, longWord, orNull, sequence, text, word } from './columns.ts';
import { countBy, insertIfNew, select, update } from './rows.ts';
import type { InboxBook, InboxRow } from './traffic-books.ts';

type StoredEvent = InboxRow & { readonly seq: number; readonly why: string | null };

/** Events; `seq` is their order of arrival, `why` the last failure. */
export const inbox = new EntitySchema<StoredEvent>({
  name: 'inbox',
  columns: {
    seq: sequence,
    key: longWord,
    chat: longWord,
    body: orNull(json),
    receivedAt: instant,
    state: word,
    tries: integer,
    why: orNull(text),
  },
  indices: [
    { name: 'ux_inbox_key', columns: ['key'], unique: true },
    { name: 'ix_inbox_state', columns: ['state', 'receivedAt'] },
  ],
});

/** After so many failed tries an event is left for people to see. */
const MOST_TRIES = 3;

/** The book of events. */
export function inboxBook(manager: EntityManager): InboxBook {
  const find = (key: string) => select(manager, inbox).where('row.key = :key', { key }).getOne();

  return {
    take: (row) => insertIfNew(manager, inbox, { ...row, state: 'waiting', tries: 0 }),
    async close(key) {
      const done = await manager
        .createQueryBuilder()
        .update(inbox)
        .set({ state: 'done', body: null })
        .where(`key = :key AND state <> 'done'`, { key })
        .execute();
      return done.affected === 1;
    },
    async fail(key, why) {
      const row = await find(key);
      if (row?.state !== 'waiting') return;
      const tries = row.tries + 1;
      await update(manager, inbox, { key }, { tries, why, state: tries < MOST_TRIES ? 'waiting' : 'failed' });
    },
    async waiting(limit) {
      const found = await select(manager, inbox).where(`row.state = 'waiting'`).orderBy('row.seq').limit(limit).getMany();
      return found.map(asEvent);
    },
    async get(key) {
      const row = await find(key);
      return row && asEvent(row);
    },
    async sweep(before) {
      const swept = await manager
        .createQueryBuilder()
        .delete()
        .from(inbox)
        .where({ state: 'done' })
        .andWhere('receivedAt < :before', { before: before.toISOString() })
        .execute();
      return swept.affected ?? 0;
    },
    async counts() {
      const counted = await countBy(manager, inbox, 'state');
      return { waiting: counted.get('waiting') ?? 0, done: counted.get('done') ?? 0, failed: counted.get('failed') ?? 0 };
    },
  };
}

function asEvent({ seq: _seq, why: _why, ...row }: StoredEvent): InboxRow {
  return row;
}
