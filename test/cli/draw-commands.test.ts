// The three verbs of the draw as a user types them: what is printed, and the exit code.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { ENTROPY_MODES } from '../../src/domain/task.ts';
import type { Verification } from '../../src/verify/verify.ts';
import { drawProgram } from '../support/draw-program.ts';
import { ASSIGNMENTS, RECORDS } from '../support/vectors.ts';

const PROGRAM = fileURLToPath(new URL('../support/draw-process.ts', import.meta.url));
const VECTORS = fileURLToPath(new URL('../vectors/', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-cli-'));
const { name, record } = RECORDS[0] as (typeof RECORDS)[number];
const file = path.join(VECTORS, name);

interface Ran {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** Runs the program here, as starting a process for each case would take seconds; one case below is a process. */
function run(...args: readonly string[]): Ran {
  const [out, err] = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')].map((spy) => spy.mockReturnValue(true));
  process.exitCode = undefined;
  drawProgram().parse(args, { from: 'user' });
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  const printed = [out, err].map((spy) => (spy?.mock.calls ?? []).map(([text]) => String(text)).join(''));
  vi.restoreAllMocks();
  return { code, out: printed[0] ?? '', err: printed[1] ?? '' };
}

function written(fileName: string, text: string): string {
  const at = path.join(folder, fileName);
  writeFileSync(at, text);
  return at;
}

test('verify prints a line for every check and exits 0 when all hold', () => {
  const { code, out, err } = run('verify', file, '--lock', record.manifestHash, '--locked-at', record.manifest.lockedAt);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^通过｜文件的写法｜/);
  expect(out).toContain(`通过｜封签摘要｜应为 ${record.manifestHash}｜实为 ${record.manifestHash}`);
  expect(out).not.toContain('不通过');
  expect(out.trimEnd()).toMatch(/通过：记录自洽，并与群内封签公告一致。没有出示群内的见证封存摘要/);
});

test('verify --json exits 1 and names the failing line when a byte was changed', () => {
  const spoilt = written('spoilt.json', readFileSync(file, 'utf8').replace('示例机构lawfirm0', '示例机构lawfirmO'));
  const { code, out } = run('verify', spoilt, '--json');
  const { checks, verdict } = JSON.parse(out) as Verification;
  expect(code).toBe(1);
  expect(verdict.kind).toBe('refused');
  expect(checks.filter(({ passed }) => !passed).map(({ id }) => id)).toEqual(['roster-root']);
});

test('verify exits 1 on a key written twice, which readers would read differently', () => {
  const twice = written('twice.json', readFileSync(file, 'utf8').replace('{', '{"seed": "other",'));
  const { code, out } = run('verify', twice);
  expect(code).toBe(1);
  expect(out).toContain('不通过｜文件的写法');
  expect(out).toContain('字段 seed 重复');
});

test.each([
  ['a file that is not there', ['verify', 'nowhere.json'], '找不到文件'],
  ['a file that is no JSON', ['verify', PROGRAM], '不是 JSON'],
  ['a digest that is none', ['verify', file, '--lock', 'abc'], '64 位'],
  ['a time that is none', ['verify', file, '--locked-at', '昨天'], '应为时间'],
  ['an input of the wrong shape', ['assign', file], '输入的形式不对'],
] as const)('%s exits 2 with one Chinese sentence and no stack', (_, args, words) => {
  const { code, out, err } = run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test.each(ENTROPY_MODES)('replay of a draw by %s prints exactly what it computes, without looking at the results of the record', (mode) => {
  const given = RECORDS.find((one) => one.record.manifest.entropy.mode === mode)?.record ?? expect.fail(`no record by ${mode}`);
  const { manifest, roster, inspectors, recusals, contributions, beacon } = given;
  const events = given.events.map(({ n, request, link }) => ({ n, request, link }));
  const input = written('input.json', JSON.stringify({ manifest, roster, inspectors, recusals, contributions, beacon, events }));
  const { code, out } = run('replay', input);
  const { seed, objects, inspectorSeed, teams, unfilled, finalTeams } = given;
  const results = given.events.map((event) => ({ n: event.n, seed: event.seed, result: event.result }));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ seed, objects, inspectorSeed, teams, unfilled, events: results, finalTeams });
});

test('as a process of its own, replay exits 2 on a list that is not the sealed one, and prints no stack', () => {
  const input = written('short.json', JSON.stringify({ ...record, roster: record.roster.slice(1) }));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', PROGRAM, 'replay', input], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[^\n]+。\n$/);
}, 60_000);

test('assign prints teams, loads and empty places', () => {
  const [{ input, expected }] = ASSIGNMENTS as [(typeof ASSIGNMENTS)[number]];
  const { code, out } = run('assign', written('assign.json', `\ufeff${JSON.stringify(input)}`));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(expected);
});

test('assign takes a list of inputs and answers each in its place', () => {
  const cases = JSON.parse(readFileSync('test/vectors/assign-20.json', 'utf8')) as readonly {
    teams: unknown;
    load: unknown;
    unfilled: unknown;
  }[];
  const { code, out } = run('assign', 'test/vectors/assign-20.json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(cases.map(({ teams, load, unfilled }) => ({ teams, load, unfilled })));
});
