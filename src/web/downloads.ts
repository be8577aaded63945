// Published results as CSV, XLSX and JSON: the six fields of Art. 14, in their order.
import type { SixFields } from '../domain/publication.ts';
import { SIX_COLUMNS } from '../papers/public/result-pages.ts';
import { writeTable } from '../papers/sheets/table.ts';

/** A file to download. */
export interface Download {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The forms there are. */
export const DOWNLOAD_ENDINGS = ['csv', 'xlsx', 'json'] as const;
export type DownloadEnding = (typeof DOWNLOAD_ENDINGS)[number];

/** The rows in that form. */
export async function downloadOf(ending: DownloadEnding, rows: readonly SixFields[]): Promise<Download> {
  const headings = SIX_COLUMNS.map(({ name }) => name);
  const cells = rows.map((row) => SIX_COLUMNS.map(({ key }) => row[key]));
  switch (ending) {
    case 'csv':
      return { type: 'text/csv; charset=utf-8', body: await writeTable('csv', headings, cells) };
    case 'xlsx':
      return { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await writeTable('xlsx', headings, cells) };
    case 'json':
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(
          rows.map((row) => Object.fromEntries(SIX_COLUMNS.map(({ key, name }) => [name, row[key]]))),
          null,
          2,
        ),
      };
  }
}
