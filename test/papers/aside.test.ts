// A big sheet is read and written in a thread, and it comes out as it would here.
import { expect, test } from 'vitest';
import { manyInstitutions } from '../../bench/busy-office.ts';
import { readListAside, writeSheetAside } from '../../src/papers/sheets/aside.ts';
import { readList } from '../../src/papers/sheets/read-list.ts';
import { SAMPLE_RULES } from '../support/samples.ts';

const { categories: CATEGORIES } = SAMPLE_RULES;

test('a sheet of 2000 rows is read and written in a thread, while this one goes on', async () => {
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const bytes = await writeSheetAside({ kind: 'institutions', rows: manyInstitutions(2000) }, CATEGORIES);
  const aside = await readListAside(bytes, '机构.xlsx', CATEGORIES);
  clearInterval(ticking);
  expect(aside).toEqual(await readList(bytes, '机构.xlsx', CATEGORIES));
  expect(aside.ok && aside.value.rows.length).toBe(2000);
  expect(turns).toBeGreaterThan(10);
});

test('a small sheet and a broken one need none', async () => {
  const bytes = await writeSheetAside({ kind: 'institutions', rows: manyInstitutions(2) }, CATEGORIES);
  expect((await readListAside(bytes, '机构.xlsx', CATEGORIES)).ok).toBe(true);
  expect((await readListAside(new Uint8Array(100_000), '机构.xlsx', CATEGORIES)).ok).toBe(false);
});
