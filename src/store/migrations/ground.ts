// The first migration: all tables of the first version.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRosters } from './ground-rosters.ts';
import { createTraffic } from './ground-traffic.ts';
import { createDraws, createInspections } from './ground-work.ts';

/** The tables. A class because TypeORM takes migrations as classes. */
export class Ground1795000000000 implements MigrationInterface {
  readonly name = 'Ground1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createRosters(runner);
    await createDraws(runner);
    await createInspections(runner);
    await createTraffic(runner);
  }

  /** There is no way back: on SQLite it would take rows along. Restore a copy instead. */
  down(): Promise<void> {
    return Promise.reject(new Error('migrations do not go back: restore a backup'));
  }
}
