// What a command needs of the office: its settings, checked, and its books.
import { randomBytes, randomInt } from 'node:crypto';
import path from 'node:path';
import type { Office } from '../flows/office.ts';
import { readEnvironment, type Settings } from '../settings/environment.ts';
import { loadOffice, type OfficeConfig } from '../settings/office.ts';
import { openStore } from '../store/open.ts';
import { saySettingsProblems } from '../words/settings-problems.ts';
import { refuse } from './answer.ts';

const CONFIG = path.join(import.meta.dirname, '..', '..', 'config');

/** Settings and rules, or null after every problem was said and the exit code set to 2. */
export function readSettings(): { readonly settings: Settings; readonly config: OfficeConfig } | null {
  const environment = readEnvironment();
  const config = loadOffice(CONFIG);
  if (environment.ok && config.ok) return { settings: environment.value, config: config.value };
  refuse(saySettingsProblems([...(environment.ok ? [] : environment.problem), ...(config.ok ? [] : config.problem)]));
  return null;
}

/** Opens the office for one command and closes it afterwards. */
export async function withOffice<T>(command: (office: Office, config: OfficeConfig) => Promise<T>): Promise<T | null> {
  const read = readSettings();
  if (!read) return null;
  const store = await openStore(read.settings.databaseUrl);
  const fresh = {
    hex: (bytes: number) => randomBytes(bytes).toString('hex'),
    code: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
  };
  try {
    return await command({ store, rules: read.config.rules, now: () => new Date(), fresh }, read.config);
  } finally {
    await store.close();
  }
}
