// A draw of a city's size by the real books: 400 firms and 60 offices under the ratios 郑州 published for 2023 (10 %, 20 %).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { approveVisits } from '../../src/flows/approve-visits.ts';
import { remind } from '../../src/flows/remind.ts';
import { done, openOffice, STAFF, sampleDocument, sampleMatter, sampleRatio } from '../support/office.ts';
import { sampleCity } from '../support/samples.ts';
import { settled } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
beforeAll(async () => {
  fresh = await freshStore('sqlite');
});
afterAll(() => fresh.close());

test('40 firms and 12 offices are drawn, the visits are shared evenly, and one notice a person follows the approval', async () => {
  const { institutions, people } = sampleCity();
  const office = await openOffice(fresh.store, {
    institutions,
    people: [...people.map((person) => ({ ...person, feishu: `ou_${person.id}` })), ...STAFF],
    matters: [sampleMatter('M01', 'lawfirm'), sampleMatter('M03', 'grassroots')],
    documents: [sampleDocument([sampleRatio('lawfirm', { num: 1, den: 10 }), sampleRatio('grassroots', { num: 1, den: 5 })])],
  });
  const rows = await settled(office, { categories: ['lawfirm', 'grassroots'], matters: ['M01', 'M03'] });
  expect(rows.filter((row) => row.category === 'lawfirm')).toHaveLength(40);
  expect(rows.filter((row) => row.category === 'grassroots')).toHaveLength(12);
  expect(new Set(rows.map((row) => row.institution)).size).toBe(52);
  expect(rows.at(-1)?.id).toBe('2026-01-52');
  const seats = rows.flatMap((row) => row.seats.map((seat) => seat.person ?? 'nobody'));
  // 104 seats, 52 of them for a leader: of the 47 who may lead, five go twice, and nobody else does.
  expect(new Set(seats).size).toBe(99);
  expect(Math.max(...seats.map((one) => seats.filter((other) => other === one).length))).toBe(2);
  for (const row of rows) {
    for (const seat of row.seats) await done(acceptAssignment(office, office.person(seat.person ?? ''), row.id, 1));
  }
  expect(await done(approveVisits(office, office.person('P911'), '2026-01', 'all'))).toHaveLength(52);
  office.at('2026-03-17T09:00');
  // Everyone who goes, and the two witnesses, who have still to confirm the result.
  expect(await done(remind(office))).toEqual({ written: 99 + 2 });
}, 60_000);
