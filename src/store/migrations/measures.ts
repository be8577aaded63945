// Measures towards institutions, and the journal of guidance, contacts, warnings and complaints.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** The tables. A class because TypeORM takes migrations as classes. */
export class Measures1795700000000 implements MigrationInterface {
  readonly name = 'Measures1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    const { word, text, day, instant, integer } = columnsFor(runner);
    await createTable(
      runner,
      'measures',
      {
        id: key(word),
        kind: word,
        institution: word,
        category: word,
        assignment: orNull(word),
        problem: orNull(word),
        source: orNull(word),
        words: text,
        details: text,
        by: word,
        at: instant,
        state: word,
        decision: orNull(text),
        notice: orNull(text),
        objection: orNull(text),
        answer: orNull(text),
        done: orNull(text),
        until: orNull(day),
        end: orNull(text),
        version: integer,
      },
      { ix_measures_institution: ['institution'] },
    );
    await createTable(
      runner,
      'journal',
      {
        id: key(word),
        kind: word,
        institution: orNull(word),
        assignment: orNull(word),
        task: orNull(word),
        guidance: orNull(word),
        way: text,
        on: day,
        proof: text,
        witnesses: text,
        words: text,
        by: word,
        at: instant,
      },
      { ix_journal_institution: ['institution'], ix_journal_assignment: ['assignment'] },
    );
  }

  /** There is no way back: on SQLite it would take rows along. Restore a copy instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
