// Imports that wait for a confirmation, and beside them the changes they would make.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { PendingImport, RosterChange, RosterKind } from '../domain/roster.ts';
import type { ImportBook } from './books.ts';
import { instant, integer, json, key, text, word } from './columns.ts';
import { insert, select } from './rows.ts';
import { asItIs, versionedBook } from './versioned-book.ts';

/** Imports. */
export const imports = new EntitySchema<PendingImport>({
  name: 'imports',
  columns: {
    id: key(word),
    kind: word,
    fileName: text,
    by: word,
    at: instant,
    total: integer,
    added: integer,
    changed: integer,
    unchanged: integer,
    problems: json,
    state: word,
    version: integer,
  },
});

interface StagedChange {
  readonly import: string;
  readonly position: number;
  readonly kind: RosterKind;
  readonly change: RosterChange<unknown>;
}

/** Changes of imports not yet confirmed, in the order of their file. */
export const stagedChanges = new EntitySchema<StagedChange>({
  name: 'staged_changes',
  columns: { import: key(word), position: key(integer), kind: word, change: json },
});

/** Rows read in one statement. */
const SLICE = 1000;

/** The book of imports. */
export function importBook(manager: EntityManager): ImportBook {
  const staged = (id: string) => select(manager, stagedChanges).where('row.import = :id', { id });

  return {
    ...versionedBook(manager, asItIs(imports, 'id')),
    async stage(id, kind, changes) {
      const before = await staged(id).getCount();
      await insert(
        manager,
        stagedChanges,
        changes.map((change, i) => ({ import: id, position: before + i, kind, change })),
      );
    },
    async staged(id, kind) {
      const found: StagedChange[] = [];
      for (;;) {
        const slice = await staged(id)
          .andWhere('row.kind = :kind AND row.position > :last', { kind, last: found.at(-1)?.position ?? -1 })
          .orderBy('row.position')
          .limit(SLICE)
          .getMany();
        found.push(...slice);
        // What was staged under a kind was of that kind's rows.
        if (slice.length < SLICE) return found.map(({ change }) => change as never);
      }
    },
    async dropStaged(id) {
      await manager.createQueryBuilder().delete().from(stagedChanges).where({ import: id }).execute();
    },
  };
}
