// The same presses while 20,000 rows are imported through the chat and the list is exported.
import path from 'node:path';
import { writeSheet } from '../src/papers/sheets/write-sheet.ts';
import { loadOffice } from '../src/settings/office.ts';
import { pause } from '../test/support/stubborn.ts';
import { manyInstitutions, openBusyOffice, pressWave } from './busy-office.ts';
import { type Measure, percentile } from './line.ts';

const ROWS = 20_000;
const PATIENCE_MS = 180_000;

/** p50 and p99 of presses from the sending of the file until the export has arrived; and how long that took. */
export const measure: Measure = async (say) => {
  const office = loadOffice(path.join(import.meta.dirname, '../config'));
  if (!office.ok) throw new Error('the settings do not load');
  const bytes = await writeSheet({ kind: 'institutions', rows: manyInstitutions(ROWS) }, 'xlsx', office.value.rules.categories);
  const { house, player } = await openBusyOffice();
  const { play } = house;
  try {
    const latencies: number[] = [];
    let isOver = false;
    const pressing = (async () => {
      for (let wave = 0; !isOver; wave += 1) {
        latencies.push(...(await pressWave(house, wave)));
        await pause(50);
      }
    })();
    const began = performance.now();
    await play.send('P002', '机构.xlsx', bytes);
    await play.until('the preview', async () => (await play.buttons('P002')).some(({ verb }) => verb === 'confirm-import'), PATIENCE_MS);
    say('preview', (performance.now() - began) / 1000, 's', ROWS);
    await play.press('P002', 'confirm-import');
    await play.until('the rows', () => player.read(async (books) => (await books.institutions.count()) >= ROWS), PATIENCE_MS);
    say('confirmed', (performance.now() - began) / 1000, 's', ROWS);
    const before = (await play.messages('P002')).length;
    await play.say('P002', '/名录 导出');
    await play.until('the file', async () => (await play.messages('P002')).slice(before).some(({ kind }) => kind === 'file'), PATIENCE_MS);
    say('exported', (performance.now() - began) / 1000, 's', ROWS);
    isOver = true;
    await pressing;
    say('p50', percentile(latencies, 0.5), 'ms', latencies.length);
    say('p99', percentile(latencies, 0.99), 'ms', latencies.length, 2000);
    say('not-answered', latencies.filter((ms) => ms >= 3000).length, 'presses', latencies.length);
    say('slowest', Math.max(...latencies), 'ms', latencies.length);
  } finally {
    await house.close();
  }
};
