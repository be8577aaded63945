// `mingqian backup FILE` and `mingqian restore FILE [--force]`: a copy of everything, also from one database to the other.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { unreachable } from '../domain/result.ts';
import { databaseExists, openStore } from '../store/open.ts';
import { type RestoreProblem, restoreStore } from '../store/restore.ts';
import { BACKUP_WORDS } from '../words/backups.ts';
import { print, printJson, refuse } from './answer.ts';
import { type DatabaseEnv, onDatabase } from './database.ts';

interface Options {
  readonly json?: boolean;
  readonly force?: boolean;
}

/** Adds both verbs. Exit 1: restore refused; 2: a file that exists (backup), is missing or no backup (restore); 3: the database failed. */
export function register(program: Command, env: DatabaseEnv): void {
  program
    .command('backup')
    .description(BACKUP_WORDS.backup)
    .argument('<FILE>', BACKUP_WORDS.file)
    .option('--json', BACKUP_WORDS.json)
    .action((file: string, options: Options) => onDatabase(env, (url) => backup(url, file, options)));
  program
    .command('restore')
    .description(BACKUP_WORDS.restore)
    .argument('<FILE>', BACKUP_WORDS.file)
    .option('--force', BACKUP_WORDS.force)
    .option('--json', BACKUP_WORDS.json)
    .action((file: string, options: Options) => onDatabase(env, (url) => restore(url, file, options)));
}

async function backup(url: string, file: string, options: Options): Promise<void> {
  if (!databaseExists(url)) return refuse(BACKUP_WORDS.noDatabase);
  if (existsSync(file)) return refuse(BACKUP_WORDS.exists(file));
  const store = await openStore(url);
  try {
    await store.backup(file);
  } finally {
    await store.close();
  }
  const { size } = await stat(file);
  if (options.json) printJson({ file, bytes: size });
  else print(BACKUP_WORDS.backedUp(file, size));
}

async function restore(url: string, file: string, options: Options): Promise<void> {
  if (!existsSync(file)) return refuse(BACKUP_WORDS.noFile(file));
  const restored = await restoreStore(url, file, { force: options.force === true, now: new Date() });
  if (!restored.ok) return refuseRestore(file, restored.problem);
  const { rows, ledgerEntries } = restored.value;
  if (options.json) printJson({ rows, ledgerEntries });
  else print(BACKUP_WORDS.restored(rows, ledgerEntries));
}

function refuseRestore(file: string, problem: RestoreProblem): void {
  switch (problem.kind) {
    case 'not-empty':
      return refuse(BACKUP_WORDS.notEmpty, 1);
    case 'ledger-broken':
      return refuse(BACKUP_WORDS.ledgerBroken(problem.seq), 1);
    case 'not-a-backup':
      return refuse(BACKUP_WORDS.notABackup(file, problem.why), 2);
    default:
      return unreachable(problem);
  }
}
