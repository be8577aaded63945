// Rounds played while the product is killed 200 times: counts what was lost or doubled, which must be nothing.
import { chanceOf } from '../test/support/chance.ts';
import { openFarHouse } from '../test/support/far-house.ts';
import { type Killed, playUnderKills } from '../test/support/killing.ts';
import type { Measure } from './line.ts';

/** `KILLS=20 KILLS_SEED=7 npm run bench -- kills` for fewer, or the same again. */
export const measure: Measure = async (say) => {
  const count = Number(process.env['KILLS'] ?? 200);
  const seed = Number(process.env['KILLS_SEED'] ?? Date.now() % 1_000_000);
  say('seed', seed, 'seed', 1);
  const began = Date.now();
  const chance = chanceOf(seed);
  const all: Killed[] = [];
  const sum = (of: (one: Killed) => number): number => all.reduce((total, one) => total + of(one), 0);
  for (let left = count; left > 0; left = count - sum(({ kills }) => kills)) {
    const house = await openFarHouse();
    try {
      // As many as its county lasts for; then another office opens.
      const one = await playUnderKills(house, left, chance);
      all.push(one);
      for (const trouble of one.troubles) process.stderr.write(`${trouble}\n`);
    } finally {
      await house.close();
    }
  }
  const kills = sum((one) => one.kills);
  say(
    'troubles',
    sum(({ troubles }) => troubles.length),
    'things lost or doubled',
    kills,
    0,
  );
  say('offices', all.length, 'offices', kills);
  say(
    'tasks',
    sum(({ tasks }) => tasks),
    'tasks',
    kills,
  );
  say(
    'presses-done',
    sum(({ diary }) => diary.steps.length),
    'presses',
    kills,
  );
  say(
    'messages-answered',
    sum(({ diary }) => diary.said.length),
    'messages',
    kills,
  );
  say(
    'presses-lost-and-repeated',
    sum(({ diary }) => diary.errors),
    'presses',
    kills,
  );
  say('time', (Date.now() - began) / 1000, 's', kills);
  if (sum(({ troubles }) => troubles.length) > 0) process.exitCode = 1;
};
