// Selecting without sorting everything gives what sorting everything gives.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RosterRow, Rules } from '../../../src/domain/record.ts';
import { digest } from '../../../src/domain/ssj/canonical.ts';
import { drawnOnly, drawObjects, ticketOf, weightOf } from '../../../src/domain/ssj/objects.ts';
import { byText } from '../../../src/domain/ssj/order.ts';
import { lowest, ranked, type Ticketed } from '../../../src/domain/ssj/ranking.ts';

const plain = (rows: readonly Ticketed[]): readonly Ticketed[] => rows.toSorted((a, b) => byText(a.ticket, b.ticket) || byText(a.id, b.id));
const numbered = (n: number, ticket: (i: number) => string): readonly Ticketed[] =>
  Array.from({ length: n }, (_, i) => ({ id: `示例${i}`, ticket: ticket(i) }));

test('all rows and the lowest of them come as a plain sort has them, with ties, few and many', () => {
  const size = fc.oneof(fc.nat(40), fc.integer({ min: 4090, max: 9000 }));
  fc.assert(
    fc.property(size, fc.nat(9000), fc.integer({ min: 1, max: 5000 }), fc.string(), (n, count, kinds, salt) => {
      const rows = numbered(n, (i) => digest(`${salt}${i % kinds}`));
      const sorted = plain(rows);
      expect(ranked(rows)).toEqual(sorted);
      expect(lowest(() => rows, n, count)).toEqual(sorted.slice(0, count));
    }),
    { numRuns: 40 },
  );
});

test('where fewer tickets than expected are low, all rows are looked at again', () => {
  let looked = 0;
  const high = numbered(10_000, (i) => `f${digest(String(i)).slice(1)}`);
  const rows = (): readonly Ticketed[] => {
    looked += 1;
    return high;
  };
  expect(lowest(rows, high.length, 50)).toEqual(plain(high).slice(0, 50));
  expect(looked).toBe(2);
});

test('those who are drawn are the same with and without reserves, whatever the weights', () => {
  const risks = [null, '高', '中'];
  const pool = Array.from(
    { length: 6000 },
    (_, i): RosterRow => ({ id: `示例${i}`, name: '示例', category: 'lawfirm', risk: risks[i % 3] ?? null, excluded: null, forced: null }),
  );
  const rules: Rules = {
    document: '示例',
    strata: [{ id: 'lawfirm', category: 'lawfirm', num: 1, den: 20, min: 0, base: 'pool' }],
    weights: { 高: 5, 中: 2 },
    team: { size: 2, lead: true },
  };
  const seed = digest('示例');
  const sorted = plain(pool.map(({ id, risk }) => ({ id, ticket: ticketOf(seed, id, weightOf(rules, risk)) }))).map(({ id }) => id);
  const [whole] = drawObjects(pool, rules, seed);
  expect(whole).toEqual({ stratum: 'lawfirm', forced: [], drawn: sorted.slice(0, 300), reserve: sorted.slice(300) });
  expect(drawnOnly(pool, rules, seed)[0]?.drawn).toEqual(whole?.drawn);
});
