// Card callbacks of 20 people pressing at once, end to end over the long connection, beside the bare SDK.
import { readFileSync } from 'node:fs';
import { bareLatencies } from './bare.ts';
import { AT_ONCE, openBusyOffice, pressWave } from './busy-office.ts';
import { type Measure, percentile } from './line.ts';

const WAVES = 30;

/** p50 and p99; the first three waves warm up. */
export const measure: Measure = async (say) => {
  const bare = (await bareLatencies(WAVES + 3)).slice(60);
  const { house } = await openBusyOffice();
  try {
    const latencies: number[] = [];
    const before = cpuMs(house.running()?.pid);
    for (let wave = 0; wave < WAVES + 3; wave += 1) {
      const each = await pressWave(house, wave);
      if (wave >= 3) latencies.push(...each);
    }
    // Says what the machine's other work does not change.
    const spent = cpuMs(house.running()?.pid) - before;
    say('cpu-per-press', spent / ((WAVES + 3) * AT_ONCE), 'ms', latencies.length);
    say('p50', percentile(latencies, 0.5), 'ms', latencies.length, percentile(bare, 0.5));
    say('p99', percentile(latencies, 0.99), 'ms', latencies.length, percentile(bare, 0.99));
  } finally {
    await house.close();
  }
};

/** Linux only: ms of processor time a process has used so far; NaN elsewhere. */
function cpuMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
