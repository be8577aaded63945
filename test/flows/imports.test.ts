// Lists from a file into the books: preview, confirmation, and what happens when the books move in between.
import { expect, test } from 'vitest';
import type { AnyParsedSheet, ParsedSheet } from '../../src/domain/roster/parsed.ts';
import { cancelImport } from '../../src/flows/cancel-import.ts';
import { confirmImport } from '../../src/flows/confirm-import.ts';
import { previewImport } from '../../src/flows/preview-import.ts';
import { readList } from '../../src/papers/sheets/read-list.ts';
import { type AnyRows, writeSheet } from '../../src/papers/sheets/write-sheet.ts';
import { HOSTILE } from '../support/hostile-sheets.ts';
import { ADMIN, HEAD, listOffice, OPERATOR, put } from '../support/list-office.ts';
import { SAMPLE_RULES, sampleInspectors, sampleInstitutions, samplePerson } from '../support/samples.ts';
import { withStores } from '../support/store.ts';

async function sheetOf(list: AnyRows): Promise<AnyParsedSheet> {
  const read = await readList(await writeSheet(list, 'xlsx', SAMPLE_RULES.categories), 'list.xlsx', SAMPLE_RULES.categories);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

function good<T>(answer: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

const firms = (n: number): AnyRows => ({ kind: 'institutions', rows: sampleInstitutions(n, 'lawfirm', '律师事务所') });

withStores('imports', (make) => {
  test('a preview changes nothing, its confirmation writes every row with history and one ledger entry', async () => {
    const office = await listOffice((await make()).store);
    const preview = good(await previewImport(office, OPERATOR, await sheetOf(firms(5)), '机构.xlsx'));
    expect(preview).toMatchObject({ total: 5, added: 5, changed: 0, unchanged: 0, problems: [], state: 'waiting' });
    expect(await office.store.read((books) => books.institutions.count())).toBe(0);
    expect(good(await confirmImport(office, OPERATOR, preview.id))).toMatchObject({ kind: 'confirmed', import: { state: 'confirmed' } });
    await office.store.read(async (books) => {
      expect(await books.institutions.count()).toBe(5);
      const [first] = await books.institutions.all();
      expect(await books.institutions.history(first?.id ?? '')).toMatchObject([{ before: null, by: 'P002', source: '机构.xlsx' }]);
      expect(await books.ledger.about(preview.id)).toMatchObject([
        { payload: { what: 'roster-imported', facts: { kind: 'institutions', added: 5 } } },
      ]);
      expect(await books.imports.staged(preview.id, 'institutions')).toEqual([]);
    });
  });

  test('the same list again finds nothing to change', async () => {
    const office = await listOffice((await make()).store);
    const preview = good(await previewImport(office, OPERATOR, await sheetOf(firms(5)), 'a.xlsx'));
    await confirmImport(office, OPERATOR, preview.id);
    expect(good(await previewImport(office, OPERATOR, await sheetOf(firms(5)), 'a.xlsx'))).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 5,
    });
  });

  test('a second confirmation and one after cancelling are refused', async () => {
    const office = await listOffice((await make()).store);
    const one = good(await previewImport(office, OPERATOR, await sheetOf(firms(2)), 'a.xlsx'));
    await confirmImport(office, OPERATOR, one.id);
    expect(await confirmImport(office, OPERATOR, one.id)).toMatchObject({ ok: false, problem: { kind: 'already-done' } });
    const two = good(await previewImport(office, OPERATOR, await sheetOf(firms(3)), 'a.xlsx'));
    good(await cancelImport(office, OPERATOR, two.id));
    expect(await confirmImport(office, OPERATOR, two.id)).toMatchObject({ ok: false, problem: { kind: 'import-gone' } });
    expect(await office.store.read((books) => books.institutions.count())).toBe(2);
  });

  test('who keeps no lists may neither preview nor confirm', async () => {
    const office = await listOffice((await make()).store);
    const preview = good(await previewImport(office, OPERATOR, await sheetOf(firms(2)), 'a.xlsx'));
    for (const person of [HEAD, ADMIN]) {
      expect(await previewImport(office, person, await sheetOf(firms(1)), 'a.xlsx')).toMatchObject({ problem: { kind: 'not-allowed' } });
      expect(await confirmImport(office, person, preview.id)).toMatchObject({ problem: { kind: 'not-allowed' } });
    }
  });

  test('a file with problems is kept for its preview and cannot be confirmed', async () => {
    const office = await listOffice((await make()).store);
    const sheet = (await sheetOf(firms(2))) as ParsedSheet<'institutions'>;
    const wrong = { ...sheet, problems: [{ row: 9, column: '状态', kind: 'bad-choice' as const, value: '?' }] };
    const preview = good(await previewImport(office, OPERATOR, wrong, 'a.xlsx'));
    expect(preview).toMatchObject({ total: 3, problems: [{ row: 9 }] });
    expect(await confirmImport(office, OPERATOR, preview.id)).toMatchObject({ problem: { kind: 'import-has-problems', count: 1 } });
    expect(await office.store.read((books) => books.institutions.count())).toBe(0);
  });

  test('when the list moved on since the preview, a fresh preview is shown and then confirmed', async () => {
    const office = await listOffice((await make()).store);
    await put(office, 'institutions', sampleInstitutions(2, 'lawfirm', '律师事务所'));
    const [one] = sampleInstitutions(1, 'lawfirm', '律师事务所');
    if (!one) throw new Error('no sample');
    const moved = await sheetOf({ kind: 'institutions', rows: [{ ...one, address: '示例新址' }] });
    const preview = good(await previewImport(office, OPERATOR, moved, 'a.xlsx'));
    await put(office, 'institutions', [{ ...one, phone: '0396-7654321' }]);
    const again = good(await confirmImport(office, OPERATOR, preview.id));
    expect(again).toMatchObject({ kind: 'changed-meanwhile', import: { state: 'waiting', changed: 1 } });
    expect(await office.store.read((books) => books.institutions.get(one.id))).toMatchObject({ address: one.address });
    expect(good(await confirmImport(office, OPERATOR, preview.id))).toMatchObject({ kind: 'confirmed' });
    expect(await office.store.read((books) => books.institutions.get(one.id))).toMatchObject({
      address: '示例新址',
      phone: '0396-7654321',
    });
  });

  test('a change elsewhere in the list does not disturb a confirmation', async () => {
    const office = await listOffice((await make()).store);
    const preview = good(await previewImport(office, OPERATOR, await sheetOf(firms(2)), 'a.xlsx'));
    await put(office, 'institutions', sampleInstitutions(1, 'lawfirm', '律师事务所', 77));
    expect(good(await confirmImport(office, OPERATOR, preview.id))).toMatchObject({ kind: 'confirmed' });
  });

  test('a code given to a newcomer and taken meanwhile stops the import', async () => {
    const office = await listOffice((await make()).store);
    const newcomer = await sheetOf({
      kind: 'people',
      rows: [samplePerson('P001', '示例新人', { id: '', certificate: '示例9', mobile: null })],
    });
    const preview = good(await previewImport(office, OPERATOR, newcomer, 'a.xlsx'));
    const [staged] = await office.store.read((books) => books.imports.staged(preview.id, 'people'));
    expect(staged?.id).toBe('P004');
    await put(office, 'people', [samplePerson('P004', '示例别人', { certificate: '示例8', mobile: null })]);
    const again = good(await confirmImport(office, OPERATOR, preview.id));
    expect(again).toMatchObject({ kind: 'changed-meanwhile', import: { problems: [{ kind: 'twice-elsewhere', value: 'P004' }] } });
    expect(await office.store.read((books) => books.people.get('P004'))).toMatchObject({ name: '示例别人' });
  });

  test('an operator may add inspectors, but roles with power and accounts need the administrator', async () => {
    const office = await listOffice((await make()).store);
    const inspectors = await sheetOf({ kind: 'people', rows: sampleInspectors(3, 11) });
    good(await previewImport(office, OPERATOR, inspectors, 'a.xlsx'));
    for (const change of [{ roles: ['operator', 'head'] as const }, { feishu: 'ou_somebody' }]) {
      const promoted = await sheetOf({ kind: 'people', rows: [{ ...OPERATOR, ...change }] });
      expect(await previewImport(office, OPERATOR, promoted, 'a.xlsx')).toMatchObject({
        problem: { kind: 'roles-need-admin', names: ['示例经办人'] },
      });
      expect(good(await previewImport(office, ADMIN, promoted, 'a.xlsx'))).toMatchObject({ changed: 1 });
    }
  });

  test('the mobile number and the status of whoever has more power than an inspector need the administrator too', async () => {
    const witness = samplePerson('P004', '示例见证人', { roles: ['witness'], certificate: '示例41', mobile: '19900000041' });
    const inspector = samplePerson('P005', '示例检查人', { roles: ['inspector'], certificate: '示例51', mobile: '19900000051' });
    const office = await listOffice((await make()).store);
    await put(office, 'people', [witness, inspector]);
    for (const change of [{ mobile: '19900000099' }, { status: 'away' as const }]) {
      const moved = await sheetOf({ kind: 'people', rows: [{ ...witness, ...change }] });
      expect(await previewImport(office, OPERATOR, moved, 'a.xlsx')).toMatchObject({
        problem: { kind: 'roles-need-admin', names: ['示例见证人'] },
      });
      expect(good(await previewImport(office, ADMIN, moved, 'a.xlsx'))).toMatchObject({ changed: 1 });
      const plain = await sheetOf({ kind: 'people', rows: [{ ...inspector, ...change }] });
      expect(good(await previewImport(office, OPERATOR, plain, 'a.xlsx'))).toMatchObject({ changed: 1 });
    }
  });

  test('a mobile number that another person already has is a problem of its row', async () => {
    const office = await listOffice((await make()).store);
    const clash = await sheetOf({ kind: 'people', rows: [samplePerson('P009', '示例新人', { mobile: OPERATOR.mobile })] });
    expect(good(await previewImport(office, ADMIN, clash, 'a.xlsx')).problems).toEqual([
      { row: 2, column: '手机', kind: 'twice-elsewhere', value: OPERATOR.mobile },
    ]);
  });

  test('a list of a province is previewed and confirmed', async () => {
    // 20,000 rows; on PostgreSQL, whose round trips say nothing new here, a quarter of them.
    const count = make.database === 'sqlite' ? 20_000 : 5000;
    const office = await listOffice((await make()).store);
    const sheet = await sheetOf(firms(count));
    const preview = good(await previewImport(office, OPERATOR, sheet, 'a.xlsx'));
    expect(good(await confirmImport(office, OPERATOR, preview.id))).toMatchObject({ kind: 'confirmed', import: { added: count } });
    expect(await office.store.read((books) => books.institutions.count())).toBe(count);
  }, 120_000);
});

/** Read once for both databases: what a file says does not depend on them. */
const hostile = Promise.all(
  HOSTILE.map(async (one) => ({ ...one, read: await readList(await one.bytes(), one.fileName, SAMPLE_RULES.categories) })),
);

withStores('Excel from hell', (make) => {
  test('no hostile file can be confirmed, and none changes a list', async () => {
    const office = await listOffice((await make()).store);
    for (const { read, fileName, problems } of await hostile) {
      if (!read.ok) continue;
      const preview = good(await previewImport(office, OPERATOR, read.value, fileName));
      if (problems.length === 0) continue;
      expect(await confirmImport(office, OPERATOR, preview.id)).toMatchObject({ problem: { kind: 'import-has-problems' } });
    }
    expect(await office.store.read((books) => books.institutions.count())).toBe(0);
  }, 60_000);
});
