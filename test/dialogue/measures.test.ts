// Measures as people have them in the chat: what is not yet allowed and why, a talk, a failed follow-up, a listing, its exit; guidance and complaints.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contribute } from '../../src/flows/contribute.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { dialogue, hears, press } from '../support/dialogue.ts';
import { type House, openHouse } from '../support/house.ts';
import { fillHouse, lockedIn, personIn } from '../support/house-lists.ts';
import { done } from '../support/office.ts';

vi.setConfig({ testTimeout: 90_000 });

const ROW = '2026-01-01';
const PROBLEM = `${ROW}-1`;
let house: House;
let where = '';

beforeAll(async () => {
  house = await openHouse();
  await fillHouse(house);
  await lockedIn(house);
  const { office } = house.product;
  for (const id of ['P004', 'P005']) await done(contribute(office, await personIn(office, id), '2026-0001', '雨'));
  await done(settleDraw(office, await personIn(office, 'P002'), '2026-0001'));
  // A problem as the review makes it, overdue and found uncorrected before anything else was done.
  await office.store.work(async (books) => {
    const row = (await books.assignments.get(ROW)) ?? expect.fail('nothing was drawn');
    const [matter] = await books.matters.all();
    where = (await books.institutions.get(row.institution))?.name ?? '';
    await books.problems.add({
      id: PROBLEM,
      assignment: ROW,
      task: row.task,
      institution: row.institution,
      matter: matter?.id ?? '',
      point: 0,
      words: '收费没有登记（示例）',
      outcome: 'talk',
      due: '2026-03-20',
      state: 'open',
      report: null,
      followUp: null,
      version: 1,
    });
  });
  await house.play.ask('P002', '/帮助');
}, 90_000);
afterAll(() => house.close());

/** The institution is found uncorrected now. */
const foundUncorrected = async (): Promise<void> => {
  const { office } = house.product;
  await office.store.work(async (books) => {
    const row = (await books.problems.get(PROBLEM)) ?? expect.fail();
    const followUp = { by: 'P011', at: office.now(), words: '仍未登记', result: 'uncorrected' } as const;
    await books.problems.replace({ ...row, state: 'uncorrected', followUp });
  });
};

test('what may be done is offered, what may not says why; a line of guidance and a complaint are one command each', async () => {
  await dialogue(house, [
    ['王经办', `/处理 ${PROBLEM}`, [where, '书面提醒', '现在不能列入执业异常对象名单', '要先书面提醒或约谈']],
    ['王经办', `/名单 ${PROBLEM} 异常 2027-03-31 屡教不改`, ['没有办成', '要先书面提醒或约谈']],
    ['王经办', `/处理 ${PROBLEM} 提请 黑名单 2027-03-31 屡教不改`, ['没有办成', '有权机关的处罚决定']],
    ['王经办', `/处罚建议 ${PROBLEM} 示例市司法局 示例事实`, ['没有办成', '要先有违法行为']],
    ['王经办', `/处理 ${PROBLEM} 提请 心情不好`, '这样发：“/处理'],
    ['王经办', `/约谈 ${PROBLEM}`, ['提请约谈', '谁参加']],
    ['王经办', `/约谈 ${PROBLEM} 2026-05-01 王经办 示例事实`, '还缺“参加人或见证人”'],
    ['王经办', `/指导 ${ROW} 辅导 当场演示收费登记`, ['辅导', '当场演示收费登记']],
    ['王经办', `/投诉 ${where} 电话反映乱收费`, ['投诉', '电话反映乱收费']],
    ['周纪检', `/处理 ${PROBLEM}`, { reads: ['没有办成'], not: [where] }],
  ]);
});

test('a talk, a failed follow-up, and the listing with its notice, its window and its exit', async () => {
  await dialogue(house, [
    ['王经办', `/约谈 ${PROBLEM} 2026-05-01 王经办 李检查 收费不登记，请负责人说明`, ['约谈 CS2026-001', '可以办理了']],
    ['王经办', '/待办', `办理措施 · ${where}`],
    [
      '王经办',
      press('carry-measure', 'CS2026-001', { number: '示例约〔2026〕1号', servedOn: '2026-03-16', servedWay: '当面' }),
      ['已登记', '已办理'],
    ],
    ['王经办', `/处理 CS2026-001 办理 2号 当面`, '这件事已经办过'],
    ['王经办', `/名单 ${PROBLEM} 异常 2027-03-31 屡教不改`, '还没有“未改”的回访'],
  ]);
  await foundUncorrected();
  await dialogue(house, [
    ['王经办', `/名单 ${PROBLEM} 异常 2027-03-31 约谈后仍不改`, ['列入执业异常对象名单 CS2026-002', '等负责人决定']],
    ['王经办', '/处理 CS2026-002 批准', '没有办成'],
    ['赵局长', hears, ['请决定这项措施', '约谈后仍不改']],
    ['赵局长', '/待办', `决定措施 · ${where}`],
    ['赵局长', press('approve-measure', 'CS2026-002'), '已批准'],
    ['赵局长', '/处理 CS2026-002 批准', '这件事已经办过'],
    ['王经办', '/处理 CS2026-002 告知 直接送达', ['已告知', '提出异议']],
    ['王经办', '/处理 CS2026-002 办理 示例1号 直接送达', '过了这一天才能办理'],
    ['王经办', '/处理 CS2026-002 异议 我们已经在改', '请答复'],
    ['王经办', '/处理 CS2026-002 答复 回访时没有改', '答复'],
  ]);
  await house.play.post('/sandbox/clock', { advance: { workdays: 6 } });
  await dialogue(house, [
    ['王经办', '/处理 CS2026-002 办理 示例异〔2026〕1号 直接送达', '已办理'],
    ['王经办', `/处理 ${where}`, '机构现在的状态：异常'],
    ['王经办', `/名单 ${PROBLEM} 移出异常 已全部改正`, '移出执业异常对象名单 CS2026-003'],
    ['赵局长', '/处理 CS2026-003 批准', '可以办理了'],
    ['王经办', '/处理 CS2026-003 办理 示例移〔2026〕1号 直接送达', '已办理'],
    ['王经办', `/处理 ${where}`, '机构现在的状态：正常'],
    ['王经办', '/处理 CS2026-002', '已了结'],
  ]);
});
