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
  for (const slice of slices(rows)) {
    await insertion(manager, table, slice).execute();
  }
}

/** Inserts a row unless one of its unique keys is taken; true if it did. */
export async function insertIfNew<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  row: Partial<Row>,
): Promise<boolean> {
  const [sql, parameters] = insertion(manager, table, [row]).orIgnore().getQueryAndParameters();
  return (await run(manager, sql, parameters)) === 1;
}

/** Inserts rows, or overwrites those that have the same primary key. The keys must differ among themselves. */
export async function upsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const columns = manager.connection.getMetadata(table).columns;
  const keys = columns.filter((column) => column.isPrimary).map((column) => column.propertyName);
  const others = columns.filter((column) => !column.isPrimary).map((column) => column.propertyName);
  for (const slice of slices(rows)) {
    await insertion(manager, table, slice).orUpdate(others, keys).execute();
  }
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

function insertion<Row extends ObjectLiteral>(manager: EntityManager, table: EntitySchema<Row>, rows: readonly Partial<Row>[]) {
  return manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values(rows as never)
    .updateEntity(false);
}

async function run(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<number> {
  if (!manager.queryRunner) throw new Error('a book is used outside a transaction');
  return (await manager.queryRunner.query(sql, [...parameters], true)).affected ?? 0;
}

function* slices<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += SLICE) yield rows.slice(start, start + SLICE);
}
