// `mingqian migrate`: brings the tables up to date. Every start does the same; this is for doing it before one.
import type { Command } from 'commander';
import { migrateStore } from '../store/open.ts';
import { BACKUP_WORDS } from '../words/backups.ts';
import { print, printJson } from './answer.ts';
import { type DatabaseEnv, onDatabase } from './database.ts';

/** Adds the verb: exit 0 also when there was nothing to do. */
export function register(program: Command, env: DatabaseEnv): void {
  program
    .command('migrate')
    .description(BACKUP_WORDS.migrate)
    .option('--json', BACKUP_WORDS.json)
    .action((options: { readonly json?: boolean }) =>
      onDatabase(env, async (url) => {
        const migrated = await migrateStore(url);
        if (options.json) printJson({ migrated });
        else print(migrated.length === 0 ? BACKUP_WORDS.nothingToMigrate : BACKUP_WORDS.migrated(migrated));
      }),
    );
}
