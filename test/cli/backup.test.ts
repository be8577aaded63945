// The commands migrate, backup and restore as a person runs them: what they print and how they exit.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { register as registerBackup } from '../../src/cli/backup.ts';
import { register as registerMigrate } from '../../src/cli/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { type FreshDatabase, freshDatabase } from '../support/store.ts';

let database: FreshDatabase;
let output = '';
let errors = '';

beforeEach(async () => {
  database = await freshDatabase('sqlite');
  output = errors = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((output += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((errors += String(text))));
});
afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await database.remove();
});

/** Runs one command line; answers its exit code. */
async function run(url: string, ...words: string[]): Promise<number> {
  const program = new Command();
  for (const register of [registerMigrate, registerBackup]) register(program, () => ({ databaseUrl: url }));
  await program.parseAsync(words, { from: 'user' });
  const code = Number(process.exitCode ?? 0);
  process.exitCode = undefined;
  return code;
}
const beside = (name: string) => path.join(path.dirname(database.url.slice('sqlite:'.length)), name);
const other = () => `sqlite:${beside('other.db')}`;

test('migrate makes the tables once and says what it did', async () => {
  expect(await run(database.url, 'migrate')).toBe(0);
  expect(output).toMatch(/^已升级：Ground\d+(?:、\w+)*。\n$/);
  expect(await run(database.url, 'migrate')).toBe(0);
  expect(output).toContain('数据库已是当前版本。');
});

test('backup and restore carry everything over, and say how much', async () => {
  const store = await openStore(database.url);
  await store.work((books) => books.notes.put('site', 'x'));
  await store.close();
  expect(await run(database.url, 'backup', beside('copy'))).toBe(0);
  expect(output).toMatch(/^已备份到 .*copy（\d+ 字节）。\n$/);
  expect(await run(other(), 'restore', beside('copy'), '--json')).toBe(0);
  expect(JSON.parse(output.slice(output.indexOf('{')))).toEqual({ rows: 1, ledgerEntries: 1 });
  const restored = await openStore(other());
  expect(await restored.read((books) => books.notes.get('site'))).toBe('x');
  await restored.close();
});

test('restore refuses a database with rows, with exit 1, and obeys --force', async () => {
  const store = await openStore(database.url);
  await store.work((books) => books.notes.put('site', 'x'));
  await store.close();
  await run(database.url, 'backup', beside('copy'));
  expect(await run(database.url, 'restore', beside('copy'))).toBe(1);
  expect(errors).toBe('数据库里已有数据，没有恢复；确认要用备份取代它，请加 --force。\n');
  expect(await run(database.url, 'restore', beside('copy'), '--force')).toBe(0);
});

test('bad input is exit 2 and one sentence: nothing to back up, a taken name, no file, no backup, no address', async () => {
  writeFileSync(beside('taken'), 'x');
  expect(await run(other(), 'backup', beside('copy'))).toBe(2);
  expect(existsSync(beside('other.db'))).toBe(false);
  await run(database.url, 'migrate');
  expect(await run(database.url, 'backup', beside('taken'))).toBe(2);
  expect(await run(database.url, 'restore', beside('nowhere'))).toBe(2);
  expect(await run(database.url, 'restore', beside('taken'))).toBe(2);
  expect(await run('mysql://x', 'migrate')).toBe(2);
  expect(errors.trim().split('\n')).toHaveLength(5);
  expect(errors).not.toContain('    at ');
});

test('a database that does not answer is exit 3 and one sentence', async () => {
  expect(await run('postgres://nobody@127.0.0.1:1/nothing', 'migrate')).toBe(3);
  expect(errors).toMatch(/^数据库操作失败：.*ECONNREFUSED.*\n$/);
});
