// Beacons from outside, outcomes of void draws, confirmations, and the lottery a task names.
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { columnsFor, createTable, key, orNull } from './columns.ts';

/** Adds three tables and the column `tasks.lottery`. A class because TypeORM takes migrations as classes. */
export class Ceremony1795100300000 implements MigrationInterface {
  readonly name = 'Ceremony1795100300000';

  async up(runner: QueryRunner): Promise<void> {
    const { word, text, instant, integer } = columnsFor(runner);
    await createTable(runner, 'beacons', {
      draw: key(word),
      round: integer,
      randomness: word,
      signature: text,
      from: orNull(text),
      by: word,
      at: instant,
    });
    await createTable(runner, 'void_outcomes', { draw: key(word), record: text, at: instant });
    await createTable(runner, 'confirmations', {
      draw: key(word),
      person: key(word),
      verdict: key(word),
      words: text,
      recordHash: word,
      at: instant,
    });
    await runner.addColumn('tasks', new TableColumn({ ...orNull(text), name: 'lottery' }));
  }

  /** There is no way back, as with the first. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
