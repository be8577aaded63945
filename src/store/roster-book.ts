// One way to keep a list with history, for all four lists: a table of rows as they are, and one history that only grows.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { RosterHistory, RosterKind, RosterRows } from '../domain/roster.ts';
import type { RosterBook } from './books.ts';
import { instant, json, longWord, orNull, sequence, word } from './columns.ts';
import { instantText } from './json-text.ts';
import { containing, insert, select, upsert } from './rows.ts';

interface HistoryRow extends RosterHistory<unknown> {
  readonly seq: number;
  readonly roster: RosterKind;
}

/** The history of all lists. */
export const rosterHistory = new EntitySchema<HistoryRow>({
  name: 'roster_history',
  columns: {
    seq: sequence,
    roster: word,
    id: longWord,
    before: orNull(json),
    after: json,
    at: instant,
    by: word,
    source: { type: 'text', collation: 'C' },
  },
  indices: [
    { name: 'ix_roster_history_row', columns: ['roster', 'id'] },
    { name: 'ix_roster_history_at', columns: ['roster', 'at'] },
  ],
});

/** What is particular to one list. */
export interface RosterTable<Row extends { readonly id: string }> {
  readonly kind: RosterKind;
  readonly table: EntitySchema<Row>;
  /** The column searched beside the id. */
  readonly nameColumn: keyof Row & string;
  /** Columns in which no two rows may hold the same value. */
  readonly uniqueColumns: readonly (keyof Row & string)[];
}

/** Rows read in one statement: long lists come in pieces, so that nobody waits for the end of one. */
const SLICE = 1000;

/** The book of one list. */
export function rosterBook<K extends RosterKind>(manager: EntityManager, roster: RosterTable<RosterRows[K]>): RosterBook<RosterRows[K]> {
  type Row = RosterRows[K];
  const { kind, table, nameColumn, uniqueColumns } = roster;
  const rows = () => select<Row>(manager, table);

  return {
    get: (id) => rows().where('row.id = :id', { id }).getOne(),
    async all() {
      const found: Row[] = [];
      for (;;) {
        const slice = await rows()
          .where('row.id > :last', { last: found.at(-1)?.id ?? '' })
          .orderBy('row.id')
          .limit(SLICE)
          .getMany();
        found.push(...slice);
        if (slice.length < SLICE) return found;
      }
    },
    async search(text, page) {
      const [found, total] = await rows()
        .where(`LOWER(row.id) LIKE LOWER(:text) ESCAPE '!' OR LOWER(row.${nameColumn}) LIKE LOWER(:text) ESCAPE '!'`, {
          text: containing(text),
        })
        .orderBy('row.id')
        .offset(page.skip)
        .limit(page.take)
        .getManyAndCount();
      return { total, rows: found };
    },
    count: () => rows().getCount(),
    async apply(changes, stamp) {
      const after = new Map(changes.map((change) => [change.id, change.after]));
      await freeUniqueValues(manager, table, uniqueColumns, after);
      await upsert(manager, table, [...after.values()]);
      await insert(
        manager,
        rosterHistory,
        changes.map((change) => ({ ...change, ...stamp, roster: kind })),
      );
    },
    async history(id) {
      const found = await select(manager, rosterHistory)
        .where('row.roster = :kind AND row.id = :id', { kind, id })
        .orderBy('row.seq')
        .getMany();
      return found.map(({ seq: _seq, roster: _roster, ...entry }) => entry as RosterHistory<Row>);
    },
    async changedAt() {
      const newest = await select(manager, rosterHistory)
        .select('MAX(row.at)', 'at')
        .where('row.roster = :kind', { kind })
        .getRawOne<{ at: string | null }>();
      return instantText.from(newest?.at ?? null);
    },
  };
}

/** Lets a chat account pass from one row to another within one import, whichever row comes first. */
async function freeUniqueValues<Row extends { readonly id: string }>(
  manager: EntityManager,
  table: EntitySchema<Row>,
  columns: readonly (keyof Row & string)[],
  after: ReadonlyMap<string, Row>,
): Promise<void> {
  for (const column of columns) {
    const ids = [...after.keys()];
    for (let start = 0; start < ids.length; start += SLICE) {
      const holders = await select(manager, table)
        .where(`row.id IN (:...ids) AND row.${column} IS NOT NULL`, { ids: ids.slice(start, start + SLICE) })
        .getMany();
      const leaving = holders.filter((row) => after.get(row.id)?.[column] !== row[column]).map((row) => row.id);
      if (leaving.length === 0) continue;
      await manager
        .createQueryBuilder()
        .update(table)
        .set({ [column]: null })
        .where('id IN (:...leaving)', { leaving })
        .execute();
    }
  }
}
