// The lists with their history, and the imports that wait to change them.
import type { QueryRunner } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** Makes the tables of the lists. */
export async function createRosters(runner: QueryRunner): Promise<void> {
  const { word, longWord, text, day, instant, integer, flag, sequence } = columnsFor(runner);
  await createTable(
    runner,
    'people',
    {
      id: key(word),
      name: text,
      unit: text,
      sex: word,
      certificate: orNull(text),
      post: orNull(text),
      certificateState: word,
      certificateUntil: orNull(day),
      categories: text,
      mayLead: flag,
      cap: orNull(integer),
      status: word,
      roles: text,
      mobile: orNull(text),
      feishu: orNull(longWord),
      dingtalk: orNull(longWord),
    },
    { ux_people_feishu: ['feishu'], ux_people_dingtalk: ['dingtalk'] },
  );
  await createTable(runner, 'institutions', {
    id: key(word),
    name: text,
    category: word,
    address: text,
    head: orNull(text),
    phone: orNull(text),
    licence: orNull(text),
    licenceUntil: orNull(day),
    status: word,
    risk: orNull(text),
  });
  await createTable(runner, 'matters', {
    id: key(longWord),
    name: text,
    category: word,
    basis: text,
    subject: text,
    object: text,
    content: text,
    methods: text,
    points: text,
    effectiveFrom: day,
    publishedOn: orNull(day),
  });
  await createTable(runner, 'documents', {
    id: key(longWord),
    title: text,
    issuedOn: day,
    effectiveFrom: day,
    effectiveUntil: orNull(day),
    basis: orNull(text),
    rows: text,
  });
  await createTable(
    runner,
    'roster_history',
    { seq: sequence, roster: word, id: longWord, before: orNull(text), after: text, at: instant, by: word, source: text },
    { ix_roster_history_row: ['roster', 'id'], ix_roster_history_at: ['roster', 'at'] },
  );
  await createTable(runner, 'imports', {
    id: key(word),
    kind: word,
    fileName: text,
    by: word,
    at: instant,
    total: integer,
    added: integer,
    changed: integer,
    unchanged: integer,
    problems: text,
    state: word,
    version: integer,
  });
  await createTable(runner, 'staged_changes', { import: key(word), position: key(integer), kind: word, change: text });
}
