// One piece of sheet work as plain data, so that it can be done here or in a thread.
import type { CategoryRule } from '../../domain/office-rules.ts';
import { readList } from './read-list.ts';
import { type AnyRows, writeSheet } from './write-sheet.ts';

/** Reading a list from a file, or writing one as XLSX. */
export type SheetJob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly fileName: string; readonly categories: readonly CategoryRule[] }
  | { readonly kind: 'write'; readonly list: AnyRows; readonly categories: readonly CategoryRule[] };

/** What comes of it: what `readList` answers, or the bytes of the file. */
export interface SheetDone {
  readonly read: Awaited<ReturnType<typeof readList>>;
  readonly write: Uint8Array;
}

/** Does it, in this thread. */
export function doSheetJob(job: SheetJob): Promise<SheetDone[SheetJob['kind']]> {
  return job.kind === 'read' ? readList(job.bytes, job.fileName, job.categories) : writeSheet(job.list, 'xlsx', job.categories);
}
