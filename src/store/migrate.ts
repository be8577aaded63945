// Brings the tables up to date, also when several processes start at once.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ensureTriggers } from './triggers.ts';

/** A start beside others may lose the race for the same table; it then finds the work done. */
const ATTEMPTS = 5;

/** Opens the source, runs what is not yet run, each migration in a transaction, and sees that the triggers stand. */
export async function migrate(source: DataSource): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (!source.isInitialized) await source.initialize();
      const ran = await runPending(source);
      await ensureTriggers(source, ran.length > 0);
      return ran;
    } catch (error) {
      if (attempt === ATTEMPTS) {
        if (source.isInitialized) await source.destroy();
        throw error;
      }
      await sleep(100 * attempt);
    }
  }
}

async function runPending(source: DataSource): Promise<readonly string[]> {
  if (!(await source.showMigrations())) return [];
  // Never `none`: on SQLite that mode, and every down migration, deletes the rows of dependent tables.
  const ran = await source.runMigrations({ transaction: 'each' });
  return ran.map(({ name }) => name);
}
