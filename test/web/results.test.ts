// The results: search, paging, and the six fields of Art. 14 as CSV, XLSX and JSON.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Publication, SixFields } from '../../src/domain/publication.ts';
import { decodeText, parseCsv } from '../../src/papers/sheets/csv.ts';
import { openWorkbook } from '../../src/papers/sheets/workbook.ts';
import { publication as sample } from '../store/samples.ts';
import { openOffice } from '../support/office.ts';
import { type Served, serveOffice } from '../support/site-server.ts';
import { withOneStore } from '../support/store.ts';

const HEADINGS = ['机构名称', '抽查时间', '抽查方式', '抽查内容', '抽查结果', '违法行为查处情况'];
const HOSTILE = `<script>alert('1')</script>%_!`;
const FORMULA = '=HYPERLINK("http://example.invalid","示例")';

function published(n: number, change: Partial<SixFields> = {}, other: Partial<Publication> = {}): Publication {
  const id = `2026-${String(n).padStart(2, '0')}-01`;
  return {
    ...sample,
    id,
    state: 'published',
    publishedOn: `2026-03-${String((n % 28) + 1).padStart(2, '0')}`,
    fields: {
      ...sample.fields,
      institution: `示例律师事务所${n}（西平）`,
      result: '未发现问题。',
      handling: '未发现违法行为。',
      ...change,
    },
    ...other,
  };
}

/** 45 plain results of 2026, one hostile, one of 2025 of another category, and one that is only proposed. */
const ROWS: readonly Publication[] = [
  ...Array.from({ length: 45 }, (_, i) => published(i + 1)),
  published(50, { institution: HOSTILE, result: FORMULA, handling: '+1', content: '-2+3', method: '@SUM(1)' }),
  published(51, { institution: '示例公证处2025' }, { category: 'notary', publishedOn: '2025-06-01' }),
  published(52, { institution: '示例尚未公示' }, { state: 'proposed', publishedOn: null }),
];

const total = (text: string): number => Number(/共 (\d+) 条/.exec(text)?.[1]);
const names = (text: string) => [...text.matchAll(/<th scope="row">([^<]*)/g)].map((match) => match[1]);

withOneStore('the results', (shared) => {
  let site: Served;
  beforeAll(async () => {
    await shared().store.work(async (books) => {
      for (const row of ROWS) await books.publications.add(row);
    });
    site = await serveOffice(await openOffice(shared().store), import.meta.dirname);
  });
  afterAll(() => site.close());

  const page = async (query: Readonly<Record<string, string>> = {}): Promise<string> =>
    (await fetch(`${site.url}/results?${new URLSearchParams(query).toString()}`)).text();
  const json = async (query: Readonly<Record<string, string>>): Promise<readonly Readonly<Record<string, string>>[]> =>
    (await fetch(`${site.url}/results.json?${new URLSearchParams(query).toString()}`)).json() as Promise<readonly Record<string, string>[]>;

  test('are found by year, category, and a text in whatever width it was typed', async () => {
    expect(total(await page())).toBe(47);
    expect(total(await page({ year: '2025' }))).toBe(1);
    expect(total(await page({ category: 'notary' }))).toBe(1);
    expect(total(await page({ category: 'notary', year: '2026' }))).toBe(0);
    for (const q of ['事务所４５', '  事务所45 ', '事务所45(西平)', '事务所45（西平）'])
      expect([q, total(await page({ q }))]).toEqual([q, 1]);
    expect(total(await page({ q: '尚未公示' }))).toBe(0);
  });

  test('are searched for the signs themselves, never for what they mean to a database or a browser', async () => {
    for (const q of ['%_!', `<script>`, `'1'`, HOSTILE]) expect([q, total(await page({ q }))]).toEqual([q, 1]);
    for (const q of [`' OR 1=1 --`, '%%', '__', '\\', 'x'.repeat(5000)])
      expect([q.slice(0, 12), total(await page({ q }))]).toEqual([q.slice(0, 12), 0]);
    const text = await page({ q: HOSTILE });
    expect(text).toContain('value="&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;%_!"');
    expect(text).not.toContain('<script');
    expect(await page({ q: '没有的' })).toContain('没有符合条件的结果，请换个词试试。');
  });

  test('come in pages of twenty that keep the search', async () => {
    const first = await page({ year: '2026', q: '律师' });
    expect(first.match(/<th scope="row">/g)).toHaveLength(20);
    expect(first).toContain('第 1 / 3 页');
    const next =
      /href="(\/results\?[^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ??
      expect.fail('no next page');
    const second = await (await fetch(site.url + next)).text();
    expect(second).toContain('第 2 / 3 页');
    expect(new Set([...names(first), ...names(second), ...names(await page({ year: '2026', q: '律师', page: '3' }))]).size).toBe(45);
  });

  test('survive a page, a year and a category that are nonsense', async () => {
    for (const query of ['page=999', 'page=-1', 'page=1e9', 'page=99999999999999999999', 'year=abc', "category='", 'q=%00']) {
      const response = await fetch(`${site.url}/results?${query}`);
      expect([query, response.status]).toEqual([query, 200]);
    }
    expect(await page({ page: '999' })).toContain('第 3 / 3 页');
    expect((await fetch(`${site.url}/results?q=a&q=b&year[]=1&__proto__=x`)).status).toBe(200);
  });

  test('download as exactly the six fields of Art. 14, in their order', async () => {
    const csv = await fetch(`${site.url}/results.csv?category=notary`);
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename=results.csv');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const { fields } = ROWS.find(({ category }) => category === 'notary') ?? expect.fail();
    const row = [fields.institution, fields.time, fields.method, fields.content, fields.result, fields.handling];
    expect(parseCsv(decodeText(bytes) ?? '', ',')).toEqual([HEADINGS, row]);
    const [sheet] = await openWorkbook(new Uint8Array(await (await fetch(`${site.url}/results.xlsx?category=notary`)).arrayBuffer()));
    expect(sheet?.rows.map((cells) => cells.map((cell) => ('text' in cell ? cell.text : cell.kind)))).toEqual([HEADINGS, row]);
    const [object] = await json({ category: 'notary' });
    expect(Object.entries(object ?? {})).toEqual(HEADINGS.map((heading, i) => [heading, row[i]]));
  });

  test('download all that was found, not one page', async () => {
    expect(await json({ year: '2026' })).toHaveLength(46);
    expect(await json({ q: '事务所４５' })).toHaveLength(1);
  });

  test('become no formulas in a spreadsheet', async () => {
    const bytes = new Uint8Array(await (await fetch(`${site.url}/results.csv?q=HYPERLINK`)).arrayBuffer());
    expect(parseCsv(decodeText(bytes) ?? '', ',')?.[1]).toEqual([HOSTILE, sample.fields.time, `'@SUM(1)`, `'-2+3`, `'${FORMULA}`, `'+1`]);
    const [sheet] = await openWorkbook(new Uint8Array(await (await fetch(`${site.url}/results.xlsx?q=HYPERLINK`)).arrayBuffer()));
    expect(sheet?.rows[1]?.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'text', 'text', 'text']);
    expect(sheet?.rows[1]?.[4]).toMatchObject({ text: FORMULA });
  });
});
