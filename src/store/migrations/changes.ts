// The second migration: requests to change a settled draw, and its events.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** The tables. A class because TypeORM takes migrations as classes. */
export class Changes1795100000000 implements MigrationInterface {
  readonly name = 'Changes1795100000000';

  async up(runner: QueryRunner): Promise<void> {
    const { word, text, instant, integer } = columnsFor(runner);
    await createTable(
      runner,
      'change_requests',
      {
        id: key(word),
        draw: word,
        task: word,
        kind: word,
        assignment: orNull(word),
        institution: orNull(word),
        person: orNull(word),
        ground: word,
        origin: word,
        words: text,
        by: word,
        at: instant,
        before: orNull(text),
        state: word,
        above: orNull(text),
        decision: orNull(text),
        outcome: orNull(text),
        version: integer,
      },
      { ix_change_requests_draw: ['draw'] },
    );
    await createTable(runner, 'draw_events', {
      draw: key(word),
      n: key(integer),
      request: text,
      link: word,
      seed: word,
      result: text,
    });
  }

  /** There is no way back: on SQLite it would take rows along. Restore a copy instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
