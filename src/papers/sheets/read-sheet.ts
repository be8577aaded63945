// Any file somebody calls a list: opened if it is XLSX or CSV, refused with a reason if it is anything else.
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SheetProblem, SheetProblemKind } from '../../domain/roster.ts';
import { textCell } from './cell.ts';
import { decodeText, parseCsv, separatorOf, unguarded } from './csv.ts';
import { findTable, gridOfTexts } from './find-table.ts';
import { type RawGrid, type RawSheet, sheetProblem } from './raw-sheet.ts';
import { openWorkbook } from './workbook.ts';
import { lookIntoZip } from './zip-guard.ts';

/** Bytes of a file we look at; 20,000 rows of our widest list take about 2 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** Lines of a list. A province has fewer law firms. */
export const MOST_ROWS = 50_000;

/** The list in a file: the first visible sheet with known headings. All of a file's problems that can be seen without its columns. */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Result<RawSheet, readonly SheetProblem[]>> {
  if (bytes.length === 0) return refuse('empty', fileName);
  if (bytes.length > LARGEST_FILE) return refuse('too-large', `${Math.ceil(bytes.length / 1024 / 1024)} MB`);
  const grids = await openFile(bytes, fileName);
  if (!grids.ok) return grids;
  const table = grids.value.map(findTable).find((found) => found !== null);
  if (!table) return refuse('no-header', grids.value.map((grid) => grid.name).join('、'));
  if (table.rows.length > MOST_ROWS) return refuse('too-large', `${table.rows.length} 行`);
  return table.rows.length === 0 ? refuse('no-rows', table.sheetName) : ok(table);
}

function refuse(kind: SheetProblemKind, value: string): { readonly ok: false; readonly problem: readonly SheetProblem[] } {
  return fail([sheetProblem(kind, null, null, value)]);
}

/** By its first bytes, never by its name: people rename .xls to .xlsx and think that converts it. */
async function openFile(bytes: Uint8Array, fileName: string): Promise<Result<readonly RawGrid[], readonly SheetProblem[]>> {
  if (startsWith(bytes, [0x50, 0x4b])) return openZip(bytes, fileName);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse(isEncrypted(bytes) ? 'encrypted' : 'old-format', fileName);
  const text = decodeText(bytes);
  if (text === null || /^\s*(?:<|%PDF|\{\\rtf)/.test(text)) return refuse('not-a-sheet', fileName);
  const records = parseCsv(text, separatorOf(text));
  return records ? ok([gridOfTexts(records, (field) => textCell(unguarded(field)))]) : refuse('not-a-sheet', fileName);
}

async function openZip(bytes: Uint8Array, fileName: string): Promise<Result<readonly RawGrid[], readonly SheetProblem[]>> {
  const look = lookIntoZip(bytes);
  if (look.kind === 'bomb') return refuse('too-large', fileName);
  if (look.kind === 'broken' || !look.names.includes('xl/workbook.xml')) return refuse('not-a-sheet', fileName);
  try {
    return ok(await openWorkbook(bytes));
  } catch {
    // Whatever hucre stumbles over in a file from outside, the file is at fault: people get a sentence, not a crash.
    return refuse('not-a-sheet', fileName);
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** A password-protected XLSX is an OLE file with a stream of this name; an old .xls is one without. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
