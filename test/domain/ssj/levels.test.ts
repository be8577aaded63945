// Levels of a pool answer as going through the whole pool would, while loads grow.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../../src/domain/ssj/canonical.ts';
import { levelsOf } from '../../../src/domain/ssj/levels.ts';

const ticket = ({ id }: { readonly id: string }, g: number): string => digest(`${id}#${g}`);

test('the least load, the next above, and who has a load, by ticket, are those of the plain pool', () => {
  const member = fc.record({ load: fc.nat(3), cap: fc.integer({ min: 0, max: 8 }) });
  const steps = fc.array(fc.tuple(fc.nat(11), fc.nat(6)), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 12 }), steps, (members, moves) => {
      const pool = members.map((one, n) => ({ id: `P${n}`, ...one }));
      const levels = levelsOf(pool, ticket);
      for (const [who, asked] of moves) {
        const loads = pool.filter(({ load, cap }) => load < cap).map(({ load }) => load);
        expect(levels.least()).toBe(Math.min(...loads));
        expect(levels.above(asked)).toBe(Math.min(...loads.filter((load) => load > asked)));
        const there = pool.filter(({ load, cap }) => load === asked && load < cap);
        const byTicket = there.toSorted((a, b) => (ticket(a, asked + 1) < ticket(b, asked + 1) ? -1 : 1));
        expect([...levels.at(asked)].map(({ id }) => id)).toEqual(byTicket.map(({ id }) => id));
        const one = pool[who % pool.length];
        if (one && one.load < one.cap) one.load += 1;
      }
    }),
    { numRuns: 300, seed: 20261125 },
  );
});
