// What the two databases do differently: how a transaction begins, who waits for whom, when to try again, how to copy.
import type { DataSource, DataSourceOptions, EntityManager, Logger } from 'typeorm';
import { migrations } from './migrations/all.ts';
import { tables } from './tables.ts';

/** A database behind the store. Both kinds give a verb one transaction, all or nothing. */
export interface Engine {
  /** The connection that writes, migrates and is looked at by this folder's own tools. */
  readonly source: DataSource;
  /** The migrations that opening it has run. */
  readonly migrated: readonly string[];
  /** One writing transaction; `hasLost` is true after an attempt that lost against another. */
  write<T>(verb: (manager: EntityManager) => Promise<T>, hasLost: boolean): Promise<T>;
  /** One reading transaction with a view that stands still. */
  read<T>(question: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** True when nothing is wrong with the work but its moment: it may be tried again. */
  isPassing(error: unknown): boolean;
  /** A consistent copy into a new file. */
  backup(file: string): Promise<void>;
  readonly close: () => Promise<void>;
}

/** The driver's own code of a failed statement, `SQLITE_BUSY` or `40001`; null for any other error. */
export function driverCode(error: unknown): string | null {
  const driverError = (error as { driverError?: { code?: unknown } } | null)?.driverError;
  return typeof driverError?.code === 'string' ? driverError.code : null;
}

/** TypeORM prints failed migrations by itself; here whoever catches the error says what is to be said. */
const silent: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
};

/** What every data source of the store has. */
export const COMMON_OPTIONS = {
  entities: [...tables],
  migrations: [...migrations],
  logger: silent,
  // A condition on null or undefined is a bug; by default it is left out, and the first row of all comes back.
  invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
} as const satisfies Partial<DataSourceOptions>;
