// Where the verifier's modules lie that a reader's browser loads: compiled, beside this room.
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder with `page.js` and what it imports. */
export const VERIFIER = path.join(import.meta.dirname, '..', 'verify');

/** Copies the modules, and nothing else that lies there; answers their names. */
export function copyVerifier(from: string, to: string): readonly string[] {
  const modules = readdirSync(from).filter((name) => name.endsWith('.js'));
  for (const name of modules) cpSync(path.join(from, name), path.join(to, name));
  return modules;
}
