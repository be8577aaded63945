// The lists: order, search, history, accounts, and twenty thousand rows at once.
import { expect, test } from 'vitest';
import { withStores } from '../support/store.ts';
import * as samples from './samples.ts';
import { later } from './samples.ts';

const stamp = { at: samples.at, by: 'P001', source: '示例.xlsx' };
const added = <Row extends { readonly id: string }>(row: Row) => ({ id: row.id, before: null, after: row });
const named = (id: string, name: string) => added({ ...samples.institution, id, name });

withStores('a list', (make) => {
  test('is found by part of an id or name, in any case, with no wildcard but its own text', async () => {
    const { store } = await make();
    const rows = [named('a1', '百分之100%'), named('B2', '百分之100家'), named('c_3', 'Nanyang'), named('cx3', '其他'), named('d!4', '!')];
    await store.work((books) => books.institutions.apply(rows, stamp));
    const search = (text: string) =>
      store.read(async (books) => (await books.institutions.search(text, { skip: 0, take: 10 })).rows.map(({ id }) => id));
    expect(await search('100%')).toEqual(['a1']);
    expect(await search('b2')).toEqual(['B2']);
    expect(await search('c_')).toEqual(['c_3']);
    expect(await search('NANYANG')).toEqual(['c_3']);
    expect(await search('!')).toEqual(['d!4']);
    expect(await search("' OR 1=1 --")).toEqual([]);
    expect(await search('')).toEqual(['B2', 'a1', 'c_3', 'cx3', 'd!4']);
  });

  test('is paged, with the total of what was found', async () => {
    const { store } = await make();
    await store.work((books) =>
      books.institutions.apply(
        ['1', '2', '3', '4', '5'].map((id) => named(id, '所')),
        stamp,
      ),
    );
    const page = await store.read((books) => books.institutions.search('所', { skip: 2, take: 2 }));
    expect(page.total).toBe(5);
    expect(page.rows.map(({ id }) => id)).toEqual(['3', '4']);
  });

  test('has ids that compare exactly', async () => {
    const { store } = await make();
    await store.work((books) => books.institutions.apply([named('X1', '所')], stamp));
    expect(await store.read((books) => books.institutions.get('x1'))).toBeNull();
  });

  test('keeps what each row was before, and when it last changed', async () => {
    const { store } = await make();
    expect(await store.read((books) => books.people.changedAt())).toBeNull();
    const left = { ...samples.person, status: 'left' } as const;
    await store.work((books) => books.people.apply([added(samples.person)], stamp));
    await store.work((books) => books.people.apply([{ id: 'P007', before: samples.person, after: left }], { ...stamp, at: later(5) }));
    const history = await store.read((books) => books.people.history('P007'));
    expect(history.map(({ before, after }) => [before?.status ?? null, after.status])).toEqual([
      [null, 'active'],
      ['active', 'left'],
    ]);
    expect(await store.read((books) => books.people.changedAt())).toEqual(later(5));
    expect(await store.read((books) => books.people.count())).toBe(1);
  });

  test('of people is asked by account and by role', async () => {
    const { store } = await make();
    const other = { ...samples.barePerson, roles: ['head'] } as const;
    await store.work((books) => books.people.apply([added(samples.person), added(other)], stamp));
    await store.read(async (books) => {
      expect((await books.people.byAccount('feishu', 'ou_7'))?.id).toBe('P007');
      expect(await books.people.byAccount('dingtalk', 'ou_7')).toBeNull();
      expect((await books.people.byRole('inspector')).map(({ id }) => id)).toEqual(['P007']);
      expect(await books.people.byRole('inspect')).toEqual([]);
    });
  });

  test('never binds one account to two people, but lets it pass on within one import', async () => {
    const { store } = await make();
    const [from, to] = [samples.person, { ...samples.barePerson, id: 'P001' }];
    await store.work((books) => books.people.apply([added(from), added(to)], stamp));
    const taken = { id: 'P001', before: to, after: { ...to, feishu: 'ou_7' } };
    await expect(store.work((books) => books.people.apply([taken], stamp))).rejects.toThrow(/unique/i);
    const given = { id: 'P007', before: from, after: { ...from, feishu: null } };
    await store.work((books) => books.people.apply([taken, given], stamp));
    expect((await store.read((books) => books.people.byAccount('feishu', 'ou_7')))?.id).toBe('P001');
  });

  test('takes twenty thousand rows in seconds and gives them back in order', async () => {
    const { store, database } = await make();
    const rows = Array.from({ length: 20_000 }, (_, i) => named(`I${String(i).padStart(5, '0')}`, `示例机构 ${i}`));
    const begun = performance.now();
    await store.work((books) => books.institutions.apply(rows, stamp));
    const applied = performance.now();
    const all = await store.read((books) => books.institutions.all());
    process.stdout.write(
      `figure ${database}: apply 20000 rows ${Math.round(applied - begun)} ms, all() ${Math.round(performance.now() - applied)} ms\n`,
    );
    expect(all.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(await store.read((books) => books.institutions.history('I19999'))).toHaveLength(1);
    expect(applied - begun).toBeLessThan(15_000);
  });
});
