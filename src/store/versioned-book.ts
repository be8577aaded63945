// Rows that change under their version: who changes a row says which version he saw, and only the first of two succeeds.
import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { StaleRow, type VersionedBook } from './books.ts';
import { insert, select, update } from './rows.ts';

/** A row as the domain has it and as it lies in its table, and the column it is found by. */
export interface VersionedTable<Row, Stored extends ObjectLiteral> {
  readonly table: EntitySchema<Stored>;
  readonly id: keyof Row & keyof Stored & string;
  readonly toStored: (row: Row) => Stored;
  readonly fromStored: (stored: Stored) => Row;
}

/** A table whose columns are the row's own. */
export function asItIs<Row extends ObjectLiteral>(table: EntitySchema<Row>, id: keyof Row & string): VersionedTable<Row, Row> {
  return { table, id, toStored: (row) => row, fromStored: (stored) => stored };
}

/** The book of one such table. */
export function versionedBook<Row extends { readonly version: number }, Stored extends ObjectLiteral>(
  manager: EntityManager,
  { table, id, toStored, fromStored }: VersionedTable<Row, Stored>,
): VersionedBook<Row> {
  return {
    async get(wanted) {
      const stored = await select(manager, table).where(`row.${id} = :wanted`, { wanted }).getOne();
      return stored && fromStored(stored);
    },
    add: (row) => insert(manager, table, [toStored(row)]),
    async replace(row) {
      const next = { ...row, version: row.version + 1 };
      const ofRow = String(row[id]);
      const changed = await update(manager, table, { [id]: ofRow, version: row.version }, toStored(next));
      if (changed !== 1) throw new StaleRow(table.options.name, ofRow);
      return next;
    },
  };
}

/** Orders `2026-9` before `2026-10`: by the numbers in the ids, from left to right. */
export function byNumbers(a: string, b: string): number {
  const [left, right] = [a.split('-'), b.split('-')];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = Number(left[i]) - Number(right[i]);
    if (difference) return difference;
  }
  return left.length - right.length;
}
