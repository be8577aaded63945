// After the result: each witness says whether the record is the one announced, and what is said stays.
import { expect, test } from 'vitest';
import { digestOf } from '../../src/domain/ssj/canonical.ts';
import { confirmDraw } from '../../src/flows/confirm-draw.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { readWorkFacts } from '../../src/flows/work-facts.ts';
import { drawAtHand } from '../../src/web/reading.ts';
import { done, openOffice, refused } from '../support/office.ts';
import { closedDraw } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const CONFIRMED = { verdict: 'confirmed', words: '' } as const;
const DISPUTED = { verdict: 'disputed', words: '封存摘要与群里的不同' } as const;

withStores('the confirmation of a result', (make) => {
  test('is asked of every witness, given once by each, counted in public and bound to the record', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await closedDraw(office);
    expect(await refused(confirmDraw(office, office.person('P921'), number, CONFIRMED))).toMatchObject({ kind: 'wrong-state' });
    const { draw } = await done(settleDraw(office, office.person('P901'), number));
    const sent = await office.store.work((books) => books.outbox.lease('t', office.now(), office.now(), 500));
    const asked = sent.filter(({ notice }) => notice.face === 'confirm').map(({ to }) => to);
    expect(asked).toEqual(['P921', 'P922'].map((person) => ({ kind: 'person', person })));
    expect(await refused(confirmDraw(office, office.person('P923'), number, CONFIRMED))).toMatchObject({ kind: 'not-a-witness' });
    expect(await refused(confirmDraw(office, office.person('P901'), number, CONFIRMED))).toMatchObject({ kind: 'not-allowed' });
    expect(await refused(confirmDraw(office, office.person('P922'), number, { verdict: 'disputed', words: ' ' }))).toMatchObject({
      kind: 'missing-fields',
    });
    const facts = () => office.store.read((books) => readWorkFacts(books, office, office.now()));
    expect((await facts()).unconfirmed.get(number)).toEqual(['P921', 'P922']);
    const said = await done(confirmDraw(office, office.person('P921'), number, CONFIRMED));
    expect(said.recordHash).toBe(digestOf(draw.record));
    expect(await refused(confirmDraw(office, office.person('P921'), number, CONFIRMED))).toEqual({ kind: 'already-done' });
    await done(confirmDraw(office, office.person('P922'), number, DISPUTED));
    expect((await facts()).unconfirmed.get(number)).toEqual([]);
    const counts = async () => (await office.store.read((books) => drawAtHand(books, number)))?.confirmations;
    expect(await counts()).toEqual({ confirmed: 1, disputed: 1, silent: 0 });
    office.at('2026-03-17T09:00');
    await done(confirmDraw(office, office.person('P922'), number, CONFIRMED));
    expect(await counts()).toEqual({ confirmed: 2, disputed: 0, silent: 0 });
    const ledger = await office.store.read((books) => books.ledger.about(number));
    expect(ledger.map(({ payload }) => payload.what).slice(-3)).toEqual(['draw-confirmed', 'draw-disputed', 'draw-confirmed']);
    expect(JSON.stringify(ledger)).not.toContain(DISPUTED.words);
  });
});
