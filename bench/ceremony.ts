// A draw from the lock to its check, with lists of several sizes: how long each step takes, and the longest time for which nobody else was answered.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openComputing } from '../src/bot/computing.ts';
import { render } from '../src/bot/views/render.ts';
import type { Face } from '../src/domain/notice.ts';
import { contribute } from '../src/flows/contribute.ts';
import { lockDraw } from '../src/flows/lock-draw.ts';
import { settleDraw } from '../src/flows/settle-draw.ts';
import { openLog } from '../src/log.ts';
import { openStore } from '../src/store/open.ts';
import { done, openOffice, STAFF, sampleDocument, sampleMatter, sampleRatio, type TestOffice } from '../test/support/office.ts';
import { sampleInspectors, sampleInstitutions } from '../test/support/samples.ts';
import { approvedTask } from '../test/support/stages.ts';
import type { Measure, Say } from './line.ts';

/** Institutions: a county's, a city's, a province's, and as many as an import may hold. */
const SIZES = [15, 460, 5_000, 20_000] as const;

/** What nobody should have to wait longer for. */
const HOLD_MS = 50;

export const measure: Measure = async (say) => {
  for (const size of SIZES) await ceremony(say, size);
};

async function ceremony(say: Say, size: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mingqian-bench-'));
  const store = await openStore(`sqlite:${path.join(folder, 'bench.db')}`);
  try {
    const office = await openOffice(store, {
      institutions: sampleInstitutions(size, 'lawfirm', '律师事务所'),
      people: [...sampleInspectors(140), ...STAFF],
      matters: [sampleMatter('M01', 'lawfirm')],
      documents: [sampleDocument([sampleRatio('lawfirm', { num: 1, den: 20 })])],
    });
    await steps(office, (step, work) => watched(say, `${step}, ${size} institutions`, work));
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function steps(office: TestOffice, step: (name: string, work: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const operator = office.person('P901');
  const task = await approvedTask(office, { categories: ['lawfirm'], matters: ['M01'] });
  const tools = { office, site: null, computing: openComputing({ log: openLog('silent'), now: office.now }) };
  const card = (face: Face, about: string) => () => render(tools, { face, about }, operator);
  let number = '';
  await step('lock', async () => {
    number = (await done(lockDraw(office, operator, task.id, task.version))).number;
  });
  await step('lock card', card('lock', number));
  for (const witness of ['P921', 'P922']) await step('contribution', () => done(contribute(office, office.person(witness), number, '雨')));
  await step('result', () => done(settleDraw(office, operator, number)));
  await step('result card', card('settled', number));
  await step('check card', card('draw-check', number));
}

/** How long it took, and the longest time for which the event loop stood still meanwhile. */
async function watched(say: Say, metric: string, work: () => Promise<unknown>): Promise<void> {
  let longest = 0;
  let before = performance.now();
  const look = (): void => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  };
  const watch = setInterval(look, 2);
  const began = performance.now();
  await work();
  look();
  say(metric, performance.now() - began, 'ms', 1);
  clearInterval(watch);
  say(`longest pause, ${metric}`, longest, 'ms', 1, HOLD_MS);
}
