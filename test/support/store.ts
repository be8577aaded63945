// Fresh stores for tests, on a SQLite file and on the PostgreSQL of the run; each is gone when its test is over.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
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
  if (database === 'sqlite') {
    const dir = mkdtempSync(path.join(tmpdir(), 'mingqian-store-'));
    const remove = async () => rmSync(dir, { recursive: true, force: true });
    return { database, url: `sqlite:${path.join(dir, 'test.db')}`, remove };
  }
  const name = `t_${randomBytes(8).toString('hex')}`;
  await asPostgresAdmin(`CREATE DATABASE ${name}`);
  return {
    database,
    url: inject('pgUrl').replace(/\/postgres$/, `/${name}`),
    remove: () => asPostgresAdmin(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Opens a store on an empty database. */
export async function freshStore(database: Database): Promise<FreshStore> {
  const { url, remove } = await freshDatabase(database);
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

async function asPostgresAdmin(sql: string): Promise<void> {
  const admin = await new DataSource({ type: 'postgres', url: inject('pgUrl'), installExtensions: false }).initialize();
  try {
    await admin.query(sql);
  } finally {
    await admin.destroy();
  }
}
