// 20,000 institutions from an XLSX file by the command line, as a whole and in parts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readList } from '../src/papers/sheets/read-list.ts';
import { writeSheet } from '../src/papers/sheets/write-sheet.ts';
import { loadOffice } from '../src/settings/office.ts';
import { manyInstitutions } from './busy-office.ts';
import type { Measure } from './line.ts';

const ROWS = 20_000;
const CLI = path.join(import.meta.dirname, '../dist/cli.js');

/** Writing and reading the sheet in this process, then `mingqian import` on a fresh SQLite file. Needs a build. */
export const measure: Measure = async (say) => {
  const office = loadOffice(path.join(import.meta.dirname, '../config'));
  if (!office.ok) throw new Error('the settings do not load');
  const { categories } = office.value.rules;
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-import-'));
  try {
    const began = performance.now();
    const bytes = await writeSheet({ kind: 'institutions', rows: manyInstitutions(ROWS) }, 'xlsx', categories);
    const written = performance.now();
    const list = await readList(bytes, '机构.xlsx', categories);
    if (!list.ok || list.value.problems.length > 0) throw new Error('the list does not read back');
    say('write-sheet', written - began, 'ms', ROWS);
    say('read-sheet', performance.now() - written, 'ms', ROWS);
    const file = path.join(folder, '机构.xlsx');
    writeFileSync(file, bytes);
    const env = { ...process.env, DATABASE_URL: `sqlite:${path.join(folder, 'office.db')}` };
    const run = (...words: readonly string[]): number => {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...words], { env });
      if (status !== 0) throw new Error(`mingqian ${words[0]}: ${String(stderr)}`);
      return performance.now() - start;
    };
    say('migrate', run('migrate'), 'ms', 1);
    say('import', run('import', 'institutions', file), 'ms', ROWS);
    say('import-again', run('import', 'institutions', file), 'ms', ROWS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
