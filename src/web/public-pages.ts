// Every public page by name: what is read for it and which template shows it. The server and `mingqian site` share this.
import { dayOf } from '../domain/day.ts';
import type { Office } from '../flows/office.ts';
import type { Pages } from '../papers/pages.ts';
import { drawFacts, drawsFacts, verifyFacts } from '../papers/public/draw-pages.ts';
import { notFoundFacts, type Place } from '../papers/public/frame.ts';
import { documentsFacts, listsFacts, mattersFacts, plansFacts } from '../papers/public/list-pages.ts';
import { homeFacts, type ResultSearch, resultsFacts } from '../papers/public/result-pages.ts';
import { drawAtHand, drawSummaries, findResults } from './reading.ts';

/** The pages that need nothing but the books. */
export const PLAIN_PAGES = ['home', 'draws', 'plans', 'matters', 'documents', 'lists'] as const;
export type PlainPage = (typeof PLAIN_PAGES)[number];

/** Makes pages; null where there is nothing to show. */
export interface PageMaker {
  plain(page: PlainPage, place: Place): Promise<string>;
  results(search: ResultSearch, place: Place): Promise<string>;
  draw(number: string, place: Place): Promise<string | null>;
  verify(number: string, place: Place): Promise<string | null>;
  notFound(why: 'hidden' | 'missing', place: Place): string;
}

/** A search that finds everything. */
export const ALL_RESULTS: ResultSearch = { year: null, category: '', text: '', page: 1 };

/** A page maker over an office's books. */
export function pageMaker(office: Office, pages: Pages): PageMaker {
  const setting = (place: Place) => ({ rules: office.rules, now: office.now(), place });
  return {
    plain: (page, place) =>
      office.store.read(async (books) => {
        const its = setting(place);
        switch (page) {
          case 'home': {
            const year = Number(dayOf(its.now).slice(0, 4));
            return pages(
              'home',
              homeFacts(its, year, await thisYear(drawSummaries(books), year), await findResults(books, { ...ALL_RESULTS, year }, true)),
            );
          }
          case 'draws':
            return pages('draws', drawsFacts(its, await drawSummaries(books)));
          case 'plans':
            return pages('plans', plansFacts(its, await books.tasks.all()));
          case 'matters':
            return pages('matters', mattersFacts(its, await books.matters.all()));
          case 'documents':
            return pages('documents', documentsFacts(its, await books.documents.all()));
          case 'lists':
            return pages('lists', listsFacts(its, await books.institutions.all(), await books.people.all()));
        }
      }),
    results: (search, place) =>
      office.store.read(async (books) =>
        pages('results', resultsFacts(setting(place), search, await findResults(books, search, place.isStatic))),
      ),
    draw: (number, place) =>
      office.store.read(async (books) => {
        const draw = await drawAtHand(books, number);
        return draw && pages('draw', drawFacts(setting(place), draw));
      }),
    verify: (number, place) =>
      office.store.read(async (books) => {
        const record = (await drawAtHand(books, number))?.record;
        return record ? pages('verify', verifyFacts(setting(place), number, record)) : null;
      }),
    notFound: (why, place) => pages('message', notFoundFacts(setting(place), why)),
  };
}

async function thisYear(draws: ReturnType<typeof drawSummaries>, year: number): ReturnType<typeof drawSummaries> {
  return (await draws).filter(({ draw }) => draw.number.startsWith(`${year}-`));
}
