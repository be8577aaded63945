// Card callbacks of 20 people pressing at once, end to end over the long connection, beside the bare SDK.
import { bareLatencies } from './bare.ts';
import { openBusyOffice, pressWave } from './busy-office.ts';
import { type Measure, percentile } from './line.ts';

const WAVES = 30;

/** p50 and p99; the first three waves warm up. */
export const measure: Measure = async (say) => {
  const bare = (await bareLatencies(WAVES + 3)).slice(60);
  const { house } = await openBusyOffice();
  try {
    const latencies: number[] = [];
    for (let wave = 0; wave < WAVES + 3; wave += 1) {
      const each = await pressWave(house, wave);
      if (wave >= 3) latencies.push(...each);
    }
    say('p50', percentile(latencies, 0.5), 'ms', latencies.length, percentile(bare, 0.5));
    say('p99', percentile(latencies, 0.99), 'ms', latencies.length, percentile(bare, 0.99));
  } finally {
    await house.close();
  }
};
