// The draw's heavy parts beside what a database does without a seed that anyone could repeat: 5 % of a million, and the assignment.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Rules } from '../src/domain/record.ts';
import { assign } from '../src/domain/ssj/assign.ts';
import { digest } from '../src/domain/ssj/canonical.ts';
import { openEngine } from '../src/store/open.ts';
import { ENDING, inThread } from '../src/thread.ts';
import type { Many } from './draw-many.ts';
import type { DrawParts, DrawReading } from './draw-read.ts';
import { type Measure, percentile, type Say } from './line.ts';

const ROWS = 1_000_000;
const DRAWN = ROWS / 20;
const COLUMNS = 'id, name, category, risk, excluded, forced';
const RULES: Rules = {
  document: '示例',
  strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: 20, min: 0, base: 'pool' }],
  weights: {},
  team: { size: 2, lead: true },
};

/** Baseline of the draw's parts: SQLite's `ORDER BY RANDOM() LIMIT` over the same rows and columns. */
export const measure: Measure = async (say) => {
  say(
    'assign-200x60',
    median(5, () => assign(sampleBoard(200, 60))),
    'ms',
    5,
    20,
  );
  // While the process holds nothing else.
  const { took, memory } = await inThread<Many>(path.join(import.meta.dirname, `draw-many${ENDING}`), null);
  say('select-10m', took, 'ms', 1);
  say('select-10m-memory', memory / 1e9, 'GB', 1, 1.5);
  await million(say);
  say(
    'assign-100000x10000',
    median(1, () => assign(sampleBoard(100_000, 10_000))),
    'ms',
    1,
    2500,
  );
};

async function million(say: Say): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mingqian-bench-'));
  const url = `sqlite:${path.join(folder, 'rows.db')}`;
  try {
    const random = await filledAndShuffled(url);
    const job: DrawReading = { url, query: `SELECT ${COLUMNS} FROM bench_rows`, rules: RULES, seed: digest('示例') };
    const began = performance.now();
    const parts = await inThread<DrawParts>(path.join(import.meta.dirname, `draw-read${ENDING}`), job);
    const { read, root, tickets, selection, wholeOrder } = parts;
    say('thread-all-told', performance.now() - began, 'ms', ROWS);
    say('read', read, 'ms', ROWS, random);
    say('root', root, 'ms', ROWS, random);
    say('tickets', tickets, 'ms', ROWS, random);
    say('tickets-a-second', ROWS / tickets / 1000, 'M/s', ROWS, 2);
    say('tickets-and-selection', selection, 'ms', ROWS, random);
    say('tickets-and-whole-order', wholeOrder, 'ms', ROWS, random);
    say('draw-without-root', read + selection, 'ms', ROWS, random);
    say('draw-end-to-end', read + root + selection, 'ms', ROWS, random);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds of `ORDER BY RANDOM() LIMIT`, once the rows are there. */
async function filledAndShuffled(url: string): Promise<number> {
  const { source, close } = await openEngine(url);
  try {
    await source.query('CREATE TABLE bench_rows (id TEXT PRIMARY KEY, name TEXT, category TEXT, risk TEXT, excluded TEXT, forced TEXT)');
    await source.query(
      `INSERT INTO bench_rows WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
       SELECT '33000000MD' || printf('%08d', i), '示例律师事务所' || i, 'lawfirm', NULL, NULL, NULL FROM n`,
    );
    const shuffle = `SELECT ${COLUMNS} FROM bench_rows ORDER BY RANDOM() LIMIT ${DRAWN}`;
    await source.query(shuffle);
    const began = performance.now();
    await source.query(shuffle);
    return performance.now() - began;
  } finally {
    await close();
  }
}

/** Objects of two places, the first for one of the third of inspectors who may lead. */
function sampleBoard(objects: number, inspectors: number): Parameters<typeof assign>[0] {
  return {
    seed: digest('示例'),
    objects: Array.from({ length: objects }, (_, i) => ({ id: `O${i}`, slots: [['leader', 'lawfirm'], ['lawfirm']], recused: [] })),
    inspectors: Array.from({ length: inspectors }, (_, i) => ({
      id: `P${i}`,
      qualifications: i % 3 === 0 ? ['leader', 'lawfirm'] : ['lawfirm'],
      cap: null,
      load: 0,
    })),
  };
}

function median(times: number, work: () => unknown): number {
  const all = Array.from({ length: times }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return percentile(all, 0.5);
}
