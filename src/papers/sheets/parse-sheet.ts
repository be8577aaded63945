// From raw cells to the fields of a list: every problem with its row and column, not the first one.
import type { CategoryRule } from '../../domain/office-rules.ts';
import type { RatioDocument, RatioRow } from '../../domain/ratio-document.ts';
import { unreachable } from '../../domain/result.ts';
import type { AnyParsedSheet, ParsedRow } from '../../domain/roster/parsed.ts';
import type { RosterKind, SheetProblem } from '../../domain/roster.ts';
import { BLANK, shown } from './cell.ts';
import type { SheetWorld } from './codecs.ts';
import type { Column } from './column.ts';
import { COLUMNS, isIgnored, properHeading, type SheetLines } from './columns.ts';
import { foldDocuments } from './fold-documents.ts';
import { type RawRow, type RawSheet, sheetProblem } from './raw-sheet.ts';
import { letter } from './workbook.ts';

/** A line with this in any cell is the template's example, left standing. */
export const EXAMPLE_MARK = '示例行';

/** Understands the table by the columns of its list. Problems that only the books can show come later (`resolve`). */
export function parseSheet(raw: RawSheet, categories: readonly CategoryRule[]): AnyParsedSheet {
  const world: SheetWorld = { categories, dateSystem: raw.dateSystem };
  switch (raw.kind) {
    case 'people':
      return { kind: raw.kind, headings: headingsOf(COLUMNS.people), ...parseLines(raw, raw.kind, COLUMNS.people, world, checkPerson) };
    case 'institutions':
      return { kind: raw.kind, headings: headingsOf(COLUMNS.institutions), ...parseLines(raw, raw.kind, COLUMNS.institutions, world) };
    case 'matters':
      return { kind: raw.kind, headings: headingsOf(COLUMNS.matters), ...parseLines(raw, raw.kind, COLUMNS.matters, world) };
    case 'documents': {
      const headings = headingsOf(COLUMNS.documents) as { readonly [F in keyof RatioDocument | keyof RatioRow]?: string };
      const lines = parseLines(raw, raw.kind, COLUMNS.documents, world);
      const folded = foldDocuments(lines.rows, headings);
      return { kind: raw.kind, headings, rows: folded.rows, problems: [...lines.problems, ...folded.problems] };
    }
    default:
      return unreachable(raw.kind);
  }
}

interface Lines<Line> {
  readonly rows: readonly ParsedRow<Line>[];
  readonly problems: readonly SheetProblem[];
}

type LineCheck<Line> = (line: ParsedRow<Line>) => readonly SheetProblem[];

function parseLines<K extends RosterKind>(
  raw: RawSheet,
  kind: K,
  columns: readonly Column<SheetLines[K]>[],
  world: SheetWorld,
  check: LineCheck<SheetLines[K]> = () => [],
): Lines<SheetLines[K]> {
  const placed = placeColumns(raw, kind, columns);
  if (placed.problems.length > 0) return { rows: [], problems: placed.problems };
  const merged = new Set(raw.mergedRows);
  const rows: ParsedRow<SheetLines[K]>[] = [];
  const problems: SheetProblem[] = [];
  for (const line of raw.rows) {
    if (line.cells.some((cell) => cell.kind === 'text' && cell.text.includes(EXAMPLE_MARK))) continue;
    if (merged.has(line.row)) {
      problems.push(sheetProblem('merged', line.row, null));
      continue;
    }
    const parsed = parseLine(line, placed.columns, world);
    const wrong = [...parsed.problems, ...strayCells(line, raw), ...(parsed.problems.length === 0 ? check(parsed.row) : [])];
    if (wrong.length > 0) problems.push(...wrong);
    else rows.push(parsed.row);
  }
  if (rows.length === 0 && problems.length === 0) problems.push(sheetProblem('no-rows', null, null, raw.sheetName));
  return { rows, problems };
}

interface PlacedColumn<Line> {
  readonly index: number;
  readonly column: Column<Line>;
}

function placeColumns<K extends RosterKind>(
  raw: RawSheet,
  kind: K,
  columns: readonly Column<SheetLines[K]>[],
): { readonly columns: readonly PlacedColumn<SheetLines[K]>[]; readonly problems: readonly SheetProblem[] } {
  const placed = new Map<string, PlacedColumn<SheetLines[K]>>();
  const problems: SheetProblem[] = [];
  for (const [index, heading] of raw.headings.entries()) {
    if (heading === '' || isIgnored(heading)) continue;
    const proper = properHeading(kind, heading);
    const column = columns.find((candidate) => candidate.heading === proper);
    if (!column) problems.push(sheetProblem('unknown-column', null, heading.slice(0, 40), heading));
    else if (placed.has(column.heading)) problems.push(sheetProblem('twice-column', null, column.heading, heading));
    else placed.set(column.heading, { index, column });
  }
  for (const column of columns) {
    if (column.isRequired && !placed.has(column.heading))
      problems.push(sheetProblem('missing-column', null, column.heading, column.heading));
  }
  return { columns: [...placed.values()], problems };
}

function parseLine<Line>(
  line: RawRow,
  columns: readonly PlacedColumn<Line>[],
  world: SheetWorld,
): { readonly row: ParsedRow<Line>; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  let fields: Partial<Line> = {};
  for (const { index, column } of columns) {
    const value = column.read(line.cells[index] ?? BLANK, world);
    if (value.ok) fields = { ...fields, ...value.value };
    else problems.push(sheetProblem(value.problem.kind, line.row, column.heading, value.problem.value));
  }
  return { row: { row: line.row, fields }, problems };
}

/** Something written where there is no heading would be lost without a word. */
function strayCells(line: RawRow, raw: RawSheet): readonly SheetProblem[] {
  return line.cells.flatMap((cell, index) =>
    cell.kind === 'blank' || (raw.headings[index] ?? '') !== ''
      ? []
      : [sheetProblem('unknown-column', line.row, letter(index), shown(cell))],
  );
}

/** Who holds a certificate has a number on it (Art. 7). */
function checkPerson(line: ParsedRow<SheetLines['people']>): readonly SheetProblem[] {
  const { certificateState, certificate } = line.fields;
  return certificateState === 'held' && certificate === null ? [sheetProblem('required', line.row, '执法证号')] : [];
}

function headingsOf<Row>(columns: readonly Column<Row>[]): { readonly [F in keyof Row & string]?: string } {
  return Object.fromEntries(columns.map((column) => [column.field, column.heading])) as { readonly [F in keyof Row & string]?: string };
}
