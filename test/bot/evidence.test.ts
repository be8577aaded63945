// Photos: to which inspection they belong, who may add to it, and how their bytes lie on disk.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { attachEvidence, keepEvidence } from '../../src/flows/keep-evidence.ts';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { cosigned, submitted, teamIn, visiting } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store);
  bench = openDeskBench(office);
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

let sends = 0;

async function send(
  account: string,
  file: string,
  reply: { readonly parent?: string; readonly root?: string } = {},
  fileName = 'image',
): Promise<void> {
  sends += 1;
  const key = `feishu:om_photo_${sends}`;
  const common = {
    key,
    platform: 'feishu',
    account,
    at: office.now(),
    chat: `oc_${account}`,
    isGroup: false,
    message: `om_photo_${sends}`,
  } as const;
  await bench.desk.take({ ...common, kind: 'file', parent: null, root: null, ...reply, file, fileName, isImage: fileName === 'image' });
  await bench.settle();
}

/** Every file below the bench's folder, as paths from it. */
const onDisk = (): readonly string[] =>
  readdirSync(bench.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(bench.folder, path.join(entry.parentPath, entry.name)));

test('a photo that answers an answer to a card of an inspection belongs to it', async () => {
  const row = await visiting(office);
  const [inspector] = teamIn(office, row);
  await bench.settle();
  const cards = await fresh.store.read((books) => books.outbox.copies('assignment', row.id));
  const card = cards.find(({ to }) => to.kind === 'person' && to.person === inspector.id)?.message ?? '';
  bench.files.set('img_1', new Uint8Array([1]));
  await send(inspector.feishu ?? '', 'img_1', { parent: 'om_somebody', root: card });
  expect(await fresh.store.read((books) => books.evidence.ofAssignment(row.id))).toHaveLength(1);
  expect(bench.updated.some(({ message }) => message === card)).toBe(true);
});

test('the same photo twice is two pieces of evidence and one file', async () => {
  const row = await visiting(office);
  const [inspector] = teamIn(office, row);
  bench.files.set('img_1', new Uint8Array([1, 2, 3]));
  bench.files.set('img_2', new Uint8Array([1, 2, 3]));
  await send(inspector.feishu ?? '', 'img_1');
  await send(inspector.feishu ?? '', 'img_2');
  const kept = await fresh.store.read((books) => books.evidence.ofAssignment(row.id));
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(kept).toHaveLength(2);
  expect(onDisk()).toHaveLength(1);
});

test('a name never enters a path', async () => {
  const row = await visiting(office);
  const [inspector] = teamIn(office, row);
  bench.files.set('f', new Uint8Array([7]));
  await send(inspector.feishu ?? '', 'f', {}, '../../../../etc/passwd.pdf');
  const [file = ''] = onDisk();
  expect(file).toMatch(/^evidence[/\\][0-9a-f]{2}[/\\][0-9a-f]{64}$/);
  expect(onDisk()).toHaveLength(1);
  expect((await fresh.store.read((books) => books.evidence.ofAssignment(row.id)))[0]?.fileName).toBe('../../../../etc/passwd.pdf');
});

test('an inspector who is not of the team cannot add to it, neither by reply nor by naming it', async () => {
  const row = await visiting(office);
  const team = teamIn(office, row).map(({ id }) => id);
  const everyone = await fresh.store.read((books) => books.people.all());
  const stranger = everyone.find(({ id, roles }) => roles.includes('inspector') && !team.includes(id));
  await bench.settle();
  const [card] = await fresh.store.read((books) => books.outbox.copies('assignment', row.id));
  bench.files.set('img_1', new Uint8Array([1]));
  await send(stranger?.feishu ?? '', 'img_1', { parent: card?.message ?? '' });
  expect(bench.sent.at(-1)?.text).toContain('没有你的名字');
  await send(stranger?.feishu ?? '', 'img_1');
  expect(bench.sent.at(-1)?.text).toContain('文件已收存');
  const entries = await fresh.store.read((books) => books.ledger.from(0, 500));
  const kept = entries.findLast(({ payload }) => payload.what === 'evidence-kept')?.payload.about ?? '';
  await bench.say(stranger?.feishu ?? '', `/检查 ${row.id} 照片 ${kept}`);
  expect(bench.sent.at(-1)?.text).toContain('没有你的名字');
  expect(await fresh.store.read((books) => books.evidence.ofAssignment(row.id))).toEqual([]);
});

test('neither an outsider’s file nor one for a finished visit is downloaded', async () => {
  const row = await cosigned(office);
  const [inspector] = teamIn(office, row);
  await bench.settle();
  const [card] = await fresh.store.read((books) => books.outbox.copies('assignment', row.id));
  bench.files.set('img_1', new Uint8Array([1]));
  await send('ou_911', 'img_1');
  expect(bench.sent.at(-1)?.text).toContain('这件事由');
  await send(inspector.feishu ?? '', 'img_1', { parent: card?.message ?? '' });
  expect(bench.sent.at(-1)?.text).toContain('检查情况已经会签，不能再收存文件');
  expect(bench.downloaded).toEqual([]);
  expect(onDisk()).toEqual([]);
});

test('evidence is kept and attached while the visit goes on or waits for its co-signature, and not afterwards', async () => {
  const row = await submitted(office);
  const [first, second] = teamIn(office, row);
  const file = { fileName: 'a.jpg', sha256: '0'.repeat(64), bytes: 1 };
  await done(keepEvidence(office, first, file, row.id));
  const loose = await done(keepEvidence(office, first, file, null));
  await done(cosignFindings(office, second, row.id, row.version, { agree: true, words: '' }));
  const late = { kind: 'wrong-state', what: 'assignment', state: 'cosigned', needed: 'visiting' };
  expect(await refused(keepEvidence(office, first, file, row.id))).toEqual(late);
  expect(await refused(attachEvidence(office, first, loose.id, row.id))).toEqual(late);
});
