// Folds the lines of a ratio document's sheet into documents, and unfolds documents into lines again.
import type { RatioDocument, RatioRow } from '../../domain/ratio-document.ts';
import type { ParsedRow } from '../../domain/roster/parsed.ts';
import type { SheetProblem } from '../../domain/roster.ts';
import { type DocumentLine, SHARED_FIELDS } from './columns-documents.ts';
import { sheetProblem } from './raw-sheet.ts';

/** Lines with the same 文号 are one document, in the order of the file. */
export function foldDocuments(
  lines: readonly ParsedRow<DocumentLine>[],
  headings: Readonly<Record<string, string | undefined>>,
): { readonly rows: readonly ParsedRow<RatioDocument>[]; readonly problems: readonly SheetProblem[] } {
  const groups = new Map<string, ParsedRow<DocumentLine>[]>();
  for (const line of lines) {
    const id = line.fields.id ?? '';
    const group = groups.get(id);
    if (group) group.push(line);
    else groups.set(id, [line]);
  }
  const rows: ParsedRow<RatioDocument>[] = [];
  const problems: SheetProblem[] = [];
  for (const [id, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const say = (kind: SheetProblem['kind'], row: number, field: string, value: string | null | undefined): void => {
      problems.push(sheetProblem(kind, row, headings[field] ?? field, value ?? ''));
    };
    const strata = new Set<string>();
    for (const line of group) {
      for (const field of SHARED_FIELDS) {
        if (line.fields[field] !== first.fields[field]) say('differs', line.row, field, line.fields[field]);
      }
      const stratum = `${line.fields.category ?? ''}\n${line.fields.risk ?? ''}`;
      if (strata.has(stratum)) say('twice', line.row, 'category', stratum.replace('\n', ' '));
      strata.add(stratum);
    }
    const { effectiveFrom, effectiveUntil } = first.fields;
    if (effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom) say('bad-date', first.row, 'effectiveUntil', effectiveUntil);
    rows.push({ row: first.row, fields: { ...sharedOf(first.fields), id, rows: group.map((line) => ratioRow(line.fields)) } });
  }
  return { rows, problems };
}

function sharedOf(fields: Partial<DocumentLine>): Partial<RatioDocument> {
  const shared: Record<string, unknown> = {};
  for (const field of SHARED_FIELDS) if (field in fields) shared[field] = fields[field];
  return shared;
}

/** Required columns were checked line by line, so that what is absent here is a column the file does not have. */
function ratioRow(fields: Partial<DocumentLine>): RatioRow {
  return {
    category: fields.category ?? '',
    risk: fields.risk ?? null,
    num: fields.ratio?.num ?? 0,
    den: fields.ratio?.den ?? 1,
    min: fields.min ?? 0,
    base: fields.base ?? 'all',
    weight: fields.weight ?? 1,
    teamSize: fields.teamSize ?? 2,
    needsLead: fields.needsLead ?? false,
    drawsPerYear: fields.drawsPerYear ?? 1,
  };
}

/** One line a row of the document. */
export function unfoldDocument(document: RatioDocument): readonly DocumentLine[] {
  const { rows, ...shared } = document;
  return rows.map(({ num, den, ...row }) => ({ ...shared, ...row, ratio: { num, den } }));
}
