// Puts a copy back, whichever database it came from: all of it in one transaction, or nothing.
import { copyFile, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { fail, ok, type Result } from '../domain/result.ts';
import { booksOver } from './all-books.ts';
import { readDump, type TableRow, tableRows } from './dump.ts';
import { checkChain } from './ledger.ts';
import { migrations } from './migrations/all.ts';
import { openEngine } from './open.ts';
import { insert } from './rows.ts';
import { tables } from './tables.ts';
import { createTriggers, dropTriggers } from './triggers.ts';

/** Why a copy was not put back; the target is as it was. */
export type RestoreProblem =
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'not-a-backup'; readonly why: string }
  | { readonly kind: 'ledger-broken'; readonly seq: number };

/** What was put back. */
export interface Restored {
  readonly rows: number;
  /** Entries of the ledger, the one that says "restored" included. */
  readonly ledgerEntries: number;
}

/** Rows written in one statement. */
const SLICE = 200;

/** Thrown to roll back; never leaves this file. */
class Refused extends Error {
  readonly problem: RestoreProblem;
  constructor(problem: RestoreProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/**
 * Replaces everything in the store at `url` by what is in the file (a SQLite file or a dump, told apart by their first
 * bytes). Refuses if the store has any row, unless forced; and if the ledger of the copy does not hold.
 */
export async function restoreStore(
  url: string,
  file: string,
  options: { readonly force: boolean; readonly now: Date },
): Promise<Result<Restored, RestoreProblem>> {
  const source = await openCopy(file);
  if (!source.ok) return source;
  try {
    const target = await openEngine(url);
    try {
      return ok(await target.write((manager) => replaceAll(manager, source.value.rows(), options), true));
    } finally {
      await target.close();
    }
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem);
    throw error;
  } finally {
    await source.value.close();
  }
}

async function replaceAll(
  manager: EntityManager,
  rows: AsyncIterable<TableRow>,
  { force, now }: { readonly force: boolean; readonly now: Date },
): Promise<Restored> {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('a restore needs a transaction of its own');
  if (!force && !(await isEmpty(manager))) throw new Refused({ kind: 'not-empty' });
  await dropTriggers(runner);
  for (const table of tables) await runner.query(`DELETE FROM "${table.options.name}"`);
  const written = await writeAll(manager, rows);
  await catchUpSequences(manager.connection, (sql) => runner.query(sql));
  await createTriggers(runner);

  const { ledger } = booksOver(manager);
  const check = await checkChain(ledger);
  if (check.kind === 'broken') throw new Refused({ kind: 'ledger-broken', seq: check.seq });
  const { seq } = await ledger.add({ what: 'restored', by: 'system', about: '', facts: { rows: written } }, now);
  return { rows: written, ledgerEntries: seq };
}

async function writeAll(manager: EntityManager, rows: AsyncIterable<TableRow>): Promise<number> {
  const byName = new Map(tables.map((table) => [table.options.name, table]));
  let written = 0;
  let name = '';
  let slice: object[] = [];
  const flush = async () => {
    const table = byName.get(name);
    if (slice.length > 0 && !table) throw new Refused({ kind: 'not-a-backup', why: `unknown table ${name}` });
    if (table) await insert(manager, table, slice);
    written += slice.length;
    slice = [];
  };
  for await (const { table, row } of readable(rows)) {
    if (table !== name || slice.length === SLICE) await flush();
    name = table;
    slice.push(row);
  }
  await flush();
  return written;
}

/** A copy that breaks off while it is read is a bad copy, not a bug. */
async function* readable(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  try {
    yield* rows;
  } catch (error) {
    throw new Refused({ kind: 'not-a-backup', why: (error as Error).message });
  }
}

async function isEmpty(manager: EntityManager): Promise<boolean> {
  for (const table of tables) {
    const found: unknown[] = await manager.query(`SELECT 1 FROM "${table.options.name}" LIMIT 1`);
    if (found.length > 0) return false;
  }
  return true;
}

/** PostgreSQL counts its running numbers beside the table; after rows came in with theirs, it must be told where it is. */
async function catchUpSequences(source: DataSource, run: (sql: string) => Promise<unknown>): Promise<void> {
  if (source.options.type !== 'postgres') return;
  for (const table of tables) {
    const { generatedColumns, tableName } = source.getMetadata(table);
    for (const { databaseName: column } of generatedColumns) {
      await run(
        `SELECT setval(pg_get_serial_sequence('"${tableName}"', '${column}'), (SELECT COALESCE(MAX("${column}"), 0) + 1 FROM "${tableName}"), false)`,
      );
    }
  }
}

interface Copy {
  readonly rows: () => AsyncIterable<TableRow>;
  readonly close: () => Promise<void>;
}

async function openCopy(file: string): Promise<Result<Copy, RestoreProblem>> {
  const start = await firstBytes(file);
  if (start.toString('latin1') === 'SQLite format 3\0') return openSqliteCopy(file);
  const known = migrations.map((migration) => migration.name);
  if (start[0] === 0x1f && start[1] === 0x8b) return ok({ rows: () => readDump(file, known), close: () => Promise.resolve() });
  return fail({ kind: 'not-a-backup', why: 'neither a SQLite file nor a gzipped dump' });
}

/** Opens a copy of the copy: an older one is brought up to date first, and the original stays as it was made. */
async function openSqliteCopy(file: string): Promise<Result<Copy, RestoreProblem>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'mingqian-restore-'));
  const remove = () => rm(dir, { recursive: true, force: true });
  try {
    const mine = path.join(dir, 'copy.db');
    await copyFile(file, mine);
    const { source, close } = await openEngine(`sqlite:${mine}`);
    return ok({ rows: () => tableRows(source.manager), close: () => close().then(remove) });
  } catch (error) {
    await remove();
    return fail({ kind: 'not-a-backup', why: (error as Error).message });
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
