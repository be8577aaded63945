// A copy holds everything and goes back to either database, or nothing changes.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Books, Store } from '../../src/store/books.ts';
import { checkLedger } from '../../src/store/ledger.ts';
import { openEngine, openStore } from '../../src/store/open.ts';
import { restoreStore } from '../../src/store/restore.ts';
import { DATABASES, freshDatabase, withStores } from '../support/store.ts';
import * as samples from './samples.ts';

const { at, later } = samples;
const once = { force: false, now: later(100) };
const forced = { force: true, now: later(100) };

/** A row in every book. */
async function fill(store: Store): Promise<void> {
  const stamp = { at, by: 'P001', source: '示例.xlsx' };
  await store.work(async (books) => {
    await books.people.apply(
      [samples.person, samples.barePerson].map((after) => ({ id: after.id, before: null, after })),
      stamp,
    );
    await books.institutions.apply([{ id: samples.institution.id, before: null, after: samples.institution }], stamp);
    await books.matters.apply([{ id: samples.matter.id, before: null, after: samples.matter }], stamp);
    await books.documents.apply([{ id: samples.document.id, before: null, after: samples.document }], stamp);
    await books.tasks.add(samples.task);
    // Before its draw, which is closed: afterwards no word is taken.
    await books.draws.contribute(samples.contribution);
    await books.draws.add(samples.draw);
    await books.draws.replace({ ...samples.settled, version: 1 });
    await books.draws.type(samples.typedEntry);
    await books.assignments.add(samples.assignment);
    await books.problems.add(samples.problem);
    await books.publications.add({ ...samples.publication, state: 'published', publishedOn: '2026-03-25' });
    await books.imports.add(samples.pendingImport);
    await books.imports.stage('I1', 'people', [{ id: 'P1', before: null, after: samples.person }]);
    await books.inbox.take({ key: 'feishu:1', chat: 'oc', body: { at }, receivedAt: at });
    await books.outbox.add({ key: 'k', to: { kind: 'person', person: 'P007' }, notice: { face: 'task', about: 'x' }, madeAt: at });
    await books.ledger.add({ what: 'office-opened', by: 'system', about: '' }, at);
    await books.ledger.add({ what: 'task-made', by: 'P001', about: samples.task.id, facts: { n: 1 } }, later(1));
    await books.bindings.add({ hash: 'h', person: 'P007', madeBy: 'P001', expiresAt: later(9), usedAt: null });
    await books.bindings.miss('ou_9', at);
    await books.groups.put({ platform: 'feishu', chat: 'oc_1', name: '公示群', isAnnouncing: true, addedAt: at });
    await books.notes.put('site', 'x');
    await books.evidence.add({ id: 'E1', assignment: null, by: 'P007', at, fileName: 'a.jpg', sha256: 'aa', bytes: 1 });
  });
}

const everything = (store: Store) =>
  store.read(async (books: Books) => ({
    people: [await books.people.all(), await books.people.history('P007')],
    things: [await books.institutions.all(), await books.matters.all(), await books.documents.all()],
    tasks: await books.tasks.all(),
    draw: await books.draws.get(samples.draw.number),
    drawn: [await books.draws.contributions(samples.draw.number), await books.draws.typed(samples.draw.number)],
    assignments: await books.assignments.ofPerson('P008'),
    problems: await books.problems.all(),
    publications: await books.publications.published({}),
    imports: [await books.imports.get('I1'), await books.imports.staged('I1', 'people')],
    traffic: [await books.inbox.waiting(9), await books.outbox.get('k')],
    ledger: await books.ledger.from(1, 2),
    bindings: [await books.bindings.find('h'), await books.bindings.misses('ou_9', at)],
    groups: await books.groups.announcing(),
    notes: await books.notes.named(''),
    evidence: await books.evidence.get('E1'),
  }));

withStores('a backup', (make) => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'mingqian-backup-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));
  const file = (name: string) => path.join(dir, name);

  test.each(DATABASES)('goes back to %s with every row, its ledger whole and one entry longer, and the store goes on', async (to) => {
    const { store } = await make();
    await fill(store);
    await store.backup(file('copy'));
    const target = await freshDatabase(to);
    const restored = await restoreStore(target.url, file('copy'), once);
    expect(restored).toMatchObject({ ok: true, value: { ledgerEntries: 3 } });

    const other = await openStore(target.url);
    expect(await everything(other)).toEqual(await everything(store));
    expect(await checkLedger(other)).toMatchObject({ kind: 'whole', entries: 3 });
    const [last] = await other.read((books) => books.ledger.from(3, 1));
    expect(last).toMatchObject({ at: later(100), payload: { what: 'restored', by: 'system' } });
    // Running numbers go on behind the restored rows, and the triggers are back.
    await other.work(async (books) => {
      expect(await books.inbox.take({ key: 'feishu:2', chat: 'oc', body: null, receivedAt: at })).toBe(true);
      expect((await books.inbox.waiting(9)).map(({ key }) => key)).toEqual(['feishu:1', 'feishu:2']);
    });
    const settled = await other.read((books) => books.draws.get(samples.draw.number));
    await expect(other.work((books) => books.draws.replace(settled as never))).rejects.toThrow('mingqian: draws');
    await other.close();
    await target.remove();
  });

  test('is refused by a store that has rows, unless forced; then only the copy is left', async () => {
    const { store } = await make();
    await fill(store);
    await store.backup(file('copy'));
    const { store: other, url } = await make();
    await other.work((books) => books.notes.put('other', 'y'));
    expect(await restoreStore(url, file('copy'), once)).toEqual({ ok: false, problem: { kind: 'not-empty' } });
    expect(await other.read((books) => books.notes.named(''))).toEqual([{ name: 'other', value: 'y' }]);
    expect(await restoreStore(url, file('copy'), forced)).toMatchObject({ ok: true });
    expect(await other.read((books) => books.notes.named(''))).toEqual([{ name: 'site', value: 'x' }]);
  });

  test('whose ledger was changed by hand is refused, and the target stays as it was', async () => {
    const { store, url } = await make();
    await fill(store);
    await forgeLedger(url);
    expect(await checkLedger(store)).toEqual({ kind: 'broken', seq: 2 });
    await store.backup(file('copy'));
    const { store: other, url: otherUrl } = await make();
    await other.work((books) => books.notes.put('other', 'y'));
    const refused = await restoreStore(otherUrl, file('copy'), forced);
    expect(refused).toEqual({ ok: false, problem: { kind: 'ledger-broken', seq: 2 } });
    expect(await other.read((books) => books.notes.get('other'))).toBe('y');
  });

  test('that is cut short, damaged or something else is refused', async () => {
    const { store } = await make();
    await fill(store);
    await store.backup(file('copy'));
    const bytes = readFileSync(file('copy'));
    writeFileSync(file('short'), bytes.subarray(0, Math.floor(bytes.length / 2)));
    writeFileSync(file('text'), '编号,姓名\n');
    writeFileSync(file('empty'), '');
    const { url } = await make.empty();
    for (const name of ['short', 'text', 'empty']) {
      expect(await restoreStore(url, file(name), once)).toMatchObject({ ok: false, problem: { kind: 'not-a-backup' } });
    }
  });

  test('never overwrites a file', async () => {
    const { store } = await make();
    writeFileSync(file('taken'), 'precious');
    await expect(store.backup(file('taken'))).rejects.toThrow();
    expect(readFileSync(file('taken'), 'utf8')).toBe('precious');
  });

  test('made while works go on is one moment of the store', async () => {
    const { store } = await make();
    await store.work((books) => books.notes.put('left', '1000'));
    const until = { isOver: false };
    const moving = (async () => {
      for (let n = 1; !until.isOver; n++) {
        await store.work(async (books) => {
          await books.notes.put('left', String(1000 - n));
          await books.notes.put('right', String(n));
        });
      }
    })();
    await store.backup(file('copy'));
    until.isOver = true;
    await moving;
    const target = await freshDatabase('sqlite');
    await restoreStore(target.url, file('copy'), once);
    const other = await openStore(target.url);
    const [left, right] = await other.read(async (books) => [await books.notes.get('left'), await books.notes.get('right')]);
    expect(Number(left) + Number(right)).toBe(1000);
    await other.close();
    await target.remove();
  });

  if (make.database === 'postgres') {
    test('of PostgreSQL with a line missing, or of a newer version, is refused', async () => {
      const { store } = await make();
      await fill(store);
      await store.backup(file('copy'));
      const lines = gunzipSync(readFileSync(file('copy')))
        .toString('utf8')
        .split('\n');
      writeFileSync(file('less'), gzipSync(lines.toSpliced(3, 1).join('\n')));
      writeFileSync(file('newer'), gzipSync(lines.with(0, '{"format":"mingqian-dump-1","migrations":["Later1"]}').join('\n')));
      const { url } = await make.empty();
      const why = async (name: string) => JSON.stringify(await restoreStore(url, file(name), once));
      expect(await why('less')).toContain('not whole');
      expect(await why('newer')).toContain('newer than this program: Later1');
    });
  } else {
    test('of SQLite is itself a database that can be opened', async () => {
      const { store } = await make();
      await fill(store);
      await store.backup(file('copy'));
      expect(existsSync(`${file('copy')}-wal`)).toBe(false);
      copyFileSync(file('copy'), file('opened.db'));
      const other = await openStore(`sqlite:${file('opened.db')}`);
      expect(await everything(other)).toEqual(await everything(store));
      await other.close();
    });
  }

  /** What somebody with the database's own rights could do: drop the trigger, change an entry. */
  async function forgeLedger(url: string): Promise<void> {
    const { source, close } = await openEngine(url);
    await source.query(`DROP TRIGGER ledger_update_append_only${make.database === 'postgres' ? ' ON ledger' : ''}`);
    await source.query(`UPDATE ledger SET payload = REPLACE(payload, 'P001', 'P002') WHERE seq = 2`);
    await close();
  }
});
