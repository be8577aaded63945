// `npm run bench -- [name]`: runs one measurement, or all of them, and prints one JSON object a line.
import { loadavg } from 'node:os';
import { type Measure, sayer } from './line.ts';

const MEASUREMENTS: Readonly<Record<string, () => Promise<{ readonly measure: Measure }>>> = {
  presses: () => import('./presses.ts'),
  starved: () => import('./starved.ts'),
  start: () => import('./start.ts'),
  import: () => import('./import.ts'),
  draw: () => import('./draw.ts'),
  ceremony: () => import('./ceremony.ts'),
  forecast: () => import('./forecast.ts'),
  checkpoint: () => import('./checkpoint.ts'),
  fairness: () => import('./fairness/measure.ts'),
  kills: () => import('./kills.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASUREMENTS));
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(' ')}; known: ${Object.keys(MEASUREMENTS).join(' ')}\n`);
  process.exit(2);
}
const write = (line: string): void => void process.stdout.write(line);
for (const name of asked.length > 0 ? asked : Object.keys(MEASUREMENTS)) {
  const load = loadavg()[0] ?? 0;
  const say = sayer(name, write);
  say('load-average', load, 'processes', 1);
  await (await MEASUREMENTS[name]?.())?.measure(say);
}
process.exit(process.exitCode ?? 0);
