// What SSJ-1 promises of any draw, tried on random ones and against slower ways of finding the best.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../src/domain/ssj/assign.ts';
import type { AssignInput } from '../../../src/domain/ssj/board.ts';
import { lockDraw } from '../../../src/domain/ssj/lock.ts';
import { drawObjects } from '../../../src/domain/ssj/objects.ts';
import { leastSquares, mostFilled } from '../../support/best-assignment.ts';
import { randomLock } from '../../support/random-record.ts';

const seed = fc.stringMatching(/^[0-9a-f]{64}$/);

test('the order in which rows are given changes neither the seal nor the draw', () => {
  fc.assert(
    fc.property(fc.gen(), seed, (g, drawSeed) => {
      const input = randomLock((min, max) => g(fc.integer, { min, max }));
      const turned = {
        ...input,
        roster: input.roster.toReversed(),
        inspectors: input.inspectors.toReversed(),
        recusals: input.recusals.toReversed(),
      };
      expect(lockDraw(turned)).toEqual(lockDraw(input));
      expect(drawObjects(turned.roster, input.rules, drawSeed)).toEqual(drawObjects(input.roster, input.rules, drawSeed));
    }),
    { numRuns: 100 },
  );
});

test('an institution more moves nobody else: the others keep their order', () => {
  fc.assert(
    fc.property(fc.gen(), seed, (g, drawSeed) => {
      const { roster, rules } = randomLock((min, max) => g(fc.integer, { min, max }));
      const more = { id: 'NEW', name: '示例新机构', category: 'lawfirm', risk: 'B', excluded: null, forced: null };
      const before = drawObjects(roster, rules, drawSeed).map(({ drawn, reserve }) => [...drawn, ...reserve]);
      const after = drawObjects([...roster, more], rules, drawSeed).map(({ drawn, reserve }) => [...drawn, ...reserve]);
      expect(after.map((order) => order.filter((id) => id !== 'NEW'))).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

const QUALIFICATIONS = ['q0', 'q1', 'q2'];
const needs = fc.subarray(QUALIFICATIONS, { minLength: 1, maxLength: 2 });

/** Assignments of up to `objects` by `inspectors`. */
function inputs(objects: number, inspectors: number): fc.Arbitrary<AssignInput> {
  const names = Array.from({ length: inspectors }, (_, i) => `J${i}`);
  const object = fc.record({ slots: fc.array(needs, { minLength: 1, maxLength: 3 }), recused: fc.subarray(names, { maxLength: 2 }) });
  const inspector = fc.record({
    qualifications: fc.subarray(QUALIFICATIONS, { minLength: 1 }),
    cap: fc.option(fc.integer({ min: 0, max: 4 })),
    load: fc.integer({ min: 0, max: 2 }),
  });
  return fc.record({
    seed,
    objects: fc.array(object, { maxLength: objects }).map((rows) => rows.map((row, i) => ({ id: `O${i}`, ...row }))),
    inspectors: fc.array(inspector, { maxLength: inspectors }).map((rows) => rows.map((row, i) => ({ id: `J${i}`, ...row }))),
  });
}

test('caps, qualifications and recusals are never broken, and nobody sits twice in a team', () => {
  fc.assert(
    fc.property(inputs(12, 8), (input) => {
      const { teams, load, unfilled } = assign(input);
      const people = new Map(input.inspectors.map((row) => [row.id, row]));
      const held = new Map<string, number>();
      for (const [o, { team }] of teams.entries()) {
        const present = team.filter((id) => id !== null);
        expect(new Set(present).size).toBe(present.length);
        for (const [slot, id] of team.entries()) {
          if (id === null) continue;
          held.set(id, (held.get(id) ?? 0) + 1);
          expect(input.objects[o]?.recused).not.toContain(id);
          for (const need of input.objects[o]?.slots[slot] ?? []) expect(people.get(id)?.qualifications).toContain(need);
        }
      }
      for (const { id, cap, load: start } of input.inspectors) {
        expect(load[id]).toBe(start + (held.get(id) ?? 0));
        if (held.has(id)) expect(load[id]).toBeLessThanOrEqual(cap ?? Infinity);
      }
      const empty = teams.flatMap(({ object, team }) => team.flatMap((id, slot) => (id === null ? [{ object, slot }] : [])));
      expect(unfilled).toEqual(empty);
    }),
    { numRuns: 300 },
  );
});

test('as many places are filled as a maximum flow can fill', () => {
  fc.assert(
    fc.property(inputs(12, 8), (input) => {
      const filled = assign(input).teams.flatMap(({ team }) => team.filter((id) => id !== null)).length;
      expect(filled).toBe(mostFilled(input));
    }),
    { numRuns: 300 },
  );
});

test('when all places can be filled, no other full staffing has more even loads', () => {
  let full = 0;
  fc.assert(
    fc.property(inputs(3, 4), (input) => {
      const { load, unfilled } = assign(input);
      if (unfilled.length > 0) return;
      full += 1;
      expect(Object.values(load).reduce((sum, one) => sum + one * one, 0)).toBe(leastSquares(input));
    }),
    { numRuns: 600 },
  );
  expect(full).toBeGreaterThan(50);
});

test('a place left empty is explained by people whose caps are used up, on places that only they could fill', () => {
  let explained = 0;
  fc.assert(
    fc.property(inputs(12, 6), (input) => {
      const { shortages, load } = assign(input);
      const objects = new Map(input.objects.map((row) => [row.id, row]));
      for (const { places, inspectors, object, slot } of shortages) {
        explained += 1;
        expect(places[0]).toEqual({ object, slot });
        const named = new Set(inspectors);
        for (const { id, cap } of input.inspectors) if (named.has(id)) expect(load[id]).toBeGreaterThanOrEqual(cap ?? Infinity);
        for (const place of places) {
          const { slots, recused } = objects.get(place.object) ?? { slots: [] as string[][], recused: [] as string[] };
          const isAble = ({ id, qualifications }: AssignInput['inspectors'][number]): boolean =>
            !recused.includes(id) && (slots[place.slot] ?? []).every((need) => qualifications.includes(need));
          const others = input.inspectors.filter((row) => isAble(row) && !named.has(row.id));
          // Whoever else could fill it already sits in that very team, in another of the places named.
          expect(others.length).toBeLessThan(places.filter((one) => one.object === place.object).length);
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(explained).toBeGreaterThan(20);
});
