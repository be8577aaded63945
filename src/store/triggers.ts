// What not even raw SQL may do: the ledger, histories, locks, settled draws and published fields are held by the database.
import type { DataSource, QueryRunner } from 'typeorm';

/** A change that the database refuses. */
interface Refusal {
  readonly name: string;
  readonly table: string;
  readonly event: 'INSERT' | 'UPDATE' | 'DELETE' | 'TRUNCATE';
  /** Only when this is true of NEW and OLD; null: always. */
  readonly when: string | null;
  readonly message: string;
}

/** All of a draw that is fixed when it is locked. */
const LOCK = [
  'number',
  'task',
  'manifest',
  'manifestHash',
  'roster',
  'inspectors',
  'recusals',
  'secret',
  'lastLink',
  'lockedAt',
  'lockedBy',
  'witnesses',
  'witnessesUntil',
];

/** What is fixed when the contributions are closed: taken back, one more could be added with the others known. */
const CLOSE = ['closeHash', 'closedAt', 'absent'];

/** What somebody asked for: only what is decided about it is written later. */
const REQUEST = ['id', 'draw', 'task', 'kind', 'assignment', 'institution', 'person', 'ground', 'origin', 'words', 'by', 'at', 'before'];

/** What a measure says; only how far it has come is written later. */
const MEASURE = ['id', 'kind', 'institution', 'category', 'assignment', 'problem', 'source', 'words', 'details', 'by', 'at', 'until'];

/** What is fixed once it was served: from then on it can only end. */
const SERVED = ['decision', 'notice', 'objection', 'answer', 'done'];

/** What the public has read, and what it says it is about. */
const PUBLISHED = [
  'institution',
  'time',
  'method',
  'content',
  'result',
  'handling',
  'institutionId',
  'assignment',
  'task',
  'category',
  'publishedOn',
  'state',
];

/** Tables whose rows neither change nor go, and their keys. */
const APPEND_ONLY: Readonly<Record<string, readonly string[]>> = {
  ledger: ['seq'],
  checkpoints: ['size'],
  roster_history: ['seq'],
  contributions: ['draw', 'person'],
  dice: ['draw', 'person', 'round'],
  beacons: ['draw'],
  void_outcomes: ['draw'],
  confirmations: ['draw', 'person', 'verdict'],
  draw_events: ['draw', 'n'],
  journal: ['id'],
};

const REFUSALS: readonly Refusal[] = [
  ...Object.entries(APPEND_ONLY).flatMap(([table, keys]): Refusal[] => [
    refusal(table, 'UPDATE', null, 'append_only'),
    refusal(table, 'DELETE', null, 'append_only'),
    ...notReplaced(table, keys),
  ]),
  refusal('contributions', 'INSERT', `EXISTS (SELECT 1 FROM "draws" WHERE "number" = NEW."draw" AND "closeHash" IS NOT NULL)`, 'sealed'),
  refusal('draws', 'DELETE', null, 'stays'),
  refusal('draws', 'UPDATE', anyDiffers(LOCK), 'lock'),
  refusal('draws', 'UPDATE', `OLD."state" = 'closed' AND (${anyDiffers(CLOSE)} OR NEW."state" = 'locked')`, 'close'),
  refusal('draws', 'UPDATE', `OLD."state" IN ('settled', 'void')`, 'at_rest'),
  ...notReplaced('draws', ['number']),
  refusal('change_requests', 'DELETE', null, 'stays'),
  refusal('change_requests', 'UPDATE', anyDiffers(REQUEST), 'asked'),
  refusal('change_requests', 'UPDATE', `OLD."state" IN ('done', 'refused', 'lapsed')`, 'at_rest'),
  ...notReplaced('change_requests', ['id']),
  refusal('measures', 'DELETE', null, 'stays'),
  refusal('measures', 'UPDATE', anyDiffers(MEASURE), 'proposed'),
  refusal('measures', 'UPDATE', `OLD."state" IN ('refused', 'withdrawn', 'ended')`, 'at_rest'),
  refusal('measures', 'UPDATE', `OLD."state" = 'done' AND (NEW."state" <> 'ended' OR ${anyDiffers(SERVED)})`, 'served'),
  ...notReplaced('measures', ['id']),
  refusal('publications', 'DELETE', `OLD."state" = 'published'`, 'stays'),
  refusal('publications', 'UPDATE', `OLD."state" = 'published' AND (${anyDiffers(PUBLISHED)})`, 'published'),
  refusal('publications', 'UPDATE', anyDiffers(['id']), 'id'),
  ...notReplaced('publications', ['id']),
];

/**
 * Makes the triggers if they are not as they should be. To be called at every start, not in a migration: on SQLite
 * TypeORM adds a column by building the table anew, and the triggers go with the old one.
 */
export async function ensureTriggers(source: DataSource, isSchemaNew: boolean): Promise<void> {
  const wanted = refusalsFor(source).map(({ name }) => name);
  const present = await presentTriggers(source);
  if (!isSchemaNew && wanted.every((name) => present.has(name))) return;
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await dropTriggers(runner);
    await createTriggers(runner);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Takes all triggers away, within the caller's transaction: only a restore does, and puts them back in the same one. */
export async function dropTriggers(runner: QueryRunner): Promise<void> {
  for (const { name, table } of refusalsFor(runner.connection)) {
    await runner.query(
      isPostgres(runner.connection) ? `DROP TRIGGER IF EXISTS "${name}" ON "${table}"` : `DROP TRIGGER IF EXISTS "${name}"`,
    );
  }
}

/** Makes all triggers, within the caller's transaction. */
export async function createTriggers(runner: QueryRunner): Promise<void> {
  if (isPostgres(runner.connection)) {
    await runner.query(
      `CREATE OR REPLACE FUNCTION mingqian_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$`,
    );
  }
  for (const each of refusalsFor(runner.connection)) {
    for (const statement of isPostgres(runner.connection) ? postgresTrigger(each) : [sqliteTrigger(each)]) await runner.query(statement);
  }
}

function refusal(table: string, event: Refusal['event'], when: string | null, why: string): Refusal {
  return { name: `${table}_${event.toLowerCase()}_${why}`, table, event, when, message: `mingqian: ${table} ${why.replace('_', ' ')}` };
}

/** The two ways around row triggers: SQLite's REPLACE deletes silently, PostgreSQL's TRUNCATE deletes without rows. */
function notReplaced(table: string, keys: readonly string[]): readonly Refusal[] {
  const same = keys.map((key) => `"${key}" = NEW."${key}"`).join(' AND ');
  return [
    refusal(table, 'INSERT', `EXISTS (SELECT 1 FROM "${table}" WHERE ${same})`, 'replace'),
    refusal(table, 'TRUNCATE', null, 'truncate'),
  ];
}

function anyDiffers(columns: readonly string[]): string {
  return columns.map((column) => `NEW."${column}" IS DISTINCT FROM OLD."${column}"`).join(' OR ');
}

function refusalsFor(source: DataSource): readonly Refusal[] {
  // PostgreSQL has no REPLACE that deletes silently, SQLite no TRUNCATE.
  const foreign = isPostgres(source) ? /_insert_replace$/ : /_truncate$/;
  return REFUSALS.filter(({ name }) => !foreign.test(name));
}

function sqliteTrigger({ name, table, event, when, message }: Refusal): string {
  return `CREATE TRIGGER "${name}" BEFORE ${event} ON "${table}" ${when ? `WHEN ${when}` : ''} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
}

/** A condition that asks another table stands in a function of its own: PostgreSQL's WHEN takes no subquery. */
function postgresTrigger({ name, table, event, when, message }: Refusal): readonly string[] {
  const head = `CREATE TRIGGER "${name}" BEFORE ${event} ON "${table}" FOR EACH ${event === 'TRUNCATE' ? 'STATEMENT' : 'ROW'}`;
  if (event !== 'INSERT') return [`${head} ${when ? `WHEN (${when})` : ''} EXECUTE FUNCTION mingqian_refuse('${message}')`];
  const body = `BEGIN IF ${when ?? 'TRUE'} THEN RAISE EXCEPTION '${message}'; END IF; RETURN NEW; END`;
  return [
    `CREATE OR REPLACE FUNCTION "mingqian_${name}"() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`,
    `${head} EXECUTE FUNCTION "mingqian_${name}"()`,
  ];
}

async function presentTriggers(source: DataSource): Promise<ReadonlySet<string>> {
  const found: { name: string }[] = await source.query(
    isPostgres(source)
      ? `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'`
      : `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  );
  return new Set(found.map(({ name }) => name));
}

function isPostgres(source: DataSource): boolean {
  return source.options.type === 'postgres';
}
