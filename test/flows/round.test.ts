// The whole round in flows only, on both databases: from the draft to the rectified problem, as one story.
import { expect, test } from 'vitest';
import type { Findings } from '../../src/domain/assignment.ts';
import { contributionProblem } from '../../src/domain/ssj/contributions.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { approvePublication } from '../../src/flows/approve-publication.ts';
import { approveVisits } from '../../src/flows/approve-visits.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { decideTask } from '../../src/flows/decide-task.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { placePublication } from '../../src/flows/place-publication.ts';
import { proposePublication } from '../../src/flows/propose-publication.ts';
import { recordFollowUp } from '../../src/flows/record-follow-up.ts';
import { reportRectification } from '../../src/flows/report-rectification.ts';
import { reviewInspection } from '../../src/flows/review-inspection.ts';
import { saveFindings } from '../../src/flows/save-findings.ts';
import { serveNotice } from '../../src/flows/serve-notice.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { startVisit } from '../../src/flows/start-visit.ts';
import { submitFindings } from '../../src/flows/submit-findings.ts';
import { sixFields } from '../../src/words/publication.ts';
import { done, openOffice, sampleDraft, taskNow } from '../support/office.ts';
import { teamIn } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const FORM: Omit<Findings, 'points'> = {
  method: 'onsite',
  visitedOn: '2026-03-19',
  outcome: null,
  rectifyBy: null,
  summary: '示例小结',
};

withStores('a whole round', (make) => {
  test('a task is drawn, inspected, published and rectified, and everyone concerned hears of it', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const [operator, head] = [office.person('P901'), office.person('P911')];
    await store.work((books) =>
      books.groups.put({ platform: 'feishu', chat: 'oc_1', name: '示例群', isAnnouncing: true, addedAt: office.now() }),
    );

    const task = await done(makeTask(office, operator, sampleDraft()));
    expect(task).toMatchObject({ id: '2026-01', state: 'pending', ownerUnit: '公共法律服务股', version: 1 });
    const approved = await done(decideTask(office, head, task.id, 1, { approve: true, words: '' }));
    const locked = await done(lockDraw(office, operator, task.id, approved.version));
    expect(locked).toMatchObject({ number: '2026-0001', state: 'locked', closeHash: null });
    expect(locked.inspectors).toHaveLength(7);

    await done(contribute(office, office.person('P922'), locked.number, '雨\r\n水'));
    const closed = await done(contribute(office, office.person('P921'), locked.number, '惊蛰'));
    expect(closed).toMatchObject({ state: 'closed', absent: [] });
    const { draw, assignments } = await done(settleDraw(office, operator, locked.number));
    expect(draw.record).toEqual(settle(draw.record ?? expect.fail()));
    expect(contributionProblem(draw.manifest, draw.record?.contributions ?? [])).toBeNull();
    expect(draw.record?.contributions.map((one) => one.by)).toEqual(['server', 'W1', 'W2']);
    expect(draw.record?.contributions[2]?.value).toBe('雨\n水');
    // 20 % of 4, 1 and 10.
    expect(assignments.map((one) => [one.id, one.category])).toEqual([
      ['2026-01-01', 'lawfirm'],
      ['2026-01-02', 'notary'],
      ['2026-01-03', 'grassroots'],
      ['2026-01-04', 'grassroots'],
    ]);
    expect((await taskNow(office, task.id)).state).toBe('settled');

    for (const one of assignments) {
      for (const seat of one.seats) await done(acceptAssignment(office, office.person(seat.person ?? ''), one.id, 1));
    }
    expect(await done(approveVisits(office, head, task.id, 'all'))).toHaveLength(4);
    office.at('2026-03-19T10:00');
    for (const [index, one] of assignments.entries()) {
      const [first, second] = teamIn(office, one);
      const matter = index === 0 ? 'M01' : index === 1 ? 'M02' : 'M03';
      const version = () => store.read(async (books) => (await books.assignments.get(one.id))?.version ?? 0);
      await done(serveNotice(office, first, one.id, await version(), { on: '2026-03-18', way: '直接送达' }));
      await done(startVisit(office, second, one.id, await version()));
      const isBad = index === 0;
      await done(saveFindings(office, first, one.id, await version(), [{ matter, point: 0, result: 'fine', words: '' }]));
      const points = [{ matter, point: 1, result: isBad ? 'problem' : 'fine', words: isBad ? '三月的两笔收费没有票据' : '' }] as const;
      const form: Findings = { ...FORM, points, outcome: isBad ? 'ordered' : null, rectifyBy: isBad ? '2026-04-01' : null };
      await done(submitFindings(office, first, one.id, await version(), form));
      await done(cosignFindings(office, second, one.id, await version(), { agree: true, words: '' }));
      const { problems } = await done(reviewInspection(office, head, one.id, await version(), { pass: true, words: '' }));
      expect(problems.map((problem) => problem.id)).toEqual(isBad ? [`${one.id}-1`] : []);
    }

    office.at('2026-03-23T10:00');
    const proposals = await done(proposePublication(office, operator, task.id, sixFields));
    expect(proposals[0]?.fields).toEqual({
      institution: expect.stringMatching(/^示例律师事务所\d$/),
      time: '2026年3月19日',
      method: '实地检查',
      content: '示例事项M01',
      result: '发现问题1项，涉及以下检查要点：1．收费是否开具票据。',
      handling: '已责令限期改正，整改期限至2026年4月1日。',
    });
    expect(proposals[1]?.fields).toMatchObject({ result: '未发现问题。', handling: '未发现违法行为。' });
    // 20 working days from Thursday 2026-03-19; the sample calendar knows weekends only.
    expect(proposals[0]?.due).toBe('2026-04-16');
    for (const one of proposals) await done(approvePublication(office, head, one.id, 1));
    expect((await taskNow(office, task.id)).state).toBe('published');
    // Of the first inspection a problem is open; the others have nothing left to do.
    const states = (await store.read((books) => books.assignments.ofTask(task.id))).map(({ state }) => state);
    expect(states).toEqual(['reviewed', 'archived', 'archived', 'archived']);
    const first = proposals[0] ?? expect.fail();
    const put = await done(
      placePublication(office, operator, first.id, 2, 'portal', { address: 'https://example.invalid/1', on: '2026-03-23' }),
    );
    expect(put.channels.find((one) => one.channel === 'portal')).toMatchObject({ address: 'https://example.invalid/1', by: 'P901' });

    office.at('2026-03-30T10:00');
    const inspector = office.person(assignments[0]?.seats[0]?.person ?? '');
    const problem = await done(reportRectification(office, operator, '2026-01-01-1', 1, '票据已补开'));
    expect(problem.state).toBe('reported');
    const followed = await done(
      recordFollowUp(office, inspector, problem.id, problem.version, { result: 'corrected', words: '', on: '2026-03-30' }),
    );
    expect(followed.state).toBe('corrected');
    expect((await taskNow(office, task.id)).state).toBe('finished');
    expect((await store.read((books) => books.assignments.ofTask(task.id))).map(({ state }) => state)).toEqual(Array(4).fill('archived'));

    const words = (await store.read((books) => books.ledger.from(0, 1000))).map((entry) => entry.payload.what);
    expect(words.filter((word) => word === 'assignment-accepted')).toHaveLength(8);
    expect(words.slice(0, 5)).toEqual(['task-made', 'task-approved', 'draw-locked', 'draw-contributed', 'draw-contributed']);
    for (const one of assignments) {
      for (const seat of one.seats) {
        const card = await store.read((books) => books.outbox.get(`assignment:${one.id}:settled:${seat.person}`));
        expect(card).toMatchObject({ to: { kind: 'person', person: seat.person }, notice: { face: 'assignment', about: one.id } });
      }
    }
    for (const key of ['lock:2026-0001:locked:feishu/oc_1', 'lock:2026-0001:closed:feishu/oc_1', 'settled:2026-0001:settled:feishu/oc_1']) {
      expect(await store.read((books) => books.outbox.get(key))).not.toBeNull();
    }
  });
});
