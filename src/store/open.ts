// Opens the store that a DATABASE_URL names.
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { booksOver, inTurn } from './all-books.ts';
import type { Books, Store } from './books.ts';
import type { Engine } from './engine.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/** How often a work is begun at most before its collision is thrown. */
const MOST_ATTEMPTS = 12;

/** `sqlite:data/mingqian.db`, `sqlite::memory:` or `postgres://…`; the tables are brought up to date. Throws on any other URL. */
export async function openStore(url: string): Promise<Store> {
  return storeOver(await openEngine(url));
}

/** Brings the tables up to date and closes again; answers the names of the migrations that ran. */
export async function migrateStore(url: string): Promise<readonly string[]> {
  const { migrated, close } = await openEngine(url);
  await close();
  return migrated;
}

/** False for a SQLite file that is not there yet: opening would make it. */
export function databaseExists(url: string): boolean {
  return !url.startsWith('sqlite:') || existsSync(url.slice('sqlite:'.length));
}

/** The same as `openStore`, one floor below: for the tools of this folder that need the database itself. */
export function openEngine(url: string): Promise<Engine> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  return Promise.reject(new Error('DATABASE_URL must begin with sqlite: or postgres://'));
}

function storeOver(engine: Engine): Store {
  /** Who is inside a transaction. An open call is cleared at its end: what it started and left running may come back. */
  const inside = new AsyncLocalStorage<{ isOpen: boolean }>();

  const alone = async <T>(call: () => Promise<T>): Promise<T> => {
    if (inside.getStore()?.isOpen) throw new Error('store.work and store.read do not nest: use the books at hand');
    const here = { isOpen: true };
    try {
      return await inside.run(here, call);
    } finally {
      here.isOpen = false;
    }
  };

  return {
    work: (verb) => alone(() => untilItHolds(engine, (manager) => oneTurn(manager, verb))),
    read: (question) => alone(() => engine.read((manager) => oneTurn(manager, question))),
    backup: (file) => engine.backup(file),
    async ping() {
      try {
        await engine.read((manager) => manager.query('SELECT 1'));
        return true;
      } catch {
        return false;
      }
    },
    close: () => engine.close(),
  };
}

async function untilItHolds<T>(engine: Engine, verb: (manager: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await engine.write(verb, attempt > 1);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !engine.isPassing(error)) throw error;
      await sleep(Math.random() * 10 * attempt);
    }
  }
}

async function oneTurn<T>(manager: EntityManager, verb: (books: Books) => Promise<T>): Promise<T> {
  const turn = inTurn(booksOver(manager));
  try {
    const value = await verb(turn.books);
    await turn.finish();
    return value;
  } catch (error) {
    throw (await turn.abandon()) ?? error;
  }
}
