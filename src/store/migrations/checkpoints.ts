// Checkpoints of the ledger, with what was announced at each.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsFor, createTable, key } from './columns.ts';

/** The table of checkpoints. */
export class Checkpoints1795600000000 implements MigrationInterface {
  readonly name = 'Checkpoints1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    const { word, text, instant, integer } = columnsFor(runner);
    await createTable(
      runner,
      'checkpoints',
      { size: key(integer), root: word, frontier: text, note: text, draw: word, said: text, at: instant },
      { ix_checkpoints_draw: ['draw'] },
    );
  }

  /** There is no way back: restore a copy instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
