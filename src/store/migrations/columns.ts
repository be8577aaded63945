// The columns of migrations. Written again beside src/store/columns.ts on purpose: what has run once must never change.
import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

type Column = Omit<TableColumnOptions, 'name'>;

/** The kinds of columns on one database. */
export interface Columns {
  readonly word: Column;
  readonly longWord: Column;
  readonly text: Column;
  readonly day: Column;
  readonly instant: Column;
  readonly integer: Column;
  readonly flag: Column;
  readonly sequence: Column;
}

/** What `columns` means on the database the migration runs on. */
export function columnsFor(runner: QueryRunner): Columns {
  // SQLite compares bytes by itself; PostgreSQL has to be told, or ids sort by the rules of some language.
  const collation = isPostgres(runner) ? 'C' : undefined;
  const varchar = (length: string): Column => ({ type: 'varchar', length, ...(collation && { collation }) });
  return {
    word: varchar('64'),
    longWord: varchar('200'),
    text: { type: 'text', ...(collation && { collation }) },
    day: varchar('10'),
    instant: varchar('24'),
    integer: { type: 'integer' },
    flag: { type: 'boolean' },
    sequence: { type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
  };
}

/** The same column as (part of) the primary key. */
export const key = (column: Column): Column => ({ ...column, isPrimary: true });

/** The same column, where null is a value. */
export const orNull = (column: Column): Column => ({ ...column, isNullable: true });

/** Indices of one table by name; names that begin with `ux_` are unique. */
export type Indices = Readonly<Record<string, readonly string[]>>;

/** Makes a table. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  columns: Readonly<Record<string, Column>>,
  indices: Indices = {},
): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([column, options]) => ({ ...options, name: column })),
      indices: Object.entries(indices).map(([index, columnNames]) => ({
        name: index,
        columnNames: [...columnNames],
        isUnique: index.startsWith('ux_'),
      })),
    }),
  );
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.connection.options.type === 'postgres';
}
