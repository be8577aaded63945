// `mingqian site DIR`: the same public pages as files, for the government portal of a bureau whose server nobody outside can reach.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Office } from '../flows/office.ts';
import { openPages, siteStyle } from '../papers/pages.ts';
import { DOWNLOAD_ENDINGS, downloadOf } from './downloads.ts';
import { ALL_RESULTS, PLAIN_PAGES, pageMaker } from './public-pages.ts';
import { findResults, publicRecord } from './reading.ts';

/** Writes the site; answers the files it wrote, relative to the folder. */
export async function writeSite(office: Office, folder: string): Promise<readonly string[]> {
  const make = pageMaker(office, openPages());
  const written: string[] = [];
  const put = (name: string, body: string | Uint8Array): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, body);
    written.push(name);
  };
  const top = { isStatic: true, root: './' };
  for (const page of PLAIN_PAGES) put(page === 'home' ? 'index.html' : `${page}.html`, await make.plain(page, top));
  put('results.html', await make.results(ALL_RESULTS, top));
  const { rows } = await office.store.read((books) => findResults(books, ALL_RESULTS, true));
  for (const ending of DOWNLOAD_ENDINGS) put(`results.${ending}`, (await downloadOf(ending, rows)).body);
  for (const { number } of await office.store.read((books) => books.draws.all())) {
    put(`draws/${number}.html`, (await make.draw(number, { isStatic: true, root: '../' })) ?? '');
    const record = await office.store.read((books) => publicRecord(books, number));
    if (!record) continue;
    put(`draws/${number}/record.json`, JSON.stringify(record));
    put(`draws/${number}/verify.html`, (await make.verify(number, { isStatic: true, root: '../../' })) ?? '');
  }
  put('site.css', siteStyle());
  cpSync(path.join(import.meta.dirname, '..', 'verify'), path.join(folder, 'verify'), {
    recursive: true,
    filter: (name) => !name.endsWith('.ts') && !name.endsWith('.map'),
  });
  return written;
}
