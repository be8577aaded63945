// What comes in and goes out: events, messages, codes, groups, small facts.
import type { QueryRunner } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** Makes the tables of the traffic. */
export async function createTraffic(runner: QueryRunner): Promise<void> {
  const { word, longWord, text, instant, integer, flag, sequence } = columnsFor(runner);
  await createTable(
    runner,
    'inbox',
    {
      seq: sequence,
      key: longWord,
      chat: longWord,
      body: orNull(text),
      receivedAt: instant,
      state: word,
      tries: integer,
      why: orNull(text),
    },
    { ux_inbox_key: ['key'], ix_inbox_state: ['state', 'receivedAt'] },
  );
  await createTable(
    runner,
    'outbox',
    {
      seq: sequence,
      key: longWord,
      to: text,
      notice: text,
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
    {
      ux_outbox_key: ['key'],
      ix_outbox_due: ['state', 'notBefore'],
      ix_outbox_message: ['message'],
      ix_outbox_copies: ['face', 'about'],
    },
  );
  await createTable(runner, 'binding_codes', {
    hash: key(word),
    person: word,
    madeBy: word,
    expiresAt: instant,
    usedAt: orNull(instant),
  });
  await createTable(
    runner,
    'binding_misses',
    { seq: sequence, account: longWord, at: instant },
    { ix_binding_misses_account: ['account', 'at'] },
  );
  await createTable(runner, 'groups', { platform: key(word), chat: key(longWord), name: text, isAnnouncing: flag, addedAt: instant });
  await createTable(runner, 'notes', { name: key(longWord), value: text });
}
