// PostgreSQL: serializable transactions from a pool; who loses against another tries again, then in line.
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { writeDump } from './dump.ts';
import { COMMON_OPTIONS, driverCode, type Engine } from './engine.ts';
import { migrate } from './migrate.ts';

/** Connections a process holds at most. */
const POOL = 10;

/** serialization_failure, deadlock_detected: the other one won, nothing is wrong with this one. */
const PASSING = new Set(['40001', '40P01']);

/** Connects and brings the tables up to date. */
export async function openPostgres(url: string): Promise<Engine> {
  const source = new DataSource({
    type: 'postgres',
    url,
    poolSize: POOL,
    // Waiting for a free one of the pool counts too: a burst on a busy machine must not fail for it.
    connectTimeoutMS: 30_000,
    installExtensions: false,
    applicationName: 'mingqian',
    ...COMMON_OPTIONS,
  });
  const migrated = await migrate(source);

  const read = <T>(question: (manager: EntityManager) => Promise<T>): Promise<T> =>
    transaction(source, 'REPEATABLE READ', async (runner) => {
      await runner.query('SET TRANSACTION READ ONLY');
      return question(runner.manager);
    });

  return {
    source,
    migrated,
    write: (verb, hasLost) =>
      transaction(source, 'SERIALIZABLE', async (runner) => {
        // Nearly every work appends to the ledger, so most collide there. Losers wait for each other here; LOCK, unlike
        // SELECT, does not yet fix what the transaction sees, and it keeps out those who have not reached the ledger.
        if (hasLost) await runner.query('LOCK TABLE "ledger" IN SHARE ROW EXCLUSIVE MODE');
        return verb(runner.manager);
      }),
    read,
    isPassing: (error) => PASSING.has(driverCode(error) ?? ''),
    backup: (file) => read((manager) => writeDump(manager, file)),
    close: () => source.destroy(),
  };
}

async function transaction<T>(
  source: DataSource,
  isolation: 'SERIALIZABLE' | 'REPEATABLE READ',
  verb: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction(isolation);
    const value = await verb(runner);
    await runner.commitTransaction();
    return value;
  } catch (error) {
    // With the connection gone there is nothing to roll back; the first error is the one that matters.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
