// A paper as a page to print: one HTML file with its style inside, no script, nothing fetched.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import { isNarrowColumn, type PaperDocument } from './paper-document.ts';

const FOLDER = path.join(import.meta.dirname, 'print');

/** Writes print pages; every text in them is escaped. */
export type PrintPage = (paper: PaperDocument) => string;

/** Compiles the page once. */
export function openPrintPage(): PrintPage {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('isNarrow', (column: unknown) => isNarrowColumn(String(column)));
  const page = handlebars.compile(readFileSync(path.join(FOLDER, 'page.hbs'), 'utf8'), { strict: true });
  const style = new handlebars.SafeString(readFileSync(path.join(FOLDER, 'paper.css'), 'utf8'));
  return (paper) => page({ ...paper, style }).trimStart();
}
