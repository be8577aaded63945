// What the public pages read from the books. Reading decides nothing, so it has no flow.
import { beaconTime } from '../domain/beacon-plan.ts';
import { KEY_SUBJECT } from '../domain/checkpoint.ts';
import { countConfirmations } from '../domain/confirmation-rules.ts';
import { isDisclosed, settledBefore } from '../domain/disclosure.ts';
import { lastIngredient } from '../domain/draw-result.ts';
import type { DrawRecord } from '../domain/record.ts';
import { readSitePlace, SITE_PLACE_NOTE, type SitePlace } from '../domain/site-place.ts';
import { quotaOf } from '../domain/ssj/objects.ts';
import { voidStanding } from '../domain/void-outcome.ts';
import { ingredientsOf } from '../flows/ingredients.ts';
import type { Office } from '../flows/office.ts';
import type { KeysTold } from '../papers/public/checkpoint-pages.ts';
import type { DrawAtHand, DrawSummary } from '../papers/public/draw-pages.ts';
import { type Found, RESULTS_PAGE, type ResultSearch } from '../papers/public/result-pages.ts';

/** The books, as a page reads them. */
export type Books = Parameters<Parameters<Office['store']['read']>[0]>[0];

/** How many institutions each draw draws, by its number. What was locked never changes, so each is counted once and kept. */
export type Quotas = Map<string, number>;

/** All draws, newest first. */
export async function drawSummaries(books: Books): Promise<readonly DrawSummary[]> {
  const titles = new Map((await books.tasks.all()).map(({ id, title }) => [id, title]));
  return (await books.draws.all()).map((draw) => ({ draw, title: titles.get(draw.task) ?? draw.task }));
}

/** Counts the quotas of those draws that have not been counted yet. */
export async function countQuotas(books: Books, draws: readonly DrawSummary[], quotas: Quotas): Promise<void> {
  for (const { draw } of draws) if (!quotas.has(draw.number)) quotas.set(draw.number, await countQuota(books, draw.number));
}

/** The list itself has to be read for it: the manifest knows only the list's digest. */
async function countQuota(books: Books, number: string): Promise<number> {
  const draw = await books.draws.get(number);
  return draw ? draw.manifest.rules.strata.reduce((sum, stratum) => sum + quotaOf(draw.roster, stratum), 0) : 0;
}

/** One draw, its record only if it may be shown by now; null if there is no such draw. */
export async function drawAtHand(books: Books, number: string): Promise<DrawAtHand | null> {
  const draw = await books.draws.get(number);
  if (!draw) return null;
  const task = await books.tasks.get(draw.task);
  const ingredients = await ingredientsOf(books, number);
  const last = lastIngredient(draw, ingredients);
  const outcome = await books.outcomes.get(number);
  return {
    draw,
    task: { id: draw.task, title: task?.title ?? '' },
    given: ingredients.given,
    beacon: last.ok ? last.value.beacon : null,
    beaconAt: task && beaconTime(draw, task),
    confirmations: draw.state === 'settled' ? countConfirmations(draw, await books.confirmations.ofDraw(number)) : null,
    outcome: draw.state === 'void' ? { standing: voidStanding(draw, ingredients), record: outcome?.record ?? null } : null,
    people: await books.people.all(),
    record: await publicRecord(books, number),
    checkpoints: await books.checkpoints.ofDraw(number),
  };
}

/** The record of a draw, or the outcome of a void one, if it may be shown to the public by now. */
export async function publicRecord(books: Books, number: string): Promise<DrawRecord | null> {
  const draw = await books.draws.get(number);
  if (!draw || !(await isPublic(books, draw))) return null;
  return draw.record ?? (await books.outcomes.get(number))?.record ?? null;
}

/**
 * Its own visits are over, and those of every draw whose names its record would give away. By a void draw nobody is
 * visited, so that its outcome waits only for the others: its list calls inspected whom they drew.
 */
async function isPublic(books: Books, draw: Pick<DrawSummary['draw'], 'number' | 'state' | 'task'>): Promise<boolean> {
  if (draw.state !== 'settled' && draw.state !== 'void') return false;
  const own = draw.state === 'settled' ? [draw] : [];
  for (const one of [...own, ...settledBefore(draw, await books.draws.all())]) {
    if (!isDisclosed(one, await books.assignments.ofTask(one.task))) return false;
  }
  return true;
}

/** Published results: one page of them, the last one if there are not so many pages; or all. */
export async function findResults(books: Books, search: ResultSearch, isAll: boolean): Promise<Found> {
  const where = {
    ...(search.year === null ? {} : { year: search.year }),
    ...(search.category === '' ? {} : { category: search.category }),
    ...(search.text === '' ? {} : { text: search.text }),
  };
  const read = (page: number) =>
    books.publications.published(isAll ? where : { ...where, skip: (page - 1) * RESULTS_PAGE, take: RESULTS_PAGE });
  const first = await read(search.page);
  const page = Math.min(search.page, Math.max(1, Math.ceil(first.total / RESULTS_PAGE)));
  const { total, rows } = page === search.page ? first : await read(page);
  return { total, page, rows: rows.map(({ fields }) => fields), years: await books.publications.years() };
}

/** Where the files of the site were put last, as its footer says; null if nobody has said so. */
export async function sitePlace(books: Books): Promise<SitePlace | null> {
  return readSitePlace(await books.notes.get(SITE_PLACE_NOTE));
}

/** The keys that sign checkpoints, as the ledger was told of them. */
export async function keysTold(books: Books): Promise<readonly KeysTold[]> {
  const told = await books.ledger.about(KEY_SUBJECT);
  return told.map(({ at, payload }) => ({ since: at, vkeys: String(payload.facts?.['vkeys'] ?? '').split(' ') }));
}
