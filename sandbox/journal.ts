// The stand-in's small persistence: rows appended to a JSON-lines file, the last row of a key winning; without a file, memory only.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Rows by table and key. */
export interface Journal {
  rows(table: string): readonly unknown[];
  put(table: string, key: string, row: unknown): void;
}

interface Line {
  readonly table: string;
  readonly key: string;
  readonly row: unknown;
}

/** Opens and compacts `file`; a torn last line (a crash while writing) is dropped. */
export function openJournal(file: string | undefined): Journal {
  const tables = new Map<string, Map<string, unknown>>();
  const remember = ({ table, key, row }: Line): void => {
    const rows = tables.get(table) ?? new Map<string, unknown>();
    if (row === null) rows.delete(key);
    else rows.set(key, row);
    tables.set(table, rows);
  };
  if (file !== undefined) {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    for (const line of existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : []) remember(line);
    const kept = [...tables].flatMap(([table, rows]) => [...rows].map(([key, row]) => `${JSON.stringify({ table, key, row })}\n`));
    writeFileSync(file, kept.join(''));
  }
  return {
    rows: (table) => [...(tables.get(table)?.values() ?? [])],
    put(table, key, row) {
      remember({ table, key, row });
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ table, key, row })}\n`);
    },
  };
}

function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
