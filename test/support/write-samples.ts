// Writes `sandbox/samples/` anew: `npx tsx test/support/write-samples.ts`. A test holds that the files say what this would write.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyRows, SHEET_NAMES, writeSheet } from '../../src/papers/sheets/write-sheet.ts';
import { loadOffice } from '../../src/settings/office.ts';
import { COUNTY_DOCUMENTS, COUNTY_INSTITUTIONS, COUNTY_PEOPLE, published } from './county.ts';

const root = path.join(import.meta.dirname, '../..');
const config = loadOffice(path.join(root, 'config'));
if (!config.ok) throw new Error(JSON.stringify(config.problem));
const { rules, matters } = config.value;
const lists: readonly AnyRows[] = [
  { kind: 'people', rows: COUNTY_PEOPLE },
  { kind: 'institutions', rows: COUNTY_INSTITUTIONS },
  { kind: 'matters', rows: published(matters) },
  { kind: 'documents', rows: COUNTY_DOCUMENTS },
];
mkdirSync(path.join(root, 'sandbox/samples'), { recursive: true });
for (const list of lists) {
  writeFileSync(path.join(root, 'sandbox/samples', `${SHEET_NAMES[list.kind]}.xlsx`), await writeSheet(list, 'xlsx', rules.categories));
}
