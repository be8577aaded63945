// Measures towards institutions, and the journal beside them. Triggers hold what is over, and every line.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { JournalEntry } from '../domain/journal.ts';
import type { Measure } from '../domain/measure.ts';
import { day, instant, integer, json, key, orNull, text, word } from './columns.ts';
import type { JournalBook, MeasureBook } from './measure-books.ts';
import { insert, select } from './rows.ts';
import { asItIs, versionedBook } from './versioned-book.ts';

/** Measures. */
export const measures = new EntitySchema<Measure>({
  name: 'measures',
  columns: {
    id: key(word),
    kind: word,
    institution: word,
    category: word,
    assignment: orNull(word),
    problem: orNull(word),
    source: orNull(word),
    words: text,
    details: json,
    by: word,
    at: instant,
    state: word,
    decision: orNull(json),
    notice: orNull(json),
    objection: orNull(json),
    answer: orNull(json),
    done: orNull(json),
    until: orNull(day),
    end: orNull(json),
    version: integer,
  },
  indices: [{ name: 'ix_measures_institution', columns: ['institution'] }],
});

/** The journal. */
export const journal = new EntitySchema<JournalEntry>({
  name: 'journal',
  columns: {
    id: key(word),
    kind: word,
    institution: orNull(word),
    assignment: orNull(word),
    task: orNull(word),
    guidance: orNull(word),
    way: text,
    on: day,
    proof: json,
    witnesses: json,
    words: text,
    by: word,
    at: instant,
  },
  indices: [
    { name: 'ix_journal_institution', columns: ['institution'] },
    { name: 'ix_journal_assignment', columns: ['assignment'] },
  ],
});

/** The book of measures. */
export function measureBook(manager: EntityManager): MeasureBook {
  const rows = () => select(manager, measures);

  return {
    ...versionedBook(manager, asItIs(measures, 'id')),
    ofInstitution: (institution) => rows().where('row.institution = :institution', { institution }).orderBy('row.id').getMany(),
    open: () => rows().where(`row.state NOT IN ('refused', 'withdrawn', 'ended')`).orderBy('row.id').getMany(),
    async nextId(year) {
      const count = await rows()
        .where('row.id LIKE :of', { of: `CS${year}-%` })
        .getCount();
      return `CS${year}-${String(count + 1).padStart(3, '0')}`;
    },
  };
}

/** The book of the journal. */
export function journalBook(manager: EntityManager): JournalBook {
  const rows = () => select(manager, journal);

  return {
    add: (entry) => insert(manager, journal, [entry]),
    ofInstitution: (institution) => rows().where('row.institution = :institution', { institution }).orderBy('row.id').getMany(),
    ofAssignment: (assignment) => rows().where('row.assignment = :assignment', { assignment }).orderBy('row.id').getMany(),
    complaintsSince: (since) => rows().where(`row.kind = 'complaint' AND row.on >= :since`, { since }).orderBy('row.id').getMany(),
    async nextId(year) {
      const count = await rows()
        .where('row.id LIKE :of', { of: `BL${year}-%` })
        .getCount();
      return `BL${year}-${String(count + 1).padStart(4, '0')}`;
    },
  };
}
