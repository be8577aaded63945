// What each book promises beyond giving back what it was given.
import { expect, test } from 'vitest';
import type { Draw } from '../../src/domain/draw.ts';
import { StaleRow } from '../../src/store/books.ts';
import { withStores } from '../support/store.ts';
import * as samples from './samples.ts';

const { at, later } = samples;

const published = (id: string, publishedOn: string, result: string) =>
  ({ ...samples.publication, id, state: 'published', publishedOn, fields: { ...samples.publication.fields, result } }) as const;
const group = (chat: string, isAnnouncing: boolean) => ({ platform: 'feishu', chat, name: chat, isAnnouncing, addedAt: at }) as const;

withStores('the books', (make) => {
  test('of two who change the same version only the first succeeds, and the second hears of it', async () => {
    const { store } = await make();
    await store.work((books) => books.tasks.add(samples.task));
    const first = await store.work((books) => books.tasks.replace({ ...samples.task, title: '甲' }));
    expect(first.version).toBe(2);
    await expect(store.work((books) => books.tasks.replace({ ...samples.task, title: '乙' }))).rejects.toBeInstanceOf(StaleRow);
    expect(await store.read((books) => books.tasks.get(samples.task.id))).toEqual({ ...samples.task, title: '甲', version: 2 });
  });

  test('number tasks and draws within their year, past ninety-nine', async () => {
    const { store } = await make();
    await store.work(async (books) => {
      expect(await books.tasks.nextId(2026)).toBe('2026-01');
      for (const id of ['2026-02', '2026-99', '2025-07']) await books.tasks.add({ ...samples.task, id });
      expect(await books.tasks.nextId(2026)).toBe('2026-100');
      await books.tasks.add({ ...samples.task, id: '2026-100' });
      expect(await books.tasks.nextId(2026)).toBe('2026-101');
      expect((await books.tasks.all()).map(({ id }) => id)).toEqual(['2025-07', '2026-02', '2026-99', '2026-100']);
      expect(await books.draws.nextNumber(2026)).toBe('2026-0001');
      await books.draws.add({ ...samples.draw, number: '2026-0009' });
      expect(await books.draws.nextNumber(2026)).toBe('2026-0010');
      expect(await books.draws.nextNumber(2027)).toBe('2027-0001');
    });
  });

  test('list draws newest first and without secrets', async () => {
    const { store } = await make();
    await store.work(async (books) => {
      await books.draws.add(samples.draw);
      await books.draws.add({ ...samples.draw, number: '2026-0004' });
    });
    const listed: readonly Partial<Draw>[] = await store.read((books) => books.draws.all());
    expect(listed.map(({ number }) => number)).toEqual(['2026-0004', '2026-0003']);
    for (const part of ['secret', 'lastLink', 'roster', 'record'] as const) expect(listed[0]).not.toHaveProperty(part);
    expect(listed[1]).toMatchObject({ manifest: samples.draw.manifest, lockedAt: at, state: 'locked' });
  });

  test('take one contribution a witness and one throw a round', async () => {
    const { store } = await make();
    await store.work(async ({ draws }) => {
      expect(await draws.contribute(samples.contribution)).toBe(true);
      expect(await draws.contribute({ ...samples.contribution, value: '雪' })).toBe(false);
      expect(await draws.contribute({ ...samples.contribution, person: 'P021', by: 'W2', at: later(1) })).toBe(true);
      expect((await draws.contributions(samples.draw.number)).map(({ value }) => value)).toEqual(['雨', '雨']);
      expect(await draws.type(samples.typedEntry)).toBe(true);
      expect(await draws.type({ ...samples.typedEntry, numbers: [6] })).toBe(false);
      expect(await draws.type({ ...samples.typedEntry, round: 2 })).toBe(true);
      expect((await draws.typed(samples.draw.number)).map(({ round, numbers }) => [round, numbers])).toEqual([
        [1, [1, 6, 3]],
        [2, [1, 6, 3]],
      ]);
    });
  });

  test('find inspections by who sits in them now, newest first', async () => {
    const { store } = await make();
    await store.work(async ({ assignments }) => {
      const one = { ...samples.assignment, id: '2026-99-01' };
      await assignments.add(one);
      await assignments.add({ ...one, id: '2026-100-01', state: 'reviewed' });
      expect((await assignments.ofPerson('P007')).map(({ id }) => id)).toEqual(['2026-100-01', '2026-99-01']);
      expect((await assignments.open()).map(({ id }) => id)).toEqual(['2026-99-01']);
      await assignments.replace({ ...one, seats: [{ slot: 0, person: 'P009', answer: { kind: 'open' } }] });
      expect((await assignments.ofPerson('P007')).map(({ id }) => id)).toEqual(['2026-100-01']);
      expect((await assignments.ofPerson('P009')).map(({ id }) => id)).toEqual(['2026-99-01']);
      expect(await assignments.ofPerson('P00')).toEqual([]);
      expect(await assignments.ofInstitution(samples.institution.id)).toHaveLength(2);
      expect((await assignments.ofTask('2026-03')).map(({ id }) => id)).toEqual(['2026-99-01', '2026-100-01']);
      expect(await assignments.all()).toHaveLength(2);
    });
  });

  test('find problems that are still open, partly corrected ones among them', async () => {
    const { store } = await make();
    await store.work(async ({ problems }) => {
      for (const state of ['open', 'reported', 'corrected', 'uncorrected', 'noted'] as const) {
        await problems.add({ ...samples.problem, id: state, state });
      }
      expect((await problems.open()).map(({ state }) => state).sort()).toEqual(['open', 'reported', 'uncorrected']);
      expect(await problems.ofAssignment(samples.assignment.id)).toHaveLength(5);
      expect(await problems.ofTask('2026-04')).toEqual([]);
    });
  });

  test('search publications in the six fields and nowhere else', async () => {
    const { store } = await make();
    await store.work(async ({ publications }) => {
      await publications.add(published('a', '2025-12-31', '未发现问题'));
      await publications.add(published('b', '2026-01-01', '发现“一处”问题'));
      await publications.add({ ...published('c', '2026-02-01', '其他'), category: 'notary' });
      await publications.add(samples.publication);
      const found = async (where: Parameters<typeof publications.published>[0]) => {
        const { total, rows } = await publications.published(where);
        return [total, rows.map(({ id }) => id)];
      };
      expect(await found({})).toEqual([3, ['c', 'b', 'a']]);
      expect(await found({ year: 2026 })).toEqual([2, ['c', 'b']]);
      expect(await found({ category: 'notary' })).toEqual([1, ['c']]);
      expect(await found({ text: '“一处”' })).toEqual([1, ['b']]);
      expect(await found({ text: '问题' })).toEqual([2, ['b', 'a']]);
      expect(await found({ text: 'handling' })).toEqual([0, []]);
      expect(await found({ skip: 1 })).toEqual([3, ['b', 'a']]);
      expect(await found({ skip: 1, take: 1 })).toEqual([3, ['b']]);
      expect((await publications.unpublished()).map(({ id }) => id)).toEqual([samples.publication.id]);
    });
  });

  test('use a code once, and count wrong ones', async () => {
    const { store } = await make();
    await store.work(async ({ bindings }) => {
      await bindings.add({ hash: 'h', person: 'P007', madeBy: 'P001', expiresAt: later(10), usedAt: null });
      expect(await bindings.use('h', at)).toBe(true);
      expect(await bindings.use('h', later(1))).toBe(false);
      expect(await bindings.find('h')).toBeNull();
      for (const minute of [0, 1, 2]) await bindings.miss('feishu:ou_1', later(minute));
      expect(await bindings.misses('feishu:ou_1', later(1))).toBe(2);
      expect(await bindings.misses('feishu:ou_2', at)).toBe(0);
    });
  });

  test('have at most one announcing group', async () => {
    const { store } = await make();
    await store.work(async ({ groups }) => {
      expect(await groups.announcing()).toBeNull();
      await groups.put(group('a', true));
      await groups.put(group('b', true));
      expect((await groups.announcing())?.chat).toBe('b');
      await groups.choose('feishu', 'a');
      expect((await groups.all()).map(({ chat, isAnnouncing }) => [chat, isAnnouncing])).toEqual([
        ['a', true],
        ['b', false],
      ]);
      await expect(groups.choose('feishu', 'nowhere')).rejects.toThrow('no group');
    });
  });

  test('write a small fact once when asked for once, and find facts by the beginning of their name', async () => {
    const { store } = await make();
    await store.work(async ({ notes }) => {
      expect(await notes.once('greeted:a', '1')).toBe(true);
      expect(await notes.once('greeted:a', '2')).toBe(false);
      expect(await notes.get('greeted:a')).toBe('1');
      await notes.put('greeted:a', '3');
      await notes.put('Greeted:b', 'x');
      await notes.put('greeted%', 'x');
      expect(await notes.named('greeted:')).toEqual([{ name: 'greeted:a', value: '3' }]);
    });
  });

  test('attach evidence to an inspection', async () => {
    const { store } = await make();
    const proof = { id: 'E1', assignment: null, by: 'P007', at, fileName: 'a.jpg', sha256: 'aa', bytes: 1 };
    await store.work(async ({ evidence }) => {
      await evidence.add(proof);
      expect(await evidence.attach('E1', '2026-03-01')).toBe(true);
      expect(await evidence.attach('E2', '2026-03-01')).toBe(false);
      expect(await evidence.ofAssignment('2026-03-01')).toEqual([{ ...proof, assignment: '2026-03-01' }]);
    });
  });
});
