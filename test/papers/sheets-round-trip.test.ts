// Lists out and in again: what was written is what is read, on XLSX and on CSV.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matter } from '../../src/domain/matter.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RatioDocument } from '../../src/domain/ratio-document.ts';
import { diff } from '../../src/domain/roster/diff.ts';
import type { AnyParsedSheet } from '../../src/domain/roster/parsed.ts';
import { resolve } from '../../src/domain/roster/resolve.ts';
import { parseSheet } from '../../src/papers/sheets/parse-sheet.ts';
import { readSheet } from '../../src/papers/sheets/read-sheet.ts';
import { type AnyRows, writeSheet, writeTemplate } from '../../src/papers/sheets/write-sheet.ts';
import { SAMPLE_RULES, sampleCity, sampleInstitutions, samplePerson } from '../support/samples.ts';

const { categories } = SAMPLE_RULES;

async function readBack(list: AnyRows, format: 'xlsx' | 'csv'): Promise<AnyParsedSheet> {
  const raw = await readSheet(await writeSheet(list, format, categories), `list.${format}`);
  if (!raw.ok) throw new Error(JSON.stringify(raw.problem));
  return parseSheet(raw.value, categories);
}

/** Reads what was written and lays it over the same rows: the problems, and how many rows would change. */
async function differences(list: AnyRows, format: 'xlsx' | 'csv'): Promise<{ problems: unknown; changes: unknown; unchanged: number }> {
  const parsed = await readBack(list, format);
  if (parsed.kind !== list.kind) throw new Error(`read as ${parsed.kind}`);
  const resolved = resolve(parsed, list.rows as never);
  const found = diff(new Map(list.rows.map((row) => [row.id, row])) as never, resolved.rows);
  return { problems: [...parsed.problems, ...resolved.problems], changes: found.changes, unchanged: found.unchanged };
}

const ROUND_TRIP = { problems: [], changes: [] };

const words = (max: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('甲乙 =+-@\'",;；\t\nA0１（〔%')), minLength: 1, maxLength: max })
    .map((text) => `字${text}字`);
const shortCode = fc
  .string({ unit: fc.constantFrom(...Array.from('0123456789ABab-_.')), minLength: 1, maxLength: 12 })
  .filter((text) => !/^\dE\d+$/i.test(text));
const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });

const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: shortCode,
  // Inner spaces of a name are dropped on purpose: not here.
  name: words(8).map((text) => text.replaceAll(/\s/g, '')),
  unit: words(10),
  sex: fc.constantFrom('male', 'female'),
  certificate: shortCode.map((text) => `证${text}`),
  post: orNull(words(10)),
  certificateState: fc.constantFrom('held', 'pending', 'none'),
  certificateUntil: orNull(someDay),
  categories: fc.uniqueArray(fc.constantFrom('lawfirm', 'notary', 'grassroots')),
  mayLead: fc.boolean(),
  cap: orNull(fc.integer({ min: 1, max: 99 })),
  status: fc.constantFrom('active', 'away', 'left'),
  roles: fc.uniqueArray(fc.constantFrom('admin', 'operator', 'head', 'inspector', 'witness', 'auditor')),
  mobile: orNull(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)),
  feishu: orNull(shortCode.map((text) => `ou_${text.replaceAll('.', '')}`)),
  dingtalk: fc.constant(null),
});

const anyMatter: fc.Arbitrary<Matter> = fc.record({
  id: shortCode,
  name: words(20),
  category: fc.constantFrom('lawfirm', 'notary', 'grassroots'),
  basis: words(40),
  subject: words(10),
  object: words(10),
  content: words(60),
  methods: fc.uniqueArray(fc.constantFrom('onsite', 'written'), { minLength: 1 }),
  points: fc.uniqueArray(
    words(30).map((text) => text.replaceAll(/[；\n]/g, '')),
    { minLength: 1, maxLength: 6 },
  ),
  effectiveFrom: someDay,
  publishedOn: orNull(someDay),
});

const anyDocument: fc.Arbitrary<RatioDocument> = fc.record({
  id: shortCode.map((text) => `西司文〔2026〕${text}号（示例）`),
  title: words(20),
  issuedOn: someDay,
  effectiveFrom: someDay,
  effectiveUntil: fc.constantFrom(null, '2199-12-31'),
  basis: orNull(words(30)),
  rows: fc.uniqueArray(
    fc.record({
      category: fc.constantFrom('lawfirm', 'notary', 'grassroots'),
      risk: fc.constantFrom(null, 'A', 'B', '高风险'),
      num: fc.integer({ min: 0, max: 100 }),
      den: fc.constantFrom(100, 100, 120, 1000),
      min: fc.integer({ min: 0, max: 9 }),
      base: fc.constantFrom('all', 'pool'),
      weight: fc.integer({ min: 1, max: 100 }),
      teamSize: fc.integer({ min: 2, max: 5 }),
      needsLead: fc.boolean(),
      drawsPerYear: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 6, selector: (row) => `${row.category}${row.risk ?? ''}` },
  ),
});

describe.each(['xlsx', 'csv'] as const)('as %s', (format) => {
  test('any list of people is read back as it was written', async () => {
    const lists = fc.uniqueArray(anyPerson, { minLength: 1, maxLength: 5, comparator: (a, b) => sharesCode(a, b) });
    await fc.assert(
      fc.asyncProperty(lists, async (rows) => {
        expect(await differences({ kind: 'people', rows }, format)).toMatchObject(ROUND_TRIP);
      }),
      { numRuns: 60 },
    );
  });

  test('any list of items is read back as it was written', async () => {
    const lists = fc.uniqueArray(anyMatter, { minLength: 1, maxLength: 4, selector: (row) => row.id });
    await fc.assert(
      fc.asyncProperty(lists, async (rows) => {
        expect(await differences({ kind: 'matters', rows }, format)).toMatchObject(ROUND_TRIP);
      }),
      { numRuns: 60 },
    );
  });

  test('any list of ratio documents is read back as it was written', async () => {
    const lists = fc.uniqueArray(anyDocument, { minLength: 1, maxLength: 4, selector: (row) => row.id });
    await fc.assert(
      fc.asyncProperty(lists, async (rows) => {
        expect(await differences({ kind: 'documents', rows }, format)).toMatchObject(ROUND_TRIP);
      }),
      { numRuns: 60 },
    );
  });

  test('the lists of a city are read back as they were written', async () => {
    const city = sampleCity();
    expect(await differences({ kind: 'institutions', rows: city.institutions }, format)).toMatchObject({ ...ROUND_TRIP, unchanged: 460 });
    expect(await differences({ kind: 'people', rows: city.people }, format)).toMatchObject({ ...ROUND_TRIP, unchanged: 140 });
  });

  test('a text that looks like a formula stays a text', async () => {
    const person = samplePerson('P001', '示例甲', { unit: '=HYPERLINK("http://example.invalid","点我")', post: '@SUM(A1)' });
    expect(await differences({ kind: 'people', rows: [person] }, format)).toMatchObject(ROUND_TRIP);
  });

  test('20,000 rows are written and read within seconds', async () => {
    const rows = sampleInstitutions(20_000, 'lawfirm', '律师事务所');
    const bytes = await writeSheet({ kind: 'institutions', rows }, format, categories);
    const start = process.cpuUsage();
    const raw = await readSheet(bytes, 'big');
    const parsed = raw.ok ? parseSheet(raw.value, categories) : null;
    expect(parsed?.rows.length).toBe(20_000);
    expect(parsed?.problems).toEqual([]);
    // Processor time, not the wall's: the machine that runs this may be busy with other things.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
  }, 60_000);
});

test('CSV puts an apostrophe before a text that a spreadsheet would calculate', async () => {
  const bytes = await writeSheet({ kind: 'people', rows: [samplePerson('P001', '示例甲', { unit: '=1+1' })] }, 'csv', categories);
  expect(new TextDecoder().decode(bytes)).toContain(`"'=1+1"`);
});

test.each(['people', 'institutions', 'matters', 'documents'] as const)(
  'the template of %s sent back untouched holds no row',
  async (kind) => {
    const raw = await readSheet(await writeTemplate(kind, categories), 'template.xlsx');
    if (!raw.ok) throw new Error(JSON.stringify(raw.problem));
    expect(raw.value.kind).toBe(kind);
    expect(parseSheet(raw.value, categories)).toMatchObject({ kind, rows: [], problems: [{ kind: 'no-rows' }] });
  },
);

function sharesCode(a: Person, b: Person): boolean {
  return (
    a.id === b.id ||
    a.certificate === b.certificate ||
    (a.mobile !== null && a.mobile === b.mobile) ||
    (a.feishu !== null && a.feishu === b.feishu)
  );
}
