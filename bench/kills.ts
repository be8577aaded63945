// Rounds played while the product is killed 200 times: counts what was lost or doubled, which must be nothing.
import { chanceOf } from '../test/support/chance.ts';
import { openFarHouse } from '../test/support/far-house.ts';
import { playUnderKills } from '../test/support/killing.ts';
import type { Measure } from './line.ts';

/** `KILLS=20 KILLS_SEED=7 npm run bench -- kills` for fewer, or the same again. */
export const measure: Measure = async (say) => {
  const count = Number(process.env['KILLS'] ?? 200);
  const seed = Number(process.env['KILLS_SEED'] ?? Date.now() % 1_000_000);
  say('seed', seed, 'seed', 1);
  const began = Date.now();
  const house = await openFarHouse();
  try {
    const { kills, tasks, diary, troubles } = await playUnderKills(house, count, chanceOf(seed));
    for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
    say('troubles', troubles.length, 'things lost or doubled', kills, 0);
    say('tasks', tasks, 'tasks', kills);
    say('presses-done', diary.steps.length, 'presses', kills);
    say('messages-answered', diary.said.length, 'messages', kills);
    say('presses-lost-and-repeated', diary.errors, 'presses', kills);
    say('time', (Date.now() - began) / 1000, 's', kills);
    if (troubles.length > 0) process.exitCode = 1;
  } finally {
    await house.close();
  }
};
