// `mingqian export KIND FILE`: a list as XLSX or CSV, by the file's extension.
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { bookOf } from '../flows/roster-books.ts';
import { type AnyRows, writeSheet } from '../papers/sheets/write-sheet.ts';
import { IMPORT_WORDS } from '../words/import-report.ts';
import { print, printJson, refuse } from './answer.ts';
import { kindOf } from './import.ts';
import type { OpenedOffice } from './office.ts';

/** Adds the verb. Exit 0 with the file written, 2 if it cannot be. */
export function register(program: Command, open: () => Promise<OpenedOffice>): void {
  program
    .command('export')
    .description(IMPORT_WORDS.export)
    .argument('<KIND>', IMPORT_WORDS.kind)
    .argument('<FILE>', IMPORT_WORDS.file)
    .option('--json', IMPORT_WORDS.json)
    .action((kind: string, file: string, options: { readonly json?: boolean }) => run(open, kind, file, options.json === true));
}

async function run(open: () => Promise<OpenedOffice>, word: string, file: string, isJson: boolean): Promise<void> {
  const kind = kindOf(word);
  if (!kind) return refuse(IMPORT_WORDS.unknownKind(word));
  const format = /\.(xlsx|csv)$/i.exec(file)?.[1]?.toLowerCase();
  if (format !== 'xlsx' && format !== 'csv') return refuse(IMPORT_WORDS.badExtension(file));
  const { store, rules } = await open();
  try {
    const rows = await store.read((books) => bookOf(books, kind).all());
    // The book of a kind holds rows of that kind; TypeScript cannot follow that through the variable.
    const bytes = await writeSheet({ kind, rows } as AnyRows, format, rules.categories);
    const isWritten = await writeFile(file, bytes).then(
      () => true,
      () => false,
    );
    if (!isWritten) return refuse(IMPORT_WORDS.unwritable(file));
    if (isJson) printJson({ kind, rows: rows.length, file });
    else print(IMPORT_WORDS.exported(rows.length, file));
  } finally {
    await store.close();
  }
}
