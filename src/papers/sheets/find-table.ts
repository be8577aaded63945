// Finds the table in a sheet: past titles, through merged headings, to the lines, leaving blank tails behind.
import { ROSTER_KINDS, type RosterKind } from '../../domain/roster.ts';
import { BLANK, type RawCell, shown } from './cell.ts';
import { COLUMNS, isIgnored, properHeading } from './columns.ts';
import type { Merge, RawGrid, RawRow, RawSheet } from './raw-sheet.ts';

/** Titles, notes and dates above the headings take at most so many rows. */
const HEADING_WITHIN = 30;
/** Fewer headings than this may be chance. */
const FEWEST_KNOWN = 3;

interface Heading {
  readonly kind: RosterKind;
  readonly row: number;
  readonly texts: readonly string[];
  readonly known: number;
}

/** The table whose headings are known best, on this sheet; null if there is none. */
export function findTable(grid: RawGrid): RawSheet | null {
  const heading = bestHeading(grid);
  if (!heading) return null;
  const width = lastIndex(heading.texts, (text) => text !== '') + 1;
  const rows: RawRow[] = [];
  for (const [i, cells] of grid.rows.entries()) {
    if (i <= heading.row || cells.every((cell) => cell.kind === 'blank')) continue;
    // Cells to the right of the last heading are kept: data under no heading is a mistake that must be said.
    const last = lastIndex(cells, (cell) => cell.kind !== 'blank') + 1;
    rows.push({ row: i + 1, cells: Array.from({ length: Math.max(width, last) }, (_, c) => cells[c] ?? BLANK) });
  }
  return {
    kind: heading.kind,
    sheetName: grid.name,
    headings: heading.texts.slice(0, width),
    rows,
    mergedRows: mergedRows(grid.merges, heading.row, rows),
    dateSystem: grid.dateSystem,
  };
}

function bestHeading(grid: RawGrid): Heading | null {
  let best: Heading | null = null;
  for (let row = 0; row < Math.min(grid.rows.length, HEADING_WITHIN); row += 1) {
    const here = (grid.rows[row] ?? []).map(shown);
    const above = row === 0 ? [] : (grid.rows[row - 1] ?? []).map(shown);
    for (const kind of ROSTER_KINDS) {
      const alone = score(kind, row, here);
      if (alone.known < FEWEST_KNOWN) continue;
      // Two-row headings: a cell merged downwards has its text in the row above.
      const texts = Array.from({ length: Math.max(here.length, above.length) }, (_, c) => {
        const upper = above[c] ?? '';
        const isHeading = properHeading(kind, upper) !== null || isIgnored(upper);
        return (here[c] ?? '') === '' && isHeading ? upper : (here[c] ?? '');
      });
      const found = score(kind, row, texts);
      if (!best || share(found) > share(best)) best = found;
    }
  }
  return best;
}

function score(kind: RosterKind, row: number, texts: readonly string[]): Heading {
  const known = new Set(texts.map((text) => properHeading(kind, text)).filter((heading) => heading !== null)).size;
  return { kind, row, texts, known };
}

/** Lists share headings (类别, 状态, 负责人): what counts is how many there are, then how much of the list that is. */
function share(heading: Heading): number {
  return heading.known + heading.known / COLUMNS[heading.kind].length;
}

/** Lines through which a vertical merge runs: all but the first look filled and are empty. */
function mergedRows(merges: readonly Merge[], headingRow: number, rows: readonly RawRow[]): readonly number[] {
  const filled = new Set(rows.map((line) => line.row));
  const found = new Set<number>();
  for (const merge of merges) {
    if (merge.startRow <= headingRow) continue;
    for (let row = merge.startRow + 1; row <= merge.endRow; row += 1) if (filled.has(row + 1)) found.add(row + 1);
  }
  return [...found].sort((a, b) => a - b);
}

function lastIndex<T>(items: readonly T[], isIt: (item: T) => boolean): number {
  let last = items.length - 1;
  while (last >= 0 && !isIt(items[last] as T)) last -= 1;
  return last;
}

/** A grid of texts, as CSV gives it. */
export function gridOfTexts(records: readonly (readonly string[])[], toCell: (text: string) => RawCell): RawGrid {
  return { name: 'CSV', rows: records.map((record) => record.map(toCell)), merges: [], dateSystem: '1900' };
}
