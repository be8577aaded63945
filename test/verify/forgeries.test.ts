// Each part of a record that carries weight, changed once: all verifiers refuse it, and by the line that is about that part.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { verifyText } from '../../src/verify/strict-text.ts';
import type { Verification } from '../../src/verify/verify.ts';
import { drawProgram } from '../support/draw-program.ts';
import { MUTATIONS, spoilt } from '../support/mutations.ts';
import { verifyInPython } from '../support/python.ts';
import { featuresOf, randomRecords } from '../support/random-records.ts';
import { RECORDS } from '../support/vectors.ts';

const EVERYTHING = [
  'dice',
  'drand',
  'fill',
  'forced',
  'lottery',
  'recusals',
  'replace',
  'substitute',
  'swap',
  'unfilled',
  'weights',
  'witness',
];
const records = [...RECORDS.map(({ record }) => record), ...randomRecords(50)];

/** Read through a function, since the command sets it behind the type checker's back. */
function codeOf({ exitCode }: { readonly exitCode?: number | string | null | undefined }): number {
  return Number(exitCode ?? 0);
}

/** The command as a user types it, here in this process. */
function command(text: string): { readonly code: number; readonly failed: readonly string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingqian-forged-'));
  const file = path.join(folder, 'record.json');
  writeFileSync(file, text);
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.exitCode = undefined;
  drawProgram().parse(['verify', file, '--json'], { from: 'user' });
  const code = codeOf(process);
  process.exitCode = undefined;
  const { checks } = JSON.parse(out.mock.calls.map(([printed]) => String(printed)).join('')) as Verification;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
  return { code, failed: checks.filter(({ passed }) => !passed).map(({ id }) => id) };
}

test('the records between them hold everything that a record can hold', () => {
  expect([...new Set(records.flatMap(featuresOf))].sort()).toEqual(EVERYTHING);
});

test.each(MUTATIONS)(
  '$name changed is refused by the line $line, by the verifier, the command and the Python script alike',
  (mutation) => {
    const { line } = mutation;
    const forged = records.flatMap((record) => spoilt(mutation, record) ?? []).slice(0, 12);
    expect(forged.length).toBeGreaterThan(1);
    const texts = forged.map((record) => JSON.stringify(record));
    const inPython = verifyInPython(texts);
    for (const [i, text] of texts.entries()) {
      const failed = verifyText(text).checks.filter(({ passed }) => !passed);
      const right = failed.filter(({ id }) => id.split(':')[0] === line);
      expect([forged[i]?.manifest.draw, right.length > 0]).toEqual([forged[i]?.manifest.draw, true]);
      const titles = (inPython[i] ?? []).filter(([, passed]) => !passed).map(([title]) => title);
      expect(titles).toEqual(expect.arrayContaining(right.map(({ name }) => name)));
    }
    const { code, failed } = command(texts[0] ?? '');
    expect([code, failed.some((id) => id.split(':')[0] === line)]).toEqual([1, true]);
  },
  120_000,
);
