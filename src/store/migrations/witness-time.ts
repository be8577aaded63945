// Until when a draw waits for its witnesses, kept from the lock on.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the column `draws.witnessesUntil`; in draws locked before it, it stays null. A class because TypeORM takes migrations as classes. */
export class WitnessTime1795800000000 implements MigrationInterface {
  readonly name = 'WitnessTime1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would build SQLite's table anew, and other tables' triggers that name it do not survive that.
    const collation = runner.connection.options.type === 'postgres' ? ' COLLATE "C"' : '';
    await runner.query(`ALTER TABLE "draws" ADD COLUMN "witnessesUntil" varchar(24)${collation}`);
  }

  /** There is no way back, as with the first. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
