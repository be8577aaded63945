// Fresh stores for tests, on a SQLite file and on the PostgreSQL of the run; each is gone when its test is over.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import type { Store } from '../../src/store/books.ts';
import { openStore } from '../../src/store/open.ts';

/** The two databases. */
export const DATABASES = ['sqlite', 'postgres'] as const;
export type Database = (typeof DATABASES)[number];

/** A database of one test's own, empty until `openStore(url)`. */
export interface FreshDatabase {
  readonly database: Database;
  readonly url: string;
  readonly remove: () => Promise<void>;
}

/** A store of one test's own. `close` closes it and removes its database. */
export interface FreshStore {
  readonly database: Database;
  readonly url: string;
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** Makes an empty database. */
export async function freshDatabase(database: Database): Promise<FreshDatabase> {
  return database === 'sqlite' ? sqliteFile() : postgresDatabase(`template0 ${ICU}`);
}

/** Opens a store on a database of its own, copied from one that has its tables: running the migrations each time would take longest. */
export async function freshStore(database: Database): Promise<FreshStore> {
  const { url, remove } = database === 'sqlite' ? sqliteFile(await migratedFile()) : await postgresDatabase(await migratedDatabase());
  const store = await openStore(url);
  return {
    database,
    url,
    store,
    async close() {
      await store.close();
      await remove();
    },
  };
}

/** Sorted by a language's rules, as servers are that somebody installed: our columns must not care. */
const ICU = `LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'`;

function sqliteFile(content?: Buffer): FreshDatabase {
  const dir = mkdtempSync(path.join(tmpdir(), 'mingqian-store-'));
  const file = path.join(dir, 'test.db');
  if (content) writeFileSync(file, content);
  return { database: 'sqlite', url: `sqlite:${file}`, remove: async () => rmSync(dir, { recursive: true, force: true }) };
}

async function postgresDatabase(template: string): Promise<FreshDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asPostgresAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const remove = () => asPostgresAdmin((admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return { database: 'postgres', url: urlOf(name), remove };
}

let migrated: Promise<Buffer> | undefined;

/** The bytes of a SQLite file with the tables in it, made once a test file. */
function migratedFile(): Promise<Buffer> {
  migrated ??= (async () => {
    const { url, remove } = sqliteFile();
    await (await openStore(url)).close();
    const bytes = readFileSync(url.slice('sqlite:'.length));
    await remove();
    return bytes;
  })();
  return migrated;
}

/** A PostgreSQL database with the tables in it, made by whichever test file comes first, and again when the tables change. */
async function migratedDatabase(): Promise<string> {
  const name = `tables_${tablesDigest()}`;
  await asPostgresAdmin(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(20)');
    const found: unknown[] = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.length > 0) return;
    await admin.query(`DROP DATABASE IF EXISTS ${name}_new`);
    await admin.query(`CREATE DATABASE ${name}_new TEMPLATE template0 ${ICU}`);
    await (await openStore(urlOf(`${name}_new`))).close();
    await admin.query(`ALTER DATABASE ${name}_new RENAME TO ${name}`);
  });
  return name;
}

function tablesDigest(): string {
  const store = path.join(import.meta.dirname, '../../src/store');
  const migrations = path.join(store, 'migrations');
  const files = [
    path.join(store, 'triggers.ts'),
    ...readdirSync(migrations)
      .sort()
      .map((name) => path.join(migrations, name)),
  ];
  const hash = createHash('sha256');
  for (const each of files) hash.update(readFileSync(each));
  return hash.digest('hex').slice(0, 16);
}

/** What a block of `withStores` is given. */
export interface Make {
  readonly database: Database;
  /** A fresh store, closed after the test. */
  (): Promise<FreshStore>;
  /** A fresh database, removed after the test. */
  empty(): Promise<FreshDatabase>;
}

/** Runs a block of tests on both databases. */
export function withStores(name: string, tests: (make: Make) => void): void {
  describe.each(DATABASES)(`${name} (%s)`, (database) => {
    const leftovers: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const remove of leftovers.splice(0).toReversed()) await remove();
    });
    const make = async (): Promise<FreshStore> => {
      const fresh = await freshStore(database);
      leftovers.push(fresh.close);
      return fresh;
    };
    const empty = async (): Promise<FreshDatabase> => {
      const fresh = await freshDatabase(database);
      leftovers.push(fresh.remove);
      return fresh;
    };
    tests(Object.assign(make, { database, empty }));
  });
}

/** Runs a block of tests on both databases with one store for all of them: quicker, for tests that do not mind each other's rows. */
export function withOneStore(name: string, tests: (shared: () => FreshStore, database: Database) => void): void {
  describe.each(DATABASES)(`${name} (%s)`, (database) => {
    let fresh: FreshStore | undefined;
    beforeAll(async () => {
      fresh = await freshStore(database);
    });
    afterAll(() => fresh?.close());
    tests(() => {
      if (!fresh) throw new Error('the shared store is open only within a test');
      return fresh;
    }, database);
  });
}

function urlOf(name: string): string {
  return inject('pgUrl').replace(/\/postgres$/, `/${name}`);
}

async function asPostgresAdmin(job: (admin: QueryRunner) => Promise<unknown>): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url: inject('pgUrl'), installExtensions: false }).initialize();
  try {
    await job(source.createQueryRunner());
  } finally {
    await source.destroy();
  }
}
