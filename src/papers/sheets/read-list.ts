// A file somebody sent, read as one of the four lists.
import type { CategoryRule } from '../../domain/office-rules.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { AnyParsedSheet } from '../../domain/roster/parsed.ts';
import type { RosterKind, SheetProblem } from '../../domain/roster.ts';
import { parseSheet } from './parse-sheet.ts';
import { sheetProblem } from './raw-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { SHEET_NAMES } from './write-sheet.ts';

/** The list with its rows and its problems; a failure only if the file is no list at all, or not the one that was asked for. */
export async function readList(
  bytes: Uint8Array,
  fileName: string,
  categories: readonly CategoryRule[],
  asked?: RosterKind,
): Promise<Result<AnyParsedSheet, readonly SheetProblem[]>> {
  const raw = await readSheet(bytes, fileName);
  if (!raw.ok) return raw;
  if (asked !== undefined && raw.value.kind !== asked) return fail([sheetProblem('no-header', null, null, SHEET_NAMES[raw.value.kind])]);
  return ok(parseSheet(raw.value, categories));
}
