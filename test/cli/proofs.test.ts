// Checkpoints and proofs as a user types them, over a filled office: what is given to whom, what holds, and what a changed byte comes to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as checkpoints from '../../src/cli/checkpoints.ts';
import * as note from '../../src/cli/note.ts';
import * as prove from '../../src/cli/prove.ts';
import type { RowProof } from '../../src/domain/proof.ts';
import { openKey } from '../../src/flows/open-key.ts';
import { openStore } from '../../src/store/open.ts';
import type { Verification } from '../../src/verify/verify.ts';
import { openPublicOffice, type PublicOffice } from '../support/public-office.ts';
import { TEST_SIGNER } from '../support/signer.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const [VKEY = ''] = TEST_SIGNER.vkeys;
const NOTE = path.join(import.meta.dirname, '../vectors/checkpoint-note.txt');
const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-proofs-'));
let fresh: FreshStore;
let filled: PublicOffice;

beforeAll(async () => {
  fresh = await freshStore('sqlite');
  filled = await openPublicOffice(fresh.store);
  await openKey(filled.office);
}, 120_000);
afterAll(async () => {
  await fresh?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const openBooks = async () => ({ store: await openStore(fresh.url), rules: filled.office.rules });

/** Read through a function, since the command sets it behind the type checker's back. */
function codeOf({ exitCode }: { readonly exitCode?: number | string | null | undefined }): number {
  return Number(exitCode ?? 0);
}

async function run(...args: readonly string[]): Promise<Ran> {
  const program = new Command().exitOverride();
  note.register(program);
  for (const { register } of [prove, checkpoints]) register(program, openBooks);
  const [out, err] = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) => spy.mockReturnValue(true));
  process.exitCode = undefined;
  await program.parseAsync(args, { from: 'user' });
  const code = codeOf(process);
  process.exitCode = undefined;
  const [printed = '', said = ''] = [out, err].map((spy) => (spy?.mock.calls ?? []).map(([text]) => String(text)).join(''));
  vi.restoreAllMocks();
  return { code, out: printed, err: said };
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function firstRow(number: string): Promise<{ readonly id: string; readonly name: string; readonly lock: string }> {
  const draw = await fresh.store.read((books) => books.draws.get(number));
  const [row] = draw?.roster ?? [];
  if (!draw || !row) throw new Error(`no draw ${number}`);
  return { id: row.id, name: row.name, lock: draw.manifestHash };
}

test('note: the sample passes, a changed byte is refused with the reason', async () => {
  expect(await run('note', NOTE, '--key', VKEY)).toMatchObject({ code: 0, out: expect.stringContaining('通过｜签名｜') });
  const spoilt = written('spoilt.txt', readFileSync(NOTE, 'utf8').replace('\n3\n', '\n4\n'));
  const { code, out } = await run('note', spoilt, '--key', VKEY);
  expect(code).toBe(1);
  expect(out).toContain('不通过｜签名｜');
  expect(out).toContain('签名与内容不符');
  expect((await run('note', path.join(folder, 'nowhere.txt'), '--key', VKEY)).code).toBe(2);
});

test('prove: an institution of a public draw is proved to be in the list that the group was told of', async () => {
  const { id, name, lock } = await firstRow(filled.open);
  const { code, out } = await run('prove', filled.open, id, '--json');
  expect(code).toBe(0);
  const file = written('row.json', out);
  const inFours = lock.replace(/(.{4})/g, '$1 ').toUpperCase();
  expect(await run('prove', '--check', file, '--lock', inFours)).toMatchObject({ code: 0, out: expect.stringContaining('通过：') });
  expect((await run('prove', filled.open, name)).out).toContain('共 15 行，这是第 ');
  const lockless = await run('prove', '--check', file, '--json');
  expect((JSON.parse(lockless.out) as Verification).verdict.kind).toBe('consistent');
  expect((await run('prove', '--check', file, '--lock', '0'.repeat(64))).code).toBe(1);
});

test('prove: a proof with another row, place, path or manifest does not hold', async () => {
  const { id, lock } = await firstRow(filled.open);
  const proof = JSON.parse((await run('prove', filled.open, id, '--json')).out) as RowProof;
  const spoilt: readonly unknown[] = [
    { ...proof, row: { ...proof.row, excluded: '停业' } },
    { ...proof, index: proof.index + 1 },
    { ...proof, path: proof.path.slice(1) },
    { ...proof, manifest: { ...proof.manifest, draw: '2026-0009' } },
    { ...proof, kind: 'ledger-entry' },
    { ...proof, path: [...proof.path.slice(1), 'x'] },
    [],
  ];
  for (const one of spoilt) {
    const ran = await run('prove', '--check', written('spoilt.json', JSON.stringify(one)), '--lock', lock);
    expect([JSON.stringify(one).slice(0, 60), ran.code]).toEqual([JSON.stringify(one).slice(0, 60), 1]);
  }
  const twice = written('twice.json', JSON.stringify(proof).replace('"index":', '"index":7,"index":'));
  expect((await run('prove', '--check', twice, '--lock', lock)).out).toContain('字段 index 重复');
});

test('prove: before the visits are over no institution gets its proof, only the office its own', async () => {
  for (const number of [filled.hidden, filled.sealed, filled.voided]) {
    const { id } = await firstRow(number);
    const refused = await run('prove', number, id, '--json');
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('检查还没有结束');
    expect((await run('prove', number, id, '--inner')).code).toBe(0);
  }
  expect((await run('prove', filled.open, '没有这一家')).code).toBe(2);
  expect((await run('prove', '2026-9999', 'x', '--inner')).code).toBe(2);
  expect((await run('prove')).code).toBe(2);
});

test('prove --entry: an entry of the ledger is in the newest checkpoint, whose signature is checked with the key', async () => {
  for (const seq of [1, 7, 20]) {
    const file = written('entry.json', (await run('prove', '--entry', String(seq), '--json')).out);
    expect((await run('prove', '--check', file, '--key', VKEY)).code).toBe(0);
    const other = written('other.json', readFileSync(file, 'utf8').replace('"at": "2026', '"at": "2027'));
    expect((await run('prove', '--check', other, '--key', VKEY)).out).toContain('不通过｜工作记录第');
  }
  expect((await run('prove', '--entry', '99999')).code).toBe(2);
});

test('prove --from: the ledger only grew since an earlier checkpoint, and a note of another ledger does not fit', async () => {
  const sizes = (await fresh.store.read((books) => books.checkpoints.all())).map(({ size }) => size);
  for (const size of sizes) {
    const { out } = await run('prove', '--from', String(size), '--json');
    const file = written('growth.json', out);
    expect([size, (await run('prove', '--check', file, '--key', VKEY)).code]).toEqual([size, 0]);
    const { old, now, ...rest } = JSON.parse(out) as Record<string, unknown>;
    const foreign = written('foreign.json', JSON.stringify({ ...rest, old: readFileSync(NOTE, 'utf8'), now }));
    expect((await run('prove', '--check', foreign, '--key', VKEY)).code).toBe(1);
    expect(String(old)).toContain(`\n${size}\n`);
  }
  expect((await run('prove', '--from', '2')).code).toBe(2);
});

test('checkpoints: all are signed and hold, until somebody rewrites the ledger underneath', async () => {
  const { code, out } = await run('checkpoints');
  expect([code, out]).toEqual([0, expect.stringContaining('全部相符')]);
  expect(out.match(/签名有效/g)?.length).toBe(out.trim().split('\n').length - 1);
});
