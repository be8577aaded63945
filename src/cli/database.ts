// What the database commands share: the address they are given, and a sentence when the database does not play along.
import { BACKUP_WORDS } from '../words/backups.ts';
import { refuse } from './answer.ts';

/** The environment as these commands read it, when they run and not before. */
export type DatabaseEnv = () => { readonly databaseUrl: string };

/** Runs a command on the database the environment names; exit 2 if the address is none, 3 if the database fails. */
export async function onDatabase(env: DatabaseEnv, command: (url: string) => Promise<void>): Promise<void> {
  const { databaseUrl } = env();
  if (!/^(sqlite:|postgres(ql)?:\/\/)/.test(databaseUrl)) return refuse(BACKUP_WORDS.badUrl);
  try {
    await command(databaseUrl);
  } catch (error) {
    refuse(BACKUP_WORDS.failed(reason(error)), 3);
  }
}

/** One line, whatever the driver threw: a refused connection comes as several errors in one. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reason))].join('; ');
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
