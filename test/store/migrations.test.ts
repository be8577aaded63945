// The tables the migrations make are the tables the schemas describe, on both databases and in any order of starting.
import { expect, test } from 'vitest';
import { openEngine, openStore } from '../../src/store/open.ts';
import { withStores } from '../support/store.ts';
import * as samples from './samples.ts';

withStores('after the migrations', (make) => {
  test('the schema builder finds nothing to change', async () => {
    const { url } = await make.empty();
    const engine = await openEngine(url);
    const { upQueries } = await engine.source.driver.createSchemaBuilder().log();
    await engine.close();
    expect(upQueries.map(({ query }) => query)).toStrictEqual([]);
  });

  test('a second start runs nothing and keeps everything', async () => {
    const { store, url } = await make();
    await store.work((books) => books.notes.put('site', 'x'));
    const again = await openStore(url);
    expect(await again.read((books) => books.notes.get('site'))).toBe('x');
    await again.close();
  });

  test('a draw that was locked before its deadline was kept is still held to its lock once the column is there', async () => {
    const { store, url, database } = await make();
    await store.work((books) => books.draws.add({ ...samples.draw, witnessesUntil: null }));
    const old = await openEngine(url);
    if (database === 'sqlite') {
      const triggers = await old.source.query<{ name: string }[]>(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`);
      for (const { name } of triggers) await old.source.query(`DROP TRIGGER "${name}"`);
    }
    await old.source.query(`ALTER TABLE "draws" DROP COLUMN "witnessesUntil"${database === 'sqlite' ? '' : ' CASCADE'}`);
    await old.source.query(`DELETE FROM "migrations" WHERE "name" = 'WitnessTime1795800000000'`);
    await old.close();
    const { source, migrated, close } = await openEngine(url);
    expect(migrated).toEqual(['WitnessTime1795800000000']);
    await expect(source.query(`UPDATE "draws" SET "witnessesUntil" = '2027-01-01T00:00:00.000Z'`)).rejects.toThrow('lock');
    await close();
    expect(await store.read((books) => books.draws.get(samples.draw.number))).toMatchObject({ witnessesUntil: null });
  });

  test('three that start at once on an empty database all open it', async () => {
    const { url } = await make.empty();
    const stores = await Promise.all([openStore(url), openStore(url), openStore(url)]);
    await Promise.all(stores.map((store, i) => store.work((books) => books.notes.put(`store-${i}`, 'open'))));
    expect(await stores[0]?.read((books) => books.notes.named('store-'))).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });
});
