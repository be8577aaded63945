// Excel from hell: each file is understood or refused with its sentence's kind, row and column.
import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/domain/roster/resolve.ts';
import type { SheetProblem } from '../../src/domain/roster.ts';
import { parseSheet } from '../../src/papers/sheets/parse-sheet.ts';
import { readSheet } from '../../src/papers/sheets/read-sheet.ts';
import { HOSTILE } from '../support/hostile-sheets.ts';
import { SAMPLE_RULES, sampleCode } from '../support/samples.ts';
import { goodLine, HEADINGS, xlsx } from '../support/sheet-bytes.ts';

async function problemsOf(bytes: Uint8Array, fileName: string): Promise<readonly SheetProblem[]> {
  const raw = await readSheet(bytes, fileName);
  if (!raw.ok) return raw.problem;
  const parsed = parseSheet(raw.value, SAMPLE_RULES.categories);
  if (parsed.kind !== 'institutions') throw new Error(`read as ${parsed.kind}`);
  const resolved = resolve(parsed, []);
  if (parsed.problems.length + resolved.problems.length === 0)
    expect(resolved.rows[0]).toMatchObject({ id: sampleCode(1), status: 'normal' });
  return [...parsed.problems, ...resolved.problems];
}

const brief = (problem: SheetProblem): string => `${problem.row ?? '-'} ${problem.column ?? '-'} ${problem.kind}`;

test.each(HOSTILE)('$what', async ({ bytes, fileName, problems }) => {
  const found = await problemsOf(await bytes(), fileName);
  expect(found.map(brief)).toEqual(problems);
  for (const problem of found) expect(Array.from(problem.value).length).toBeLessThanOrEqual(40);
});

describe('days are read in every form that people write', () => {
  test.each([
    ['2026-03-16', '2026-03-16'],
    ['2026/3/16', '2026-03-16'],
    ['2026.3.16', '2026-03-16'],
    ['2026年3月16日', '2026-03-16'],
    ['20260316', '2026-03-16'],
    [20_260_316, '2026-03-16'],
    [46_097, '2026-03-16'],
    [new Date('2026-03-16T00:00:00Z'), '2026-03-16'],
  ])('%s', async (written, day) => {
    const raw = await readSheet(await xlsx([HEADINGS, goodLine(1, { 许可证有效期至: written })]), 'a.xlsx');
    const parsed = raw.ok ? parseSheet(raw.value, SAMPLE_RULES.categories) : null;
    expect(parsed?.rows[0]?.fields).toMatchObject({ licenceUntil: day });
  });
});
