// What the public reads of a changed draw: before the visits are over that it was changed, afterwards how.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askChange } from '../../src/flows/ask-change.ts';
import { decideChange } from '../../src/flows/decide-change.ts';
import { openPages } from '../../src/papers/pages.ts';
import { pageMaker } from '../../src/web/public-pages.ts';
import { publicRecord } from '../../src/web/reading.ts';
import { soundRecord } from '../support/changes.ts';
import { done, openOffice, type TestOffice } from '../support/office.ts';
import { settled } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;

/** What is read, without signs and spaces. */
const bare = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll(/\s/g, '');

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store);
});
afterEach(() => fresh.close());

test('a changed draw shows its new digest and the one of the result, and its changes once they may be known', async () => {
  const [row] = await settled(office);
  const settledRecord = await soundRecord(office, '2026-0001');
  const asking = { kind: 'substitute', assignment: row?.id ?? '', ground: 'moved', words: '王某说的' } as const;
  const { id } = await done(askChange(office, office.person('P901'), asking));
  await done(decideChange(office, office.person('P911'), id, 1, { kind: 'substitute' }));
  const record = await soundRecord(office, '2026-0001');
  const name = (object: string | undefined): string => record.roster.find((one) => one.id === object)?.name ?? 'nobody';
  const old = name(row?.institution);
  const pages = pageMaker(office, openPages());
  const page = async (): Promise<string> => (await pages.draw('2026-0001', { root: '../', isStatic: false })) ?? '';

  const before = await page();
  expect(before).toContain('变更了 1 次');
  expect(bare(before)).toContain('开签时的SHA-256');
  expect(before).not.toContain(old);
  expect(before).not.toContain('王某');

  const rows = await fresh.store.read((books) => books.assignments.all());
  await fresh.store.work(async (books) => {
    for (const one of rows) if (one.state !== 'replaced') await books.assignments.replace({ ...one, state: 'reviewed' });
  });
  const after = await page();
  expect(bare(after)).toContain(
    `递补迁出${old}，由${name(record.finalTeams.find(({ object }) => !settledRecord.finalTeams.some((team) => team.object === object))?.object)}递补`,
  );
  expect(after).not.toContain('王某');
  expect(await fresh.store.read((books) => publicRecord(books, '2026-0001'))).toEqual(record);
});
