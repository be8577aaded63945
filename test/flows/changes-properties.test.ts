// Whatever is asked and decided in whatever order: the record verifies, and the inspections are its teams.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asking } from '../../src/domain/change-asking.ts';
import { choicesOf, rulingOf } from '../../src/domain/change-choices.ts';
import { GROUNDS_OF } from '../../src/domain/change-request.ts';
import { teamOf } from '../../src/domain/seats.ts';
import { askChange } from '../../src/flows/ask-change.ts';
import { caseOf } from '../../src/flows/changing.ts';
import { decideChange } from '../../src/flows/decide-change.ts';
import { refuseChange } from '../../src/flows/refuse-change.ts';
import { soundRecord } from '../support/changes.ts';
import { openOffice, type TestOffice } from '../support/office.ts';
import { settled } from '../support/stages.ts';
import { freshStore } from '../support/store.ts';

const NUMBER = '2026-0001';

/** One step: numbers that choose among what there is to choose from. */
const step = fc.record({
  kind: fc.constantFrom('recusal', 'recusal', 'substitute', 'fill'),
  row: fc.nat(),
  seat: fc.nat(),
  ground: fc.nat(),
  way: fc.nat(),
  isRefused: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function askingOf(office: TestOffice, { kind, row, seat, ground }: Step): Promise<Asking> {
  const rows = await office.store.read((books) => books.assignments.all());
  const one = rows[row % rows.length] ?? expect.fail();
  const words = '示例依据';
  if (kind === 'fill') return { kind, draw: NUMBER, words };
  const grounds = GROUNDS_OF[kind === 'recusal' ? 'recusal' : 'substitute'];
  const about = { assignment: one.id, ground: grounds[ground % grounds.length] ?? 'other', words };
  if (kind === 'substitute') return { kind, ...about };
  const team = teamOf(one);
  return { kind: 'recusal', ...about, person: team[seat % Math.max(team.length, 1)] ?? 'P999', origin: 'institution' };
}

/** Asks, and decides by one of the ways that are offered; what is refused changes nothing. True if an event came of it. */
async function take(office: TestOffice, one: Step): Promise<boolean> {
  const asked = await askChange(office, office.person('P901'), await askingOf(office, one));
  if (!asked.ok) return false;
  const head = office.person('P911');
  const { id, version } = asked.value;
  const found = await office.store.read((books) => caseOf(books, id));
  const choices = found.ok ? choicesOf(found.value.request, found.value) : [];
  const choice = choices[one.way % Math.max(choices.length, 1)];
  if (!choice || (one.isRefused && one.way % 3 === 0)) return !(await refuseChange(office, head, id, version, '不同意')).ok;
  const decided = await decideChange(office, head, id, version, rulingOf(choice));
  // What was offered a moment ago is not refused.
  expect(decided).toMatchObject({ ok: true });
  return true;
}

test('after any sequence of requests the record verifies and the inspections are its teams', async () => {
  let events = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const { store, close } = await freshStore('sqlite');
      try {
        const office = await openOffice(store);
        await settled(office);
        let taken = 0;
        for (const one of steps) if (await take(office, one)) taken += 1;
        expect((await soundRecord(office, NUMBER)).events).toHaveLength(taken);
        const requests = await store.read((books) => books.changes.ofDraw(NUMBER));
        expect(requests.filter(({ state }) => state === 'open')).toEqual([]);
        events += taken;
      } finally {
        await close();
      }
    }),
    { numRuns: 10 },
  );
  expect(events).toBeGreaterThan(10);
}, 120_000);
