// The Python script: short enough to be read, right about every vector and random draw, and of one mind with the other verifier.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashOf, stable } from '../../src/verify/stable.ts';
import { verifyText } from '../../src/verify/strict-text.ts';
import { runPython, runPythonScript, verifyInPython } from '../support/python.ts';
import { randomRecords } from '../support/random-records.ts';
import { at, leavesOf, replaced, spoilt } from '../support/trees.ts';
import { RECORDS } from '../support/vectors.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-python-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `title true`, in the order of the alphabet: the two do not make their checks in the same order. */
const linesOf = (checks: readonly (readonly [string, boolean])[]): readonly string[] => checks.map((check) => check.join(' ')).toSorted();

/** The one check that the standard library cannot make. */
const SIGNATURE = '随机信标的签名';
const { name, record } = RECORDS.find((each) => each.record.manifest.entropy.mode === 'drand') ?? expect.fail();
const vector = path.join('test/vectors', name);
const others = record.contributions.filter(({ by }) => by !== 'server');

function written(text: string): string {
  const file = path.join(folder, 'record.json');
  writeFileSync(file, text);
  return file;
}

test('it is under 200 lines, and imports nothing that is not in the standard library', () => {
  const lines = readFileSync('src/verify/ssj1.py', 'utf8').split('\n');
  expect(lines.length - 1).toBeLessThan(200);
  const imports = lines.filter((line) => /^\s*(import|from)\b/.test(line));
  expect(imports).toEqual(['import argparse, collections, datetime, hashlib, json, re, sys']);
});

test.each(RECORDS)('$name passes, line by line', ({ name: file }) => {
  const { code, out, err } = runPython(path.join('test/vectors', file));
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^通过｜文件的写法｜应为 .*｜实为 /);
  expect(out).not.toContain('不通过');
  expect(out).toMatch(/通过：记录自洽。没有出示群内的封签摘要/);
});

test('what was posted in the group is compared, and the verdict says so', () => {
  const lock = (record.manifestHash.match(/.{4}/g) ?? []).join(' ').toUpperCase();
  const { code, out } = runPython(vector, '--lock', lock, '--locked-at', record.manifest.lockedAt, '--close', hashOf(others));
  expect(code).toBe(0);
  for (const what of ['封签摘要', '封签时间', '封存摘要']) expect(out).toMatch(new RegExp(`^通过｜群内公布的${what}｜`, 'm'));
  expect(out.trimEnd()).toMatch(/通过：记录自洽，并与群内封签公告一致。$/);
  const other = runPython(vector, '--lock', '0'.repeat(64), '--locked-at', '2023-08-23T23:50:01+08:00', '--close', '1'.repeat(64));
  expect(other.code).toBe(1);
  for (const what of ['封签摘要', '封签时间', '封存摘要']) expect(other.out).toMatch(new RegExp(`^不通过｜群内公布的${what}｜`, 'm'));
});

test('a time without a zone is Beijing’s, and it says so; SM3 is compared where Python can, and never called a forgery where it cannot', () => {
  const { lockedAt } = record.manifest;
  expect(lockedAt).toContain('+08:00');
  const civil = lockedAt.slice(0, 19).replace('T', ' ');
  const whole = runPython(vector, '--locked-at', civil);
  expect([whole.code, whole.err]).toEqual([0, '']);
  expect(whole.out).toContain('封签时间没有写，按北京时间（+08:00）比对');
  expect(runPython(vector, '--locked-at', '2023-08-23 23:51').code).toBe(1);
  const sm3 = createHash('sm3').update(stable(record.manifest)).digest('hex');
  expect(runPython(vector, '--lock', sm3).out).toMatch(/通过：记录自洽，并与群内封签公告一致/);
  const blind = path.join(folder, 'blind.py');
  writeFileSync(blind, readFileSync('src/verify/ssj1.py', 'utf8').replace("'sm3' in hashlib", "'sm3-nowhere' in hashlib"));
  expect(runPythonScript(blind, vector, '--lock', sm3).out).toMatch(/群内公布的封签摘要｜.*这台电脑不会算，不能据此判真假，请改抄 SHA-256/);
});

test('of a drand value it checks the digest and says that the signature itself is not checked', () => {
  const { out } = runPython(vector);
  expect(out).toContain('通过｜随机信标的随机值');
  expect(out).toMatch(/没有核对的：[^]*随机信标的签名本身（BLS12-381）/);
});

test('a changed byte exits 1 and names the line; a file that cannot be read or an option that is none exits 2 in one sentence', () => {
  const spoiltFile = written(readFileSync(vector, 'utf8').replace('示例机构', '示范机构'));
  const refused = runPython(spoiltFile);
  expect(refused.code).toBe(1);
  expect(refused.out.match(/^不通过｜.*?｜/gm)).toEqual(['不通过｜机构名单的摘要｜']);
  const twice = runPython(written(readFileSync(vector, 'utf8').replace('{', '{"seed": "other",')));
  expect([twice.code, twice.out]).toEqual([1, expect.stringContaining('不通过｜文件的写法')]);
  for (const args of [['nowhere.json'], [written('no json')], [vector, '--lock', 'abc'], [vector, '--locked-at', '昨天'], []]) {
    const { code, out, err } = runPython(...args);
    expect([args, code, out]).toEqual([args, 2, '']);
    expect(err).not.toContain('Traceback');
  }
});

test('it prints its lines also where a text holds what the screen cannot show', () => {
  const { code, out, err } = runPython(written(JSON.stringify({ ...record, seed: '\ud800' })));
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('不通过｜机构抽取的种子');
});

test('on 50 random draws both verifiers make the same checks, and all pass', () => {
  const texts = randomRecords(50).map((each) => JSON.stringify(each));
  const found = verifyInPython(texts);
  for (const [i, text] of texts.entries()) {
    const mine = verifyText(text).checks.filter((check) => check.name !== SIGNATURE);
    expect(mine.every(({ passed }) => passed)).toBe(true);
    expect(linesOf(found[i] ?? [])).toEqual(linesOf(mine.map((check) => [check.name, check.passed])));
  }
}, 120_000);

test('whatever value is changed, both verifiers agree on refusing it', () => {
  const cases = RECORDS.flatMap(({ record: whole }) =>
    leavesOf(whole).flatMap((place) =>
      spoilt(at(whole, place)).map((value) => ({ place: place.join('.'), text: JSON.stringify(replaced(whole, place, value)) })),
    ),
  ).filter((_, i) => i % 17 === 0);
  expect(cases.length).toBeGreaterThan(300);
  const found = verifyInPython(cases.map(({ text }) => text));
  for (const [i, { place, text }] of cases.entries()) {
    const mine = verifyText(text).checks.filter(({ passed, name: title }) => !passed && title !== SIGNATURE);
    const hers = (found[i] ?? [['not read', false]]).filter(([, passed]) => !passed);
    expect([place, hers.length > 0]).toEqual([place, mine.length > 0]);
  }
}, 300_000);
