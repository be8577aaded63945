// The product is killed at random moments of a round: nothing may be lost, nothing doubled.
import { expect, test } from 'vitest';
import { chanceOf } from '../support/chance.ts';
import { openFarHouse } from '../support/far-house.ts';
import { playUnderKills } from '../support/killing.ts';

/** Another seed: `KILLS_SEED=7 npx vitest run test/e2e/kills.test.ts`. */
const seed = Number(process.env['KILLS_SEED'] ?? Date.now() % 1_000_000);

test('killed 15 times in a round, the product loses and doubles nothing', { timeout: 600_000 }, async () => {
  const house = await openFarHouse();
  try {
    const { kills, troubles } = await playUnderKills(house, 15, chanceOf(seed));
    expect(troubles, `seed ${seed}`).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(15);
  } finally {
    await house.close();
  }
});
