// The files of the sample county are what the code writes: importing them gives exactly these lists.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compare } from '../../src/domain/roster/compare.ts';
import { readList } from '../../src/papers/sheets/read-list.ts';
import { SHEET_NAMES } from '../../src/papers/sheets/write-sheet.ts';
import { loadOffice } from '../../src/settings/office.ts';
import { COUNTY_DOCUMENTS, COUNTY_INSTITUTIONS, COUNTY_PEOPLE, published } from '../support/county.ts';

const root = path.join(import.meta.dirname, '../..');
const config = loadOffice(path.join(root, 'config'));
if (!config.ok) throw new Error(JSON.stringify(config.problem));
const { rules, matters } = config.value;

test.each([
  { kind: 'people', rows: COUNTY_PEOPLE },
  { kind: 'institutions', rows: COUNTY_INSTITUTIONS },
  { kind: 'matters', rows: published(matters) },
  { kind: 'documents', rows: COUNTY_DOCUMENTS },
] as const)('the sample file of $kind imports without a problem', async ({ kind, rows }) => {
  const fileName = `${SHEET_NAMES[kind]}.xlsx`;
  const read = await readList(readFileSync(path.join(root, 'sandbox/samples', fileName)), fileName, rules.categories, kind);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  expect(compare(read.value as never, rows as never)).toMatchObject({ problems: [], changes: [], unchanged: rows.length });
});

test('every sample institution says that it is one', () => {
  expect(COUNTY_INSTITUTIONS.every((institution) => institution.name.startsWith('示例'))).toBe(true);
});
