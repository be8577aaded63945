// `import` and `export` as somebody types them: exit codes, sentences on stderr, data on stdout.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { register as registerExport } from '../../src/cli/export.ts';
import { register as registerImport } from '../../src/cli/import.ts';
import { openStore } from '../../src/store/open.ts';
import { SAMPLE_RULES } from '../support/samples.ts';

const samples = path.join(import.meta.dirname, '../../sandbox/samples');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingqian-cli-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function exitCode(): number {
  return Number(process.exitCode ?? 0);
}

const open = async () => ({ store: await openStore(`sqlite:${path.join(folder, 'office.db')}`), rules: SAMPLE_RULES });

/** Runs one command on the folder's database. */
async function mingqian(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  process.exitCode = undefined;
  const program = new Command().exitOverride();
  registerImport(program, open);
  registerExport(program, open);
  await program.parseAsync(['node', 'mingqian', ...words]);
  const code = exitCode();
  vi.restoreAllMocks();
  process.exitCode = undefined;
  return { code, out, err };
}

test('the sample lists are imported, exported and imported again without a change', async () => {
  for (const [kind, file, count] of [
    ['people', '人员.xlsx', 13],
    ['institutions', '机构.xlsx', 15],
    ['documents', '文件.xlsx', 1],
  ] as const) {
    const imported = await mingqian('import', kind, path.join(samples, file));
    expect(imported).toEqual({ code: 0, out: `共 ${count} 行：新增 ${count}，修改 0，不变 0。已导入。\n`, err: '' });
    for (const extension of ['xlsx', 'csv']) {
      const copy = path.join(folder, `${kind}.${extension}`);
      expect(await mingqian('export', kind, copy)).toMatchObject({ code: 0, err: '' });
      const again = await mingqian('import', kind, copy, '--json');
      expect(JSON.parse(again.out)).toMatchObject({ total: count, added: 0, changed: 0, unchanged: count, problems: [] });
    }
  }
});

test('a dry run says what would change and changes nothing', async () => {
  const tried = await mingqian('import', 'people', path.join(samples, '人员.xlsx'), '--dry-run');
  expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('名录没有改动') });
  expect(JSON.parse((await mingqian('export', 'people', path.join(folder, 'none.csv'), '--json')).out)).toMatchObject({ rows: 0 });
});

test('problems are listed by row and column, the exit code is 2, nothing is imported', async () => {
  const file = path.join(folder, 'bad.csv');
  writeFileSync(file, '姓名,单位,性别,手机,状态\n示例甲,办公室,男,123,在岗\n示例乙,办公室,女,,走了\n');
  const refused = await mingqian('import', 'people', file);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('第 2 行“手机”');
  expect(refused.err).toContain('第 3 行“状态”');
  expect(JSON.parse((await mingqian('import', 'people', file, '--json')).out)).toMatchObject({
    problems: [
      { row: 2, column: '手机', kind: 'bad-mobile' },
      { row: 3, column: '状态', kind: 'bad-choice' },
    ],
  });
  expect(JSON.parse((await mingqian('export', 'people', path.join(folder, 'none.csv'), '--json')).out)).toMatchObject({ rows: 0 });
});

test('wrong usage gets its sentence', async () => {
  expect(await mingqian('import', 'cats', 'a.xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('cats') });
  expect(await mingqian('import', 'people', path.join(folder, 'nothing.xlsx'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('读不到'),
  });
  expect(await mingqian('import', 'people', path.join(samples, '机构.xlsx'))).toMatchObject({ code: 2 });
  expect(await mingqian('export', 'people', path.join(folder, 'a.pdf'))).toMatchObject({ code: 2 });
  expect(existsSync(path.join(folder, 'a.pdf'))).toBe(false);
});

test('the exported CSV opens in Excel as UTF-8', async () => {
  await mingqian('import', 'institutions', path.join(samples, '机构.xlsx'));
  await mingqian('export', 'institutions', path.join(folder, 'a.csv'));
  expect([...readFileSync(path.join(folder, 'a.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
