// The few statements every book is made of: insert, insert if new, update with a condition, select. Never `save()`.
import type { EntityManager, EntitySchema, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Values a condition may compare with; instants as their text. */
type Condition = Readonly<Record<string, string | number | boolean>>;

/** Rows in one statement. More would be hardly quicker, and building the statement would hold up a card's answer. */
const SLICE = 250;

/** Inserts rows, in slices. */
export async function insert<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  await write(manager, table, rows, '');
}

/** Inserts a row unless one of its unique keys is taken; true if it did. */
export async function insertIfNew<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  row: Partial<Row>,
): Promise<boolean> {
  return (await write(manager, table, [row], 'ON CONFLICT DO NOTHING')) === 1;
}

/** Inserts rows, or overwrites those that have the same primary key. The keys must differ among themselves. */
export async function upsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const { columns } = manager.connection.getMetadata(table);
  const keys = columns.filter(({ isPrimary }) => isPrimary).map(({ databaseName }) => `"${databaseName}"`);
  const others = columns.filter(({ isPrimary }) => !isPrimary).map(({ databaseName: name }) => `"${name}" = excluded."${name}"`);
  await write(manager, table, rows, `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${others.join(', ')}`);
}

/** Sets columns of the rows that meet the condition; answers how many there were. */
export async function update<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  where: Condition,
  set: Partial<Row>,
): Promise<number> {
  const done = await manager.createQueryBuilder().update(table).set(set).where(where).execute();
  return done.affected ?? 0;
}

/** A question to one table, which is called `row` in its conditions. */
export function select<Row extends ObjectLiteral>(manager: EntityManager, table: EntitySchema<Row>): SelectQueryBuilder<Row> {
  return manager.createQueryBuilder(table, 'row');
}

/** How many rows there are of each value of a column; values without rows are missing. */
export async function countBy<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  column: string,
): Promise<ReadonlyMap<string, number>> {
  const found = await select(manager, table)
    .select(`row.${column}`, 'value')
    .addSelect('COUNT(*)', 'n')
    .groupBy(`row.${column}`)
    .getRawMany<{ value: string; n: string | number }>();
  return new Map(found.map(({ value, n }) => [value, Number(n)]));
}

/** A LIKE pattern for "contains this text", to be used with ESCAPE '!'. */
export function containing(what: string): string {
  return `%${what.replace(/[!%_]/g, '!$&')}%`;
}

/** One INSERT a slice, written here because TypeORM's builder takes ten times as long over long lists. Answers how many rows changed. */
async function write<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
  onConflict: string,
): Promise<number> {
  const { connection, queryRunner } = manager;
  if (!queryRunner) throw new Error('a book is used outside a transaction');
  const { columns, tableName } = connection.getMetadata(table);
  let changed = 0;
  for (const slice of slices(rows)) {
    // Running numbers are the database's to give, except in a restore, which brings them along.
    const given = columns.filter(({ isGenerated, propertyName }) => !isGenerated || slice[0]?.[propertyName] !== undefined);
    const parameters: unknown[] = [];
    const tuples = slice.map((row) => {
      const places = given.map((column) => {
        parameters.push(connection.driver.preparePersistentValue(row[column.propertyName], column) ?? null);
        return connection.driver.createParameter('', parameters.length - 1);
      });
      return `(${places.join(',')})`;
    });
    const names = given.map(({ databaseName }) => `"${databaseName}"`).join(',');
    const sql = `INSERT INTO "${tableName}" (${names}) VALUES ${tuples.join(',')} ${onConflict}`;
    changed += (await queryRunner.query(sql, parameters, true)).affected ?? 0;
  }
  return changed;
}

function* slices<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += SLICE) yield rows.slice(start, start + SLICE);
}
