// The facts of the results page, its search, its downloads; and of the home page.
import type { SixFields } from '../../domain/publication.ts';
import { type DrawSummary, drawLine } from './draw-pages.ts';
import { type Facts, frame, link, type Setting } from './frame.ts';

/** What a reader asked for; every part may be missing. */
export interface ResultSearch {
  readonly year: number | null;
  readonly category: string;
  readonly text: string;
  readonly page: number;
}

/** Results on one page of the site. */
export const RESULTS_PAGE = 20;
const ON_HOME = 5;

/** The six fields of Art. 14 in order, with their headings: what the downloads hold. */
export const SIX_COLUMNS: readonly { readonly key: keyof SixFields; readonly name: string }[] = [
  { key: 'institution', name: '机构名称' },
  { key: 'time', name: '抽查时间' },
  { key: 'method', name: '抽查方式' },
  { key: 'content', name: '抽查内容' },
  { key: 'result', name: '抽查结果' },
  { key: 'handling', name: '违法行为查处情况' },
];

/** What was found: all there are, the rows of this page, and the years there are any of. */
export interface Found {
  readonly total: number;
  /** Which page the rows are of. */
  readonly page: number;
  readonly rows: readonly SixFields[];
  readonly years: readonly number[];
}

/** Facts of the results page. As files there is one page with all of them. */
export function resultsFacts(setting: Setting, search: ResultSearch, { total, page, rows, years }: Found): Facts {
  const { isStatic } = setting.place;
  const pages = isStatic ? 1 : Math.max(1, Math.ceil(total / RESULTS_PAGE));
  const query = (wanted: number | null): string => (isStatic ? '' : queryOf(search, wanted));
  return {
    ...frame(setting, '抽查结果', 'results'),
    q: search.text,
    years: years.map((year) => ({ year, isChosen: year === search.year })),
    categories: setting.rules.categories.map(({ id, name }) => ({ id, name, isChosen: id === search.category })),
    total,
    isSearch: search.text !== '' || search.category !== '' || search.year !== null,
    results: rows,
    downloads: ['csv', 'xlsx', 'json'].map((ending) => ({ name: ending.toUpperCase(), path: `results.${ending}${query(null)}` })),
    page,
    pages: pages > 1 ? pages : null,
    previous: page > 1 ? `results${query(page - 1)}` : null,
    next: page < pages ? `results${query(page + 1)}` : null,
  };
}

function queryOf(search: ResultSearch, page: number | null): string {
  const query = new URLSearchParams();
  if (search.year !== null) query.set('year', String(search.year));
  if (search.category !== '') query.set('category', search.category);
  if (search.text !== '') query.set('q', search.text);
  if (page !== null) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Facts of the home page: the year in four numbers, the latest draws and results. */
export function homeFacts(setting: Setting, year: number, draws: readonly DrawSummary[], published: Found): Facts {
  const count = (state: string): number => draws.filter(({ draw }) => draw.state === state).length;
  return {
    ...frame(setting, '首页', ''),
    year,
    counts: { locked: draws.length, settled: count('settled'), void: count('void'), published: published.total },
    draws: draws.slice(0, ON_HOME).map((summary) => drawLine(setting, summary)),
    results: published.rows.slice(0, ON_HOME),
    resultsLink: link(setting.place, 'results'),
  };
}
