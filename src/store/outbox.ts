// Messages to be sent, leased to one sender at a time; a row stays as the proof that it was sent.
import { type EntityManager, EntitySchema } from 'typeorm';
import { instant, integer, json, longWord, orNull, sequence, text, word } from './columns.ts';
import { countBy, insertIfNew, select, update } from './rows.ts';
import type { OutboxBook, OutboxRow } from './traffic-books.ts';

interface StoredMessage extends OutboxRow {
  readonly seq: number;
  /** Repeated from the notice, to find live copies by. */
  readonly face: string;
  readonly about: string;
  readonly leaseOwner: string | null;
  readonly leaseUntil: Date | null;
}

/** Messages; `seq` is the order of insertion. */
export const outbox = new EntitySchema<StoredMessage>({
  name: 'outbox',
  columns: {
    seq: sequence,
    key: longWord,
    to: json,
    notice: json,
    face: word,
    about: text,
    replyTo: orNull(longWord),
    notBefore: instant,
    state: word,
    tries: integer,
    trouble: orNull(text),
    message: orNull(longWord),
    sentAt: orNull(instant),
    madeAt: instant,
    leaseOwner: orNull(longWord),
    leaseUntil: orNull(instant),
  },
  indices: [
    { name: 'ux_outbox_key', columns: ['key'], unique: true },
    { name: 'ix_outbox_due', columns: ['state', 'notBefore'] },
    { name: 'ix_outbox_message', columns: ['message'] },
    { name: 'ix_outbox_copies', columns: ['face', 'about'] },
  ],
});

/** The book of messages. */
export function outboxBook(manager: EntityManager): OutboxBook {
  const rows = () => select(manager, outbox);
  /** Only a row that still waits changes: the first of two senders to report wins. */
  const settle = (key: string, change: Partial<StoredMessage>) =>
    update(manager, outbox, { key, state: 'waiting' }, { ...change, leaseOwner: null, leaseUntil: null });

  return {
    add: ({ key, to, notice, replyTo, notBefore, madeAt }) =>
      insertIfNew(manager, outbox, {
        key,
        to,
        notice,
        face: notice.face,
        about: notice.about,
        replyTo: replyTo ?? null,
        notBefore: notBefore ?? madeAt,
        state: 'waiting',
        tries: 0,
        madeAt,
      }),
    async lease(owner, now, until, limit) {
      const due = await dueRows(manager, now, limit);
      if (due.length === 0) return [];
      await manager
        .createQueryBuilder()
        .update(outbox)
        .set({ leaseOwner: owner, leaseUntil: until, tries: () => 'tries + 1' })
        .where('seq IN (:...due)', { due: due.map(({ seq }) => seq) })
        .execute();
      return due.map((row) => ({ ...asMessage(row), tries: row.tries + 1 }));
    },
    async sent(key, message, at) {
      await settle(key, { state: 'sent', message, sentAt: at, trouble: null });
    },
    async again(key, notBefore, trouble) {
      await settle(key, { notBefore, trouble });
    },
    async park(key, trouble) {
      await settle(key, { state: 'parked', trouble });
    },
    async unpark(key, notBefore) {
      const anew = { state: 'waiting', tries: 0, trouble: null, notBefore, leaseOwner: null, leaseUntil: null } as const;
      await manager.createQueryBuilder().update(outbox).set(anew).where(`key = :key AND state = 'parked'`, { key }).execute();
    },
    async get(key) {
      const row = await rows().where('row.key = :key', { key }).getOne();
      return row && asMessage(row);
    },
    async byMessage(message) {
      const row = await rows().where('row.message = :message', { message }).orderBy('row.seq').limit(1).getOne();
      return row && asMessage(row);
    },
    async copies(face, about) {
      const where = `row.face = :face AND row.about = :about AND row.state = 'sent' AND row.message IS NOT NULL`;
      return (await rows().where(where, { face, about }).orderBy('row.seq').getMany()).map(asMessage);
    },
    async counts() {
      const counted = await countBy(manager, outbox, 'state');
      return { waiting: counted.get('waiting') ?? 0, sent: counted.get('sent') ?? 0, parked: counted.get('parked') ?? 0 };
    },
    parked: async () => (await rows().where(`row.state = 'parked'`).orderBy('row.seq').getMany()).map(asMessage),
  };
}

/** Due rows that nobody holds. On PostgreSQL rows another sender is just taking are passed over; on SQLite there is only one writer. */
function dueRows(manager: EntityManager, now: Date, limit: number): Promise<StoredMessage[]> {
  const due = select(manager, outbox)
    .where(`row.state = 'waiting' AND row.notBefore <= :now AND (row.leaseUntil IS NULL OR row.leaseUntil <= :now)`, {
      now: now.toISOString(),
    })
    .orderBy('row.notBefore')
    .addOrderBy('row.seq')
    .limit(limit);
  if (manager.connection.options.type === 'postgres') due.setLock('pessimistic_write').setOnLocked('skip_locked');
  return due.getMany();
}

function asMessage({ seq: _seq, face: _face, about: _about, leaseOwner: _owner, leaseUntil: _until, ...row }: StoredMessage): OutboxRow {
  return row;
}
