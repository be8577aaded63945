// What the lock card says of its lists: the left out with their reasons, and every change since the draw before.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskBench, openDeskBench } from '../support/desk-bench.ts';
import { county, openOffice, type TestOffice } from '../support/office.ts';
import { sampleInstitutions } from '../support/samples.ts';
import { lockedDraw, settled } from '../support/stages.ts';
import { type FreshStore, freshStore } from '../support/store.ts';

let fresh: FreshStore;
let office: TestOffice;
let bench: DeskBench;
const lists = county();
const stamp = { at: new Date('2026-03-17T09:00:00+08:00'), by: 'system', source: '示例' } as const;
const [firm, otherFirm] = lists.institutions;

beforeEach(async () => {
  fresh = await freshStore('sqlite');
  office = await openOffice(fresh.store, lists);
  bench = openDeskBench(office);
});

afterEach(async () => {
  await bench.close();
  await fresh.close();
});

/** The newest lock card that a person, or the group, was sent. */
async function lockCard(to: string | null): Promise<string> {
  await bench.settle();
  const mine = bench.sent.filter(
    ({ to: target, text }) =>
      text.includes('封签摘要') && !text.includes('公告】') && JSON.stringify(target).includes(to ?? 'oc_announcing'),
  );
  return mine.at(-1)?.text ?? expect.fail('there is no lock card');
}

test('the first draw says that there is nothing to compare with', async () => {
  await lockedDraw(office);
  expect(await lockCard(null)).toContain('第一次抽签');
});

test('the second draw names what was added, stopped, altered and left since the first', async () => {
  await lockedDraw(office);
  const added = sampleInstitutions(1, 'lawfirm', '新来的律师事务所', 51)[0];
  const [inspector, other] = lists.people;
  if (!firm || !otherFirm || !added || !inspector || !other) throw new Error('the lists are too short');
  await fresh.store.work(async (books) => {
    await books.institutions.apply(
      [
        { id: added.id, before: null, after: added },
        { id: firm.id, before: firm, after: { ...firm, status: 'suspended' } },
        { id: otherFirm.id, before: otherFirm, after: { ...otherFirm, name: '改了名的律师事务所' } },
      ],
      stamp,
    );
    await books.people.apply(
      [
        { id: inspector.id, before: inspector, after: { ...inspector, status: 'away' } },
        { id: other.id, before: other, after: { ...other, roles: ['witness'] } },
      ],
      stamp,
    );
  });
  await lockedDraw(office);
  const seen = await lockCard('ou_901');
  expect(seen).toContain('名录和上次抽签 2026-0001 相比有 5 处变化');
  expect(seen).toMatch(new RegExp(`机构新增.*${added.name}（1 家）`));
  expect(seen).toMatch(new RegExp(`机构变为不可抽.*${firm.name}`));
  expect(seen).toMatch(/机构信息有变.*改了名的律师事务所/);
  expect(seen).toMatch(new RegExp(`检查人员变为不可抽.*${inspector.name}`));
  expect(seen).toMatch(new RegExp(`检查人员不在名录了.*${other.name}`));
  expect(seen).toMatch(new RegExp(`停业.*${firm.name}（1 家）`));
  expect(seen).toMatch(new RegExp(`请假.*${inspector.name}（1 人）`));
});

test('the group is told how many inspectors changed, and no names', async () => {
  await lockedDraw(office);
  const [inspector] = lists.people;
  if (!inspector) throw new Error('nobody there');
  await fresh.store.work((books) =>
    books.people.apply([{ id: inspector.id, before: inspector, after: { ...inspector, status: 'away' } }], stamp),
  );
  await lockedDraw(office);
  const seen = await lockCard(null);
  expect(seen).toMatch(/检查人员变为不可抽.*1 人/);
  expect(seen).not.toContain(inspector.name);
});

test('whom an earlier draw drew for a visit to come is counted on the next lock card, and named to nobody outside', async () => {
  const drawn = (await settled(office)).map(({ institution }) => lists.institutions.find(({ id }) => id === institution)?.name ?? '');
  await lockedDraw(office);
  for (const reader of [null, 'ou_921']) {
    if (reader !== null) await bench.say(reader, '/抽签 2026-0002');
    const seen = await lockCard(reader);
    expect(seen).toMatch(/本年度已检查.*4 家/);
    for (const name of drawn) expect(seen).not.toContain(name);
  }
  expect(await lockCard('ou_901')).toContain(drawn[0]);
});

test('an unchanged list is said to be unchanged, although the size of the draw gives everyone another limit', async () => {
  await lockedDraw(office, { categories: ['lawfirm', 'grassroots'], matters: ['M01', 'M03'] });
  await lockedDraw(office);
  expect(await lockCard(null)).toContain('名录和上次抽签 2026-0001 相比没有变化');
});
