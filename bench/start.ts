// From `node` to a ready product, on an empty and on a filled database, and the memory it then holds.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type FarHouse, openFarHouse } from '../test/support/far-house.ts';
import { openOffice, playTask } from '../test/support/round-by-force.ts';
import { pause, stubborn } from '../test/support/stubborn.ts';
import { manyInstitutions } from './busy-office.ts';
import { type Measure, percentile } from './line.ts';

const TIMES = 5;
const MEGABYTE = 1024 * 1024;
/** The engine gives back what a round used up only after a while without work. */
const REST_MS = 60_000;

/** Start under 3 s and memory under 200 MB are the targets. */
export const measure: Measure = async (say) => {
  const bare = repeated(() => {
    const began = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    return performance.now() - began;
  });
  const baseline = percentile(await bare, 0.5);
  const house = await openFarHouse();
  try {
    say('first-start', await timeToReady(house), 'ms', 1, baseline);
    say('start-empty', percentile(await repeated(() => timeToReady(house)), 0.5), 'ms', TIMES, baseline);
    await pause(3000);
    say('memory-after-start', residentMegabytes(house), 'MB', 1);
    const player = stubborn(house);
    await openOffice(player);
    await playTask(player, 1);
    await pause(3000);
    say('memory-after-a-round', residentMegabytes(house), 'MB', 1);
    await pause(REST_MS);
    say('memory-at-rest', residentMegabytes(house), 'MB', 1);
    const rows = manyInstitutions(20_000).map((after) => ({ id: after.id, before: null, after }));
    const stamp = { at: new Date(house.platform.state.clock.now()), by: 'system', source: '示例' } as const;
    await house.store().work((books) => books.institutions.apply(rows, stamp));
    say('start-filled', percentile(await repeated(() => timeToReady(house)), 0.5), 'ms', TIMES, baseline);
  } finally {
    await house.close();
  }
};

async function repeated(once: () => number | Promise<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time += 1) all.push(await once());
  return all;
}

/** Ms from the fork to the first 200 of `/readyz`. */
async function timeToReady(house: FarHouse): Promise<number> {
  await house.kill();
  const began = performance.now();
  if (!(await house.start())) throw new Error('the product did not start');
  for (;;) {
    const { port } = house.running() ?? { port: 0 };
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return performance.now() - began;
    await pause(5);
  }
}

/** Linux only: what the kernel says the process holds; NaN elsewhere. */
function residentMegabytes(house: FarHouse): number {
  try {
    const pages = Number(readFileSync(`/proc/${house.running()?.pid}/statm`, 'utf8').split(' ')[1]);
    return (pages * 4096) / MEGABYTE;
  } catch {
    return Number.NaN;
  }
}
