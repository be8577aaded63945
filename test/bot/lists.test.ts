// Rows of the lists in the chat: looked up with their history, accounts tied and untied, roles changed, the last administrator kept.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmImport } from '../../src/flows/confirm-import.ts';
import { previewImport } from '../../src/flows/preview-import.ts';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { county, done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { samplePerson } from '../support/samples.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

const STAFF = { certificateState: 'none', certificateUntil: null } as const;
const ADMIN = samplePerson('P941', '示例管理员', { ...STAFF, roles: ['admin'], feishu: 'ou_941' });
const NEWCOMER = samplePerson('P942', '示例新人', { ...STAFF, roles: ['inspector'], feishu: null });

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store, { ...county(), people: [...county().people, ADMIN, NEWCOMER] });
  bench = openDeskBench(office);
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

const person = (id: string) => fresh.store.read((books) => books.people.get(id));

async function answerTo(account: string, text: string): Promise<string> {
  const before = bench.sent.length;
  await bench.say(account, text);
  return bench.sent
    .slice(before)
    .map((one) => one.text)
    .join('\n');
}

test('a code lets a person in, and what waited for him comes at once', async () => {
  await fresh.store.work((books) =>
    books.outbox.add({
      key: 'early',
      to: { kind: 'person', person: NEWCOMER.id },
      notice: { face: 'notice-text', about: '', extra: { key: 'thanks' } },
      madeAt: office.now(),
    }),
  );
  await bench.settle();
  expect(await fresh.store.read((books) => books.outbox.get('early'))).toMatchObject({ state: 'parked' });
  expect(await answerTo('ou_941', '/绑定 示例新人')).toContain('123456');
  await bench.say('ou_942', '/绑定 123456');
  await bench.settle();
  expect(await fresh.store.read((books) => books.outbox.get('early'))).toMatchObject({ state: 'sent' });
  expect(await person(NEWCOMER.id)).toMatchObject({ feishu: 'ou_942' });
});

test('an administrator unties an account, but not the last administrator’s', async () => {
  expect(await answerTo('ou_941', '/绑定 P901 解除')).toContain('还没有绑定聊天账号');
  expect(await person('P901')).toMatchObject({ feishu: null });
  expect(await answerTo('ou_901', '/待办')).toContain('还不知道你是哪位同事');
  expect(await answerTo('ou_941', '/绑定 P941 解除')).toContain('没有一个绑定了账号的管理员');
  expect(await person('P941')).toMatchObject({ feishu: 'ou_941' });
  expect(await answerTo('ou_902', '/绑定 P911 解除')).toMatch(/这件事由.*办理/);
});

test('roles are changed by an administrator, with history, and never his own', async () => {
  expect(await answerTo('ou_941', '/角色')).toContain('/角色 编号 经办人 见证人');
  const row = await answerTo('ou_941', '/角色 P942 经办人 见证人');
  expect(row).toContain('角色：执法检查人员 → 经办人、见证人');
  expect(await person('P942')).toMatchObject({ roles: ['operator', 'witness'] });
  expect(await answerTo('ou_941', '/角色 P942 院长')).toContain('“角色”没写对');
  expect(await answerTo('ou_941', '/角色 P941 审计')).toContain('自己的角色');
  expect(await answerTo('ou_911', '/角色 P942 管理员')).toMatch(/这件事由.*办理/);
  expect(await person('P942')).toMatchObject({ roles: ['operator', 'witness'] });
});

test('one exact id shows its row: who changed what, when, from which file', async () => {
  const before = county().institutions[0] ?? expect.fail();
  const after = { ...before, address: '示例县新址 9 号' };
  const stamp = { at: office.now(), by: 'P901', source: '示例机构.xlsx' };
  await fresh.store.work((books) => books.institutions.apply([{ id: before.id, before, after }], stamp));
  const card = await answerTo('ou_902', `/名录 ${before.id}`);
  expect(card).toContain(before.name);
  expect(card).toMatch(/2026年3月16日.*示例经办甲.*示例机构\.xlsx.*地址：.* → 示例县新址 9 号/);
  expect(await answerTo('ou_902', '/人员 P001')).toContain('执法证号');
  expect(await answerTo('ou_902', '/事项 M01')).toContain('检查要点');
  expect(await answerTo('ou_902', '/文件 西司文〔2026〕3号')).toContain('示例比例频次文件');
  expect(await answerTo('ou_902', '/人员 示例')).toContain('找到');
  expect(await answerTo('ou_P001', '/人员 P002')).toMatch(/这件事由.*办理/);
});

test('an import that would take the last administrator changes nothing', async () => {
  const rows = [{ row: 2, fields: { id: ADMIN.id, name: ADMIN.name, roles: ['auditor'] as const } }];
  const sheet = { kind: 'people', rows, headings: {}, problems: [] } as const;
  const pending = await done(previewImport(office, ADMIN, sheet, '示例人员.xlsx'));
  expect(await refused(confirmImport(office, ADMIN, pending.id))).toEqual({ kind: 'last-admin' });
  expect(await person(ADMIN.id)).toMatchObject({ roles: ['admin'] });
});
