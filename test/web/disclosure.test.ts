// When a draw's record may be read by everybody, and that it stays readable.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { publicRecord } from '../../src/web/reading.ts';
import { done, openOffice, type TestOffice } from '../support/office.ts';
import { inspectAll } from '../support/public-office.ts';
import { rowNow, settled, submitted, teamIn } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store);
});
afterEach(() => fresh.close());

const recordOf = (number: string) => fresh.store.read((books) => publicRecord(books, number));

test('a record waits for the earlier draws of its year: its list names whom they drew', async () => {
  const first = await settled(office);
  const second = await settled(office, { title: '示例：第二次' });
  await inspectAll(office, second, '2026-03-19');
  expect(await recordOf('2026-0002')).toBeNull();
  await inspectAll(office, first, '2026-03-20');
  expect(await recordOf('2026-0002')).toMatchObject({ manifest: { draw: '2026-0002' } });
  expect(await recordOf('2026-0001')).toMatchObject({ manifest: { draw: '2026-0001' } });
});

test('findings that are sent back do not hide a record again', async () => {
  const row = await submitted(office);
  const rows = await fresh.store.read((books) => books.assignments.ofTask(row.task));
  await fresh.store.work(async (books) => {
    for (const one of rows) if (one.id !== row.id) await books.assignments.replace({ ...one, state: 'reviewed' });
  });
  expect(await recordOf(row.draw)).not.toBeNull();
  await done(cosignFindings(office, teamIn(office, row)[1], row.id, row.version, { agree: false, words: '请写清份数' }));
  expect(await rowNow(office, row.id)).toMatchObject({ state: 'visiting' });
  expect(await recordOf(row.draw)).not.toBeNull();
});
