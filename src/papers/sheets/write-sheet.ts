// A list as a file: exactly the columns of the interface, every cell text; and the empty template with its explanations.
import type { CategoryRule } from '../../domain/office-rules.ts';
import { unreachable } from '../../domain/result.ts';
import type { RosterKind, RosterRows } from '../../domain/roster.ts';
import type { SheetWorld } from './codecs.ts';
import type { Column, ColumnFace } from './column.ts';
import { COLUMNS, type SheetLines } from './columns.ts';
import { formatCsv } from './csv.ts';
import { unfoldDocument } from './fold-documents.ts';
import { packWorkbook, type TextPage } from './workbook.ts';

/** What the sheet of each list is called. */
export const SHEET_NAMES: { readonly [K in RosterKind]: string } = {
  people: '人员',
  institutions: '机构',
  matters: '事项',
  documents: '文件',
};

/** The rows of one list. */
export type AnyRows = { readonly [K in RosterKind]: { readonly kind: K; readonly rows: readonly RosterRows[K][] } }[RosterKind];

/** The list as XLSX or CSV (UTF-8 with a byte order mark). Reading it back finds nothing to change. */
export async function writeSheet(list: AnyRows, format: 'xlsx' | 'csv', categories: readonly CategoryRule[]): Promise<Uint8Array> {
  const world: SheetWorld = { categories, dateSystem: '1900' };
  const texts = textsOf(list, world);
  return format === 'csv' ? formatCsv(texts) : packWorkbook([page(list.kind, texts, world)]);
}

/** An empty list with one example line, and a second page that explains every column. */
export async function writeTemplate(kind: RosterKind, categories: readonly CategoryRule[]): Promise<Uint8Array> {
  const world: SheetWorld = { categories, dateSystem: '1900' };
  const columns: readonly ColumnFace[] = COLUMNS[kind];
  const texts = [columns.map((column) => column.heading), columns.map((column) => column.example)];
  const explained = columns.map((column) => [
    column.heading,
    column.isRequired ? '必填' : '可留空',
    column.hint,
    column.choices(world).join('、'),
  ]);
  return packWorkbook([
    page(kind, texts, world),
    { name: '填写说明', widths: [22, 10, 70, 50], rows: [['列名', '要求', '怎么填', '可填的值'], ...explained] },
  ]);
}

function textsOf(list: AnyRows, world: SheetWorld): readonly (readonly string[])[] {
  switch (list.kind) {
    case 'people':
      return lines(COLUMNS.people, list.rows, world);
    case 'institutions':
      return lines(COLUMNS.institutions, list.rows, world);
    case 'matters':
      return lines(COLUMNS.matters, list.rows, world);
    case 'documents':
      return lines(COLUMNS.documents, list.rows.flatMap(unfoldDocument), world);
    default:
      return unreachable(list);
  }
}

function lines<Line extends SheetLines[RosterKind]>(
  columns: readonly Column<Line>[],
  rows: readonly Line[],
  world: SheetWorld,
): readonly (readonly string[])[] {
  return [columns.map((column) => column.heading), ...rows.map((row) => columns.map((column) => column.write(row, world)))];
}

/** Widths by what stands in the first lines, a Chinese character counting two. */
function page(kind: RosterKind, rows: readonly (readonly string[])[], world: SheetWorld): TextPage {
  const columns: readonly ColumnFace[] = COLUMNS[kind];
  const widths = columns.map((_, c) => Math.min(60, 3 + Math.max(...rows.slice(0, 50).map((row) => width(row[c] ?? '')))));
  const choices = new Map(columns.map((column, c) => [c, column.choices(world)] as const).filter(([, values]) => values.length > 0));
  return { name: SHEET_NAMES[kind], widths, rows, choices };
}

function width(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
