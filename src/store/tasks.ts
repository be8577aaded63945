// Inspection tasks, numbered within their year.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Task } from '../domain/task.ts';
import type { TaskBook } from './books.ts';
import { day, instant, integer, json, key, longWord, orNull, text, word } from './columns.ts';
import { select } from './rows.ts';
import { asItIs, byNumbers, versionedBook } from './versioned-book.ts';

/** Tasks. */
export const tasks = new EntitySchema<Task>({
  name: 'tasks',
  columns: {
    id: key(word),
    title: text,
    kind: word,
    categories: json,
    document: longWord,
    matters: json,
    methods: json,
    methodReason: orNull(text),
    from: day,
    to: day,
    ownerUnit: text,
    mode: word,
    lottery: orNull(json),
    witnesses: json,
    state: word,
    madeBy: word,
    madeAt: instant,
    decision: orNull(json),
    draw: orNull(word),
    version: integer,
  },
});

/** The book of tasks. */
export function taskBook(manager: EntityManager): TaskBook {
  return {
    ...versionedBook(manager, asItIs(tasks, 'id')),
    async all() {
      const found = await select(manager, tasks).getMany();
      return found.sort((a, b) => byNumbers(a.id, b.id));
    },
    async nextId(year) {
      const last = await select(manager, tasks)
        .where('row.id LIKE :year', { year: `${year}-%` })
        // The longer number is the greater one: 2026-100 comes after 2026-99.
        .orderBy('LENGTH(row.id)', 'DESC')
        .addOrderBy('row.id', 'DESC')
        .limit(1)
        .getOne();
      const number = Number(last?.id.split('-')[1] ?? 0) + 1;
      return `${year}-${String(number).padStart(2, '0')}`;
    },
  };
}
