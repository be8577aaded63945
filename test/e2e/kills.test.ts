// The product is killed at random moments of a round: nothing may be lost, nothing doubled.
import { expect, test } from 'vitest';
import { chanceOf } from '../support/chance.ts';
import { openFarHouse } from '../support/far-house.ts';
import { playUnderKills } from '../support/killing.ts';
import { type Database, freshDatabase } from '../support/store.ts';

/** Another seed: `KILLS_SEED=7 npx vitest run test/e2e/kills.test.ts`. */
const seed = Number(process.env['KILLS_SEED'] ?? Date.now() % 1_000_000);

const KILLS: readonly (readonly [Database, number])[] = [
  ['sqlite', 15],
  ['postgres', 5],
];

test.for(KILLS)(
  'on %s, killed %i times in a round, the product loses and doubles nothing',
  { timeout: 600_000 },
  async ([database, count]) => {
    const { url, remove } = await freshDatabase(database);
    const house = await openFarHouse({ databaseUrl: url });
    try {
      const { kills, troubles } = await playUnderKills(house, count, chanceOf(seed));
      expect(troubles, `seed ${seed}`).toEqual([]);
      expect(kills).toBeGreaterThanOrEqual(count);
    } finally {
      await house.close();
      await remove();
    }
  },
);
