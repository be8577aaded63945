// SQLite: one connection that writes, with a line in front of it, and a few that only read, on the same file.
import { chmod } from 'node:fs/promises';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityManager } from 'typeorm';
import { COMMON_OPTIONS, driverCode, type Engine } from './engine.ts';
import { type Line, makeLine } from './line.ts';
import { migrate } from './migrate.ts';

/** Long enough for another process to end its transaction, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** Connections that read: a long export holds one, pages and cards take the others. */
const READERS = 4;

interface Reader {
  readonly source: DataSource;
  readonly line: Line;
}

/** Opens the file, makes it if it is not there, and brings its tables up to date. `:memory:` has one connection for all. */
export async function openSqlite(database: string): Promise<Engine> {
  const isMemory = database === ':memory:';
  const source = sourceOf(database);
  const migrated = await migrate(source);
  const writer = { source, line: makeLine() };
  const readers: Reader[] = isMemory ? [writer] : [];

  let isClosed = false;

  const nextReader = (): Reader => {
    if (isClosed) throw new Error('the store is closed');
    const idle = readers.find(({ line }) => line.length() === 0);
    if (idle) return idle;
    if (!isMemory && readers.length < READERS) {
      const reader = { source: sourceOf(database), line: makeLine() };
      readers.push(reader);
      // In its line, so that whoever takes this reader meanwhile waits until it is open.
      void reader.line.run(() => openReader(reader.source)).catch(() => readers.splice(readers.indexOf(reader), 1));
      return reader;
    }
    return readers.reduce((shortest, reader) => (reader.line.length() < shortest.line.length() ? reader : shortest));
  };

  return {
    source,
    migrated,
    // IMMEDIATE takes the write lock before the first read: a read-then-write could otherwise not be upgraded, and fails at once.
    write: (verb) => writer.line.run(() => transaction(source, 'BEGIN IMMEDIATE', verb)),
    read: async (question) => {
      const reader = nextReader();
      return reader.line.run(() => transaction(reader.source, 'BEGIN', question));
    },
    isPassing: (error) => driverCode(error) === 'SQLITE_BUSY',
    async backup(file) {
      // On a connection of its own: within a transaction there is no VACUUM, and it takes none of the readers' places.
      const copier = isMemory ? source : await sourceOf(database).initialize();
      try {
        const copy = () => copier.query('VACUUM INTO ?', [file]);
        await (isMemory ? writer.line.run(copy) : copy());
        await chmod(file, 0o600);
      } finally {
        if (copier !== source) await copier.destroy();
      }
    },
    async close() {
      isClosed = true;
      await Promise.all([...new Set([writer, ...readers])].map(({ line, source: each }) => line.run(() => each.destroy())));
    },
  };
}

/**
 * TypeORM switches the driver's long stack traces on, for the whole process: a trace and a text of all parameters for each
 * statement, which costs a fifth of a press and would put what people typed into errors.
 */
const QUIET_DRIVER = { ...sqlite3, verbose: () => QUIET_DRIVER };

function sourceOf(database: string): DataSource {
  return new DataSource({
    type: 'sqlite',
    database,
    driver: QUIET_DRIVER,
    enableWAL: database !== ':memory:',
    busyTimeout: BUSY_TIMEOUT,
    ...COMMON_OPTIONS,
  });
}

async function openReader(source: DataSource): Promise<void> {
  await source.initialize();
  await source.query('PRAGMA query_only = ON');
}

/** All statements of one source share one connection, so this must be alone on it: see the lines above. */
async function transaction<T>(source: DataSource, begin: string, verb: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  await runner.query(begin);
  try {
    const value = await verb(runner.manager);
    await runner.query('COMMIT');
    return value;
  } catch (error) {
    // SQLite has rolled back by itself after some errors (a full disk); the first error is the one that matters.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
