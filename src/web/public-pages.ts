// Every public page by name: what is read for it and which template shows it. The server and `mingqian site` share this.
import { dayOf } from '../domain/day.ts';
import type { Office } from '../flows/office.ts';
import type { PageName, Pages } from '../papers/pages.ts';
import { checkpointsFacts } from '../papers/public/checkpoint-pages.ts';
import { drawFacts, drawsFacts, verifyFacts } from '../papers/public/draw-pages.ts';
import { type Facts, type MessageKind, messageFacts, type Place, type Setting } from '../papers/public/frame.ts';
import { documentsFacts, listsFacts, mattersFacts, plansFacts } from '../papers/public/list-pages.ts';
import { homeFacts, type ResultSearch, resultsFacts } from '../papers/public/result-pages.ts';
import {
  type Books,
  countQuotas,
  drawAtHand,
  drawSummaries,
  findResults,
  keysTold,
  publicRecord,
  type Quotas,
  sitePlace,
} from './reading.ts';

/** The pages that need nothing but the books. */
export const PLAIN_PAGES = ['home', 'draws', 'plans', 'matters', 'documents', 'lists', 'checkpoints'] as const;
export type PlainPage = (typeof PLAIN_PAGES)[number];

/** Makes pages; null where there is nothing to show. */
export interface PageMaker {
  plain(page: PlainPage, place: Place): Promise<string>;
  results(search: ResultSearch, place: Place): Promise<string>;
  draw(number: string, place: Place): Promise<string | null>;
  verify(number: string, place: Place): Promise<string | null>;
  /** A page that only says something. It does not need the books, since it may be they that are missing. */
  message(kind: MessageKind, place: Place): string;
}

/** A search that finds everything. */
export const ALL_RESULTS: ResultSearch = { year: null, category: '', text: '', page: 1 };

/** A page maker over an office's books. */
export function pageMaker(office: Office, pages: Pages): PageMaker {
  const quotas: Quotas = new Map();
  const made = async (page: PageName, place: Place, read: (books: Books, setting: Setting) => Promise<Facts | null>) => {
    const facts = await office.store.read(async (books) =>
      read(books, {
        rules: office.rules,
        now: office.now(),
        place,
        placed: await sitePlace(books),
        checkpoint: await books.checkpoints.last(),
      }),
    );
    return facts && pages(page, facts);
  };
  return {
    plain: async (page, place) => (await made(page, place, (books, setting) => plainFacts(page, books, setting, quotas))) ?? '',
    results: async (search, place) =>
      (await made('results', place, async (books, setting) =>
        resultsFacts(setting, search, await findResults(books, search, place.isStatic)),
      )) ?? '',
    draw: (number, place) =>
      made('draw', place, async (books, setting) => {
        const draw = await drawAtHand(books, number);
        return draw && drawFacts(setting, draw);
      }),
    verify: (number, place) =>
      made('verify', place, async (books, setting) => {
        const record = await publicRecord(books, number);
        return record && verifyFacts(setting, number, record);
      }),
    message: (kind, place) =>
      pages('message', messageFacts({ rules: office.rules, now: office.now(), place, placed: null, checkpoint: null }, kind)),
  };
}

async function plainFacts(page: PlainPage, books: Books, setting: Setting, quotas: Quotas): Promise<Facts> {
  switch (page) {
    case 'home': {
      const year = Number(dayOf(setting.now).slice(0, 4));
      const draws = (await drawSummaries(books)).filter(({ draw }) => draw.number.startsWith(`${year}-`));
      return homeFacts(setting, year, draws, await findResults(books, { ...ALL_RESULTS, year }, false));
    }
    case 'draws': {
      const draws = await drawSummaries(books);
      await countQuotas(books, draws, quotas);
      return drawsFacts(setting, draws, quotas);
    }
    case 'plans':
      return plansFacts(setting, await books.tasks.all());
    case 'matters':
      return mattersFacts(setting, await books.matters.all());
    case 'documents':
      return documentsFacts(setting, await books.documents.all());
    case 'lists':
      return listsFacts(setting, await books.institutions.all(), await books.people.all());
    case 'checkpoints':
      return checkpointsFacts(setting, await books.checkpoints.all(), await keysTold(books));
  }
}
