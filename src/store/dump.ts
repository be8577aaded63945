// A copy of all tables as text: gzipped lines of JSON, the same from and for both databases.
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline as joined, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { EntityManager, EntitySchema } from 'typeorm';
import { decode, encode } from './json-text.ts';
import { select } from './rows.ts';
import { tables } from './tables.ts';

/** Rows read in one statement; draws are big. */
const SLICE = 200;

/** First line of a dump: the format and the migrations that made the tables. */
interface Heading {
  readonly format: 'mingqian-dump-1';
  readonly migrations: readonly string[];
}

/** One row and the table it is of. */
export interface TableRow {
  readonly table: string;
  readonly row: object;
}

/** Writes all tables into a file that does not exist yet. To be called within one transaction whose view stands still. */
export async function writeDump(manager: EntityManager, file: string): Promise<void> {
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  await new Promise((resolve, reject) => target.once('open', resolve).once('error', reject));
  try {
    await pipeline(Readable.from(dumpLines(manager)), createGzip(), target);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** The rows of a dump, in its order. Throws if it is not one, not whole, or made by a newer version. */
export async function* readDump(file: string, known: readonly string[]): AsyncGenerator<TableRow> {
  let heading: Heading | null = null;
  let rows = 0;
  let isWhole = false;
  for await (const line of unzippedLines(file)) {
    const value = decode(line);
    if (heading === null) {
      heading = value as Heading;
      if (heading.format !== 'mingqian-dump-1') throw new Error('not a dump');
      const newer = heading.migrations.filter((name) => !known.includes(name));
      if (newer.length > 0) throw new Error(`the dump is newer than this program: ${newer.join(', ')}`);
    } else if (Array.isArray(value)) {
      rows += 1;
      yield { table: value[0] as string, row: value[1] as object };
    } else {
      isWhole = (value as { rows: number }).rows === rows;
    }
  }
  if (!isWhole) throw new Error('the dump is not whole');
}

/** The rows of all tables of an open database. */
export async function* tableRows(manager: EntityManager): AsyncGenerator<TableRow> {
  for (const table of tables) {
    for (let skip = 0; ; skip += SLICE) {
      const slice = await inKeyOrder(manager, table).offset(skip).limit(SLICE).getMany();
      for (const row of slice) yield { table: table.options.name, row };
      if (slice.length < SLICE) break;
    }
  }
}

async function* dumpLines(manager: EntityManager): AsyncGenerator<string> {
  const migrations: { name: string }[] = await manager.query('SELECT name FROM migrations ORDER BY id');
  const heading: Heading = { format: 'mingqian-dump-1', migrations: migrations.map(({ name }) => name) };
  yield `${encode(heading)}\n`;
  let rows = 0;
  for await (const { table, row } of tableRows(manager)) {
    rows += 1;
    yield `${encode([table, row])}\n`;
  }
  yield `${encode({ rows })}\n`;
}

function inKeyOrder(manager: EntityManager, table: EntitySchema<object>) {
  const question = select(manager, table);
  for (const column of manager.connection.getMetadata(table).primaryColumns) question.addOrderBy(`row.${column.propertyName}`);
  return question;
}

async function* unzippedLines(file: string): AsyncGenerator<string> {
  // Through the callback form: an error of either stream ends the loop below with that error.
  const unzipped = joined(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8');
  let rest = '';
  for await (const chunk of unzipped as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
