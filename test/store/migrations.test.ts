// The tables the migrations make are the tables the schemas describe, on both databases and in any order of starting.
import { expect, test } from 'vitest';
import { openEngine, openStore } from '../../src/store/open.ts';
import { withStores } from '../support/store.ts';

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

  test('three that start at once on an empty database all open it', async () => {
    const { url } = await make.empty();
    const stores = await Promise.all([openStore(url), openStore(url), openStore(url)]);
    await Promise.all(stores.map((store, i) => store.work((books) => books.notes.put(`store-${i}`, 'open'))));
    expect(await stores[0]?.read((books) => books.notes.named('store-'))).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });
});
