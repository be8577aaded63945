// The draw's heavy parts: 100,000 tickets and their order, and the assignment of 60 inspectors to 200 objects.
import { randomBytes } from 'node:crypto';
import { assign } from '../src/domain/ssj/assign.ts';
import { digest } from '../src/domain/ssj/canonical.ts';
import { openEngine } from '../src/store/open.ts';
import { type Measure, percentile } from './line.ts';

const ROWS = 100_000;
const TIMES = 5;

/** The baseline of the order is SQLite's own `ORDER BY RANDOM()` over as many rows, which nobody can repeat. */
export const measure: Measure = async (say) => {
  const seed = digest(randomBytes(16).toString('hex'));
  const ids = Array.from({ length: ROWS }, (_, i) => `33000000MD${String(i).padStart(8, '0')}`);
  const ordered = median(() => {
    ids.map((id) => [digest(`${seed}${id}`), id] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  });
  say('tickets-ordered', ordered, 'ms', ROWS, await orderByRandom());
  const objects = Array.from({ length: 200 }, (_, i) => ({ id: `O${i}`, slots: [['leader', 'lawfirm'], ['lawfirm']], recused: [] }));
  const inspectors = Array.from({ length: 60 }, (_, i) => ({
    id: `P${i}`,
    qualifications: i % 3 === 0 ? ['leader', 'lawfirm'] : ['lawfirm'],
    cap: null,
    load: 0,
  }));
  const input = { seed, objects, inspectors };
  say(
    'assign-200x60',
    median(() => void assign(input)),
    'ms',
    TIMES,
  );
};

function median(work: () => void): number {
  const all = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return percentile(all, 0.5);
}

async function orderByRandom(): Promise<number> {
  const { source, close } = await openEngine('sqlite::memory:');
  try {
    const rows = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS}) SELECT i FROM n ORDER BY RANDOM()`;
    const began = performance.now();
    await source.query(rows);
    return performance.now() - began;
  } finally {
    await close();
  }
}
