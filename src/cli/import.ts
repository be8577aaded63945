// `mingqian import KIND FILE [--dry-run]`: the same reading, checking and writing as from the chat.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { compare } from '../domain/roster/compare.ts';
import type { AnyParsedSheet, ParsedSheet } from '../domain/roster/parsed.ts';
import { ROSTER_KINDS, type RosterKind, type SheetProblem } from '../domain/roster.ts';
import { confirmImport } from '../flows/confirm-import.ts';
import { previewImport } from '../flows/preview-import.ts';
import { bookOf } from '../flows/roster-books.ts';
import { readList } from '../papers/sheets/read-list.ts';
import { IMPORT_WORDS, type ImportReport, sayImport, sayImportProblems } from '../words/import-report.ts';
import { sentence } from '../words/refusals.ts';
import { print, printJson, refuse } from './answer.ts';
import { COMMAND_LINE, type OpenedOffice, officeOf } from './office.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Adds the verb. Exit 0 imported (or nothing to change), 2 if the file or the usage is wrong. */
export function register(program: Command, open: () => Promise<OpenedOffice>): void {
  program
    .command('import')
    .description(IMPORT_WORDS.import)
    .argument('<KIND>', IMPORT_WORDS.kind)
    .argument('<FILE>', IMPORT_WORDS.file)
    .option('--dry-run', IMPORT_WORDS.dryRun)
    .option('--json', IMPORT_WORDS.json)
    .action((kind: string, file: string, options: Options) => run(open, kind, file, options));
}

async function run(open: () => Promise<OpenedOffice>, kind: string, file: string, options: Options): Promise<void> {
  const asked = kindOf(kind);
  if (!asked) return refuse(IMPORT_WORDS.unknownKind(kind));
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return refuse(IMPORT_WORDS.unreadable(file));
  const opened = await open();
  try {
    const read = await readList(bytes, path.basename(file), opened.rules.categories, asked);
    if (!read.ok) return refuseProblems(read.problem, options);
    await (options.dryRun === true ? tryOut(opened, read.value, options) : write(opened, read.value, path.basename(file), options));
  } finally {
    await opened.store.close();
  }
}

/** The list that the word means. */
export function kindOf(word: string): RosterKind | null {
  return ROSTER_KINDS.find((kind) => kind === word) ?? null;
}

async function tryOut<K extends RosterKind>({ store }: OpenedOffice, sheet: ParsedSheet<K>, options: Options): Promise<void> {
  const { changes: _, ...report } = compare(sheet, await store.read((books) => bookOf(books, sheet.kind).all()));
  if (report.problems.length > 0) return refuseProblems(report.problems, options);
  answer(report, options);
}

async function write(opened: OpenedOffice, sheet: AnyParsedSheet, fileName: string, options: Options): Promise<void> {
  const office = officeOf(opened);
  const preview = await previewImport<RosterKind>(office, COMMAND_LINE, sheet, fileName);
  if (!preview.ok) return refuse(sentence(preview.problem));
  if (preview.value.problems.length > 0) return refuseProblems(preview.value.problems, options);
  const confirmed = await confirmImport(office, COMMAND_LINE, preview.value.id);
  if (!confirmed.ok) return refuse(sentence(confirmed.problem));
  if (confirmed.value.kind === 'changed-meanwhile') return refuse(IMPORT_WORDS.changedMeanwhile, 1);
  answer(confirmed.value.import, options);
}

function answer({ total, added, changed, unchanged, problems }: ImportReport, options: Options): void {
  const report = { total, added, changed, unchanged, problems };
  if (options.json === true) printJson({ dryRun: options.dryRun === true, ...report });
  else print(sayImport(report, options.dryRun === true));
}

/** Problems go to stderr as sentences, or to stdout as data when that was asked for; nothing was written either way. */
function refuseProblems(problems: readonly SheetProblem[], options: Options): void {
  if (options.json === true) {
    printJson({ problems });
    process.exitCode = 2;
  } else refuse(sayImportProblems(problems));
}
