// Small facts by name.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { NotesBook } from './books.ts';
import { key, longWord, text } from './columns.ts';
import { insertIfNew, select, upsert } from './rows.ts';

/** Facts. */
export const notes = new EntitySchema<{ readonly name: string; readonly value: string }>({
  name: 'notes',
  columns: { name: key(longWord), value: text },
});

/** The book of small facts. */
export function notesBook(manager: EntityManager): NotesBook {
  return {
    async get(name) {
      const note = await select(manager, notes).where('row.name = :name', { name }).getOne();
      return note?.value ?? null;
    },
    put: (name, value) => upsert(manager, notes, [{ name, value }]),
    once: (name, value) => insertIfNew(manager, notes, { name, value }),
    named: (prefix) =>
      select(manager, notes)
        // Not LIKE, for which SQLite takes `A` and `a` as the same.
        .where('SUBSTR(row.name, 1, LENGTH(:prefix)) = :prefix', { prefix })
        .orderBy('row.name')
        .getMany(),
  };
}
