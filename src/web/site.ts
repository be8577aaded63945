// `mingqian site DIR`: the same public pages as files, for the government portal of a bureau whose server nobody outside can reach.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Office } from '../flows/office.ts';
import { openPages, siteStyle } from '../papers/pages.ts';
import { noteFile } from '../papers/public/checkpoint-pages.ts';
import { DOWNLOAD_ENDINGS, downloadOf } from './downloads.ts';
import { ALL_RESULTS, type PageMaker, PLAIN_PAGES, pageMaker } from './public-pages.ts';
import { findResults, publicRecord } from './reading.ts';
import { copyVerifier, VERIFIER } from './verifier.ts';

type Put = (name: string, body: string | Uint8Array) => void;

/** Writes the site; answers the files it wrote, relative to the folder. `verifier` is the folder of the built verifier. */
export async function writeSite(office: Office, folder: string, verifier = VERIFIER): Promise<readonly string[]> {
  const make = pageMaker(office, openPages());
  const written: string[] = [];
  const put: Put = (name, body) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, body);
    written.push(name);
  };
  await putPages(office, make, put);
  for (const { number } of await office.store.read((books) => books.draws.all())) await putDraw(office, make, put, number);
  for (const { size, note } of await office.store.read((books) => books.checkpoints.all())) put(noteFile(size), note);
  put('site.css', siteStyle());
  return [...written, ...copyVerifier(verifier, folder)];
}

async function putPages(office: Office, make: PageMaker, put: Put): Promise<void> {
  const top = { isStatic: true, root: './' };
  for (const page of PLAIN_PAGES) put(page === 'home' ? 'index.html' : `${page}.html`, await make.plain(page, top));
  put('results.html', await make.results(ALL_RESULTS, top));
  const { rows } = await office.store.read((books) => findResults(books, ALL_RESULTS, true));
  for (const ending of DOWNLOAD_ENDINGS) put(`results.${ending}`, (await downloadOf(ending, rows)).body);
}

/** A draw's page; its record and verification only when its names may be public. */
async function putDraw(office: Office, make: PageMaker, put: Put, number: string): Promise<void> {
  const page = await make.draw(number, { isStatic: true, root: '../' });
  if (page !== null) put(`draws/${number}.html`, page);
  const record = await office.store.read((books) => publicRecord(books, number));
  const verification = await make.verify(number, { isStatic: true, root: '../../' });
  if (record === null || verification === null) return;
  put(`draws/${number}/record.json`, JSON.stringify(record));
  put(`draws/${number}/verify.html`, verification);
}
