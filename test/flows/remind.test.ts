// Digests on real databases: a missed tick, a restart or a second process neither loses nor repeats one.
import { expect, test } from 'vitest';
import { remind } from '../../src/flows/remind.ts';
import { done, openOffice } from '../support/office.ts';
import { proposed, settled, toVisit } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

withStores('reminding', (make) => {
  test('a day has one digest a person, whatever ticks come or go, and two processes at once write it once', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const rows = await settled(office);
    // Both witnesses have still to confirm the result.
    const drawn = new Set([...rows.flatMap((row) => row.seats.map((seat) => seat.person ?? '')), 'P921', 'P922']);
    expect(await done(remind(office))).toEqual({ written: 0 });
    office.at('2026-03-17T08:59');
    expect(await done(remind(office))).toEqual({ written: 0 });
    // The tick of nine o'clock was missed.
    office.at('2026-03-17T11:30');
    const both = await Promise.all([remind(office), remind(office)]);
    expect(both.map((answer) => (answer.ok ? answer.value.written : 0)).reduce((a, b) => a + b)).toBe(drawn.size);
    office.at('2026-03-17T15:00');
    expect(await done(remind(office))).toEqual({ written: 0 });
    const [first] = [...drawn];
    const digest = await store.read((books) => books.outbox.get(`digest:${first}:2026-03-17`));
    expect(digest).toMatchObject({ to: { kind: 'person', person: first }, notice: { face: 'digest', about: first } });
    // A whole day was missed: what is still open is said on the next.
    office.at('2026-03-19T09:00');
    expect(await done(remind(office))).toEqual({ written: drawn.size });
    const words = (await store.read((books) => books.ledger.from(0, 1000))).map((entry) => entry.payload.what);
    expect(words.filter((word) => word === 'reminded')).toHaveLength(2);
  });

  test('not on a day off, not in the quiet hours', async () => {
    const office = await openOffice((await make()).store);
    await settled(office);
    for (const at of ['2026-03-21T09:00', '2026-03-22T15:00', '2026-03-17T20:00', '2026-03-18T07:00']) {
      office.at(at);
      expect(await done(remind(office))).toEqual({ written: 0 });
    }
  });

  test('a visit past its window and a publication that waits are said to whom they wait for', async () => {
    const office = await openOffice((await make()).store);
    const row = await toVisit(office);
    office.at('2026-04-13T09:00');
    await done(remind(office));
    for (const seat of row.seats) {
      expect(await office.store.read((books) => books.outbox.get(`digest:${seat.person}:2026-04-13`))).not.toBeNull();
    }
    const other = await openOffice((await make()).store);
    await proposed(other);
    other.at('2026-03-20T09:00');
    await done(remind(other));
    expect(await other.store.read((books) => books.outbox.get('digest:P911:2026-03-20'))).not.toBeNull();
    // P912 is a head too, and did not propose it.
    expect(await other.store.read((books) => books.outbox.get('digest:P912:2026-03-20'))).not.toBeNull();
    expect(await other.store.read((books) => books.outbox.get('digest:P931:2026-03-20'))).toBeNull();
  });
});
