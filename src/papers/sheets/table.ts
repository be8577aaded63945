// Any table as a file: a heading and rows of text, for downloads that are not one of the four lists.
import { formatCsv } from './csv.ts';
import { packWorkbook } from './workbook.ts';

const WIDTH = 24;

/** The table as XLSX or CSV (UTF-8 with a byte order mark); every cell is text. */
export async function writeTable(
  format: 'xlsx' | 'csv',
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const texts = [heading, ...rows];
  return format === 'csv' ? formatCsv(texts) : packWorkbook([{ name: '公示', widths: heading.map(() => WIDTH), rows: texts }]);
}
