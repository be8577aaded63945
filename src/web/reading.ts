// What the public pages read from the books. Reading decides nothing, so it has no flow.
import { isDisclosed } from '../domain/disclosure.ts';
import type { DrawRecord } from '../domain/record.ts';
import { quotaOf } from '../domain/ssj/objects.ts';
import type { Office } from '../flows/office.ts';
import type { DrawAtHand, DrawSummary } from '../papers/public/draw-pages.ts';
import { type Found, RESULTS_PAGE, type ResultSearch } from '../papers/public/result-pages.ts';

/** The books, as a page reads them. */
export type Books = Parameters<Parameters<Office['store']['read']>[0]>[0];

/** All draws, newest first, with how many each draws. */
export async function drawSummaries(books: Books): Promise<readonly DrawSummary[]> {
  const summaries: DrawSummary[] = [];
  for (const draw of await books.draws.all()) {
    const task = await books.tasks.get(draw.task);
    const whole = await books.draws.get(draw.number);
    const quota = draw.manifest.rules.strata.reduce((sum, stratum) => sum + (whole ? quotaOf(whole.roster, stratum) : 0), 0);
    summaries.push({ draw, title: task?.title ?? draw.task, quota });
  }
  return summaries;
}

/** One draw, its record only if it may be shown by now; null if there is no such draw. */
export async function drawAtHand(books: Books, number: string): Promise<DrawAtHand | null> {
  const draw = await books.draws.get(number);
  if (!draw) return null;
  const task = await books.tasks.get(draw.task);
  return {
    draw,
    task: { id: draw.task, title: task?.title ?? '' },
    given: await books.draws.contributions(number),
    people: await books.people.all(),
    record: isDisclosed(draw, await books.assignments.ofTask(draw.task)) ? draw.record : null,
  };
}

/** The record of a draw, if it may be shown to the public by now. */
export async function publicRecord(books: Books, number: string): Promise<DrawRecord | null> {
  return (await drawAtHand(books, number))?.record ?? null;
}

/** Published results: one page of them, or all. */
export async function findResults(books: Books, search: ResultSearch, isAll: boolean): Promise<Found> {
  const paging = isAll ? {} : { skip: (search.page - 1) * RESULTS_PAGE, take: RESULTS_PAGE };
  const where = {
    ...(search.year === null ? {} : { year: search.year }),
    ...(search.category === '' ? {} : { category: search.category }),
    ...(search.text === '' ? {} : { text: search.text }),
  };
  const { total, rows } = await books.publications.published({ ...where, ...paging });
  const everything = await books.publications.published({});
  const years = new Set(everything.rows.flatMap(({ publishedOn }) => (publishedOn ? [Number(publishedOn.slice(0, 4))] : [])));
  return { total, rows: rows.map(({ fields }) => fields), years: [...years].sort((a, b) => b - a) };
}
