// What a command needs of the office: its settings, checked, and its books.
import path from 'node:path';
import type { Office } from '../flows/office.ts';
import { readEnvironment, type Settings } from '../settings/environment.ts';
import { loadOffice, type OfficeConfig } from '../settings/office.ts';
import { openStore } from '../store/open.ts';
import { saySettingsProblems } from '../words/settings-problems.ts';
import { type OpenedOffice, officeOf } from './office.ts';

const CONFIG = path.join(import.meta.dirname, '..', '..', 'config');

/** Thrown when the settings are wrong; its message lists every problem, and the command ends with 2. */
export class BadSettings extends Error {}

/** Settings and rules. */
export function readSettings(): { readonly settings: Settings; readonly config: OfficeConfig } {
  const environment = readEnvironment();
  const config = loadOffice(CONFIG);
  if (environment.ok && config.ok) return { settings: environment.value, config: config.value };
  throw new BadSettings(saySettingsProblems([...(environment.ok ? [] : environment.problem), ...(config.ok ? [] : config.problem)]));
}

/** Opens the books; the command closes them. */
export async function openBooks(): Promise<OpenedOffice> {
  const { settings, config } = readSettings();
  return { store: await openStore(settings.databaseUrl), rules: config.rules };
}

/** Opens the office for one command and closes it afterwards. */
export async function withOffice<T>(command: (office: Office) => Promise<T>): Promise<T> {
  const opened = await openBooks();
  try {
    return await command(officeOf(opened));
  } finally {
    await opened.store.close();
  }
}
