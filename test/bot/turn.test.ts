// One turn: what is answered is what was committed, also when the store runs a transaction twice.
import { expect, test } from 'vitest';
import { throughWith } from '../../src/bot/turn.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { Office } from '../../src/flows/office.ts';
import { openOffice } from '../support/office.ts';
import { withStores } from '../support/store.ts';

/** As after a conflict: the first run is rolled back, the second one counts. */
function twice(store: Office['store']): Office['store'] {
  const rolledBack = new Error('rolled back');
  return {
    ...store,
    work: async (verb) => {
      const first = store.work(async (books) => {
        await verb(books);
        throw rolledBack;
      });
      await first.catch((error: unknown) => {
        if (error !== rolledBack) throw error;
      });
      return store.work(verb);
    },
  };
}

const ending = { close: () => Promise.resolve(true), answer: () => Promise.resolve() };
const done = { notice: { face: 'notice-text', about: '', extra: { key: 'thanks' } } } as const;

withStores('a transaction that runs twice', (make) => {
  test('answers what its second run came to, when only the first one decided', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const through = throughWith({ ...office, store: twice(store) }, ending);
    let runs = 0;
    const answer = await through(
      async ({ store: inner }) => {
        const rest = await inner.work(() => {
          runs += 1;
          return Promise.resolve(runs === 1 ? ok('yes') : 'nothing decided');
        });
        return rest === 'nothing decided' ? fail({ kind: 'stale' } as const) : ok('yes');
      },
      () => done,
    );
    expect(runs).toBe(2);
    expect(answer.notice).toMatchObject({ face: 'refused', extra: { kind: 'stale' } });
  });
});
