// The one file that knows hucre: XLSX bytes to raw grids, and grids of text to XLSX bytes.
import { type CellValue, readXlsx, type Sheet, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { BLANK, type RawCell, textCell } from './cell.ts';
import type { RawGrid } from './raw-sheet.ts';

/** The visible sheets of a workbook, in order. Throws if it is none: the caller has looked into the zip before. */
export async function openWorkbook(bytes: Uint8Array): Promise<readonly RawGrid[]> {
  const book = await readXlsx(bytes, { dateSystem: 'auto', sheets: (sheet) => sheet.hidden !== true && sheet.veryHidden !== true });
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row, r) => row.map((value, c) => cellOf(value, sheet, r, c))),
    merges: sheet.merges ?? [],
    dateSystem: book.dateSystem ?? '1900',
  }));
}

/** A formula counts by its stored result; without one, nobody but Excel knows it. */
function cellOf(value: CellValue, sheet: Sheet, row: number, column: number): RawCell {
  if (value === null) {
    const formula = sheet.cells?.get(`${row},${column}`)?.formula;
    return formula === undefined ? BLANK : { kind: 'no-result', text: `=${formula}` };
  }
  if (value instanceof Date) return { kind: 'day', day: value.toISOString().slice(0, 10) };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'yes-no', value };
  return /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/.test(value) ? { kind: 'no-result', text: value } : textCell(value);
}

/** A page to be written: every cell is text, so that no code loses a zero and nothing becomes a formula. */
export interface TextPage {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Lists to choose from, by 0-based column. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

const HEADING = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } } } as const;
/** Excel's own mark for a cell that is text whatever it looks like. */
const AS_TEXT = '@';
const ROWS_WITH_CHOICES = 2000;

/** The workbook as bytes; the first row of each page is its heading and stays in view. */
export async function packWorkbook(pages: readonly TextPage[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: pages.map(pageOf), properties: { created: new Date(0), modified: new Date(0) } });
}

function pageOf(page: TextPage): WriteSheet {
  const [heading = []] = page.rows;
  return {
    name: page.name,
    columns: page.widths.map((width) => ({ width, numFmt: AS_TEXT })),
    rows: page.rows.map((row) => row.map((text) => (text === '' ? null : text))),
    cells: new Map(heading.map((value, column) => [`0,${column}`, { value, type: 'string', style: HEADING }])),
    freezePane: { rows: 1 },
    dataValidations: [...(page.choices ?? new Map<number, readonly string[]>())].map(([column, values]) => ({
      type: 'list',
      values: [...values],
      range: `${letter(column)}2:${letter(column)}${ROWS_WITH_CHOICES}`,
      // People also type 、-separated lists: the list helps, it does not forbid.
      showErrorMessage: false,
    })),
  };
}

/** `A` for 0, `AA` for 26. */
export function letter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
}
