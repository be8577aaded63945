// One inspection from the answer to the follow-up: each refusal, each second press, two people at once.
import { expect, test } from 'vitest';
import type { Findings } from '../../src/domain/assignment.ts';
import type { WriteSixFields } from '../../src/domain/publication-rules.ts';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { approvePublication } from '../../src/flows/approve-publication.ts';
import { approveVisits } from '../../src/flows/approve-visits.ts';
import { cosignFindings } from '../../src/flows/cosign-findings.ts';
import { declareConflict } from '../../src/flows/declare-conflict.ts';
import { placePublication } from '../../src/flows/place-publication.ts';
import { proposePublication } from '../../src/flows/propose-publication.ts';
import { recordFollowUp } from '../../src/flows/record-follow-up.ts';
import { reportRectification } from '../../src/flows/report-rectification.ts';
import { reviewInspection } from '../../src/flows/review-inspection.ts';
import { saveFindings } from '../../src/flows/save-findings.ts';
import { serveNotice } from '../../src/flows/serve-notice.ts';
import { startVisit } from '../../src/flows/start-visit.ts';
import { submitFindings } from '../../src/flows/submit-findings.ts';
import { sixFields } from '../../src/words/publication.ts';
import { county, done, openOffice, refused, taskNow } from '../support/office.ts';
import { SAMPLE_RULES } from '../support/samples.ts';
import { cosigned, FORM, reviewed, rowNow, settled, submitted, teamIn, toApprove, toNotify, toVisit, visiting } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

withStores('answers', (make) => {
  test('both of a team may say yes at once; a second yes is already done; a stranger has no seat', async () => {
    const office = await openOffice((await make()).store);
    const row = (await settled(office))[0] ?? expect.fail('nothing was drawn');
    const team = teamIn(office, row);
    // On PostgreSQL one of two may be told that the card is stale; his second press then counts.
    for (const answer of await Promise.all(team.map((person) => acceptAssignment(office, person, row.id, 1)))) {
      if (!answer.ok) expect(answer.problem.kind).toBe('stale');
    }
    await Promise.all(team.map((person) => acceptAssignment(office, person, row.id, 1)));
    expect(await rowNow(office, row.id)).toMatchObject({ state: 'to-approve' });
    expect(await refused(acceptAssignment(office, team[0], row.id, 1))).toEqual({ kind: 'already-done' });
    const stranger = county().people.find((person) => person.roles.includes('inspector') && !team.some((one) => one.id === person.id));
    const answer = acceptAssignment(office, stranger ?? expect.fail(), row.id, 1);
    expect(await refused(answer)).toEqual({ kind: 'not-your-seat', assignment: row.id });
    expect(await refused(acceptAssignment(office, team[0], '2026-09-01', 1))).toMatchObject({ kind: 'not-found' });
  });

  test('a conflict blocks approval, notice, start and the form, and goes to those who decide', async () => {
    const office = await openOffice((await make()).store);
    const row = await toVisit(office);
    const [one, two] = teamIn(office, row);
    const head = office.person('P911');
    const other = { ground: 'other', words: ' ' } as const;
    expect(await refused(declareConflict(office, one, row.id, row.version, other))).toEqual({ kind: 'missing-fields', names: ['words'] });
    const blocked = await done(declareConflict(office, one, row.id, row.version, { ground: 'relative', words: '' }));
    expect(await refused(declareConflict(office, one, row.id, blocked.version, { ground: 'interest', words: '' }))).toEqual({
      kind: 'already-done',
    });
    expect(await refused(startVisit(office, two, row.id, blocked.version))).toEqual({ kind: 'conflict-open', assignment: row.id });
    for (const key of ['P911', 'P901']) {
      const word = await office.store.read((books) => books.outbox.get(`change:2026-0001-1:asked:${key}`));
      expect(word?.notice.face).toBe('change');
    }
    expect(await refused(approveVisits(office, head, row.task, [row.id]))).toEqual({ kind: 'already-done' });
    const second = (await office.store.read((books) => books.assignments.ofTask(row.task)))[1];
    const [three] = teamIn(office, second ?? expect.fail());
    await done(declareConflict(office, three, second?.id ?? '', 1, { ground: 'interest', words: '' }));
    expect(await refused(acceptAssignment(office, three, second?.id ?? '', 2))).toMatchObject({ kind: 'conflict-open' });
    expect(await refused(approveVisits(office, head, row.task, [second?.id ?? '']))).toMatchObject({ kind: 'conflict-open' });
  });
});

withStores('before the visit', (make) => {
  test('a head approves what is accepted, once, and all of a choice or none', async () => {
    const office = await openOffice((await make()).store);
    const row = await toApprove(office);
    const head = office.person('P911');
    const open = `${row.task}-02`;
    expect(await refused(approveVisits(office, head, row.task, [row.id, open]))).toEqual({ kind: 'answers-open', assignment: open });
    expect((await rowNow(office, row.id)).state).toBe('to-approve');
    expect(await done(approveVisits(office, head, row.task, 'all'))).toMatchObject([{ id: row.id, state: 'to-notify' }]);
    expect(await refused(approveVisits(office, head, row.task, [row.id]))).toEqual({ kind: 'already-done' });
    expect(await refused(approveVisits(office, head, row.task, 'all'))).toMatchObject({ kind: 'answers-open' });
    expect((await taskNow(office, row.task)).state).toBe('inspecting');
  });

  test('the notice comes after the approval, not from tomorrow, and once; without it no visit starts', async () => {
    const office = await openOffice((await make()).store);
    const row = await toNotify(office);
    const [one] = teamIn(office, row);
    office.at('2026-03-18T10:00');
    const serve = (on: string, way = '电话') => serveNotice(office, one, row.id, row.version, { on, way });
    expect(await refused(startVisit(office, one, row.id, row.version))).toMatchObject({ kind: 'wrong-state', state: 'to-notify' });
    expect(await refused(serve('2026-03-19'))).toEqual({ kind: 'day-out-of-range', name: 'on', from: '2026-03-16', to: '2026-03-18' });
    expect(await refused(serve('2026-03-15'))).toMatchObject({ kind: 'day-out-of-range' });
    expect(await refused(serve('明天'))).toEqual({ kind: 'bad-field', name: 'on' });
    expect(await refused(serve('2026-03-18', ''))).toEqual({ kind: 'missing-fields', names: ['way'] });
    await done(serve('2026-03-18'));
    expect(await refused(serve('2026-03-18'))).toEqual({ kind: 'already-done' });
  });

  test('a visit starts inside its window, with certificates that are valid on the day, and once', async () => {
    const office = await openOffice((await make()).store);
    const row = await toVisit(office);
    const [one, two] = teamIn(office, row);
    office.at('2026-04-11T10:00');
    expect(await refused(startVisit(office, one, row.id, row.version))).toEqual({
      kind: 'outside-window',
      from: '2026-03-18',
      to: '2026-04-10',
    });
    office.at('2026-03-20T10:00');
    const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
    const lapse = (until: string) => [{ id: two.id, before: two, after: { ...two, certificateUntil: until } }];
    await office.store.work((books) => books.people.apply(lapse('2026-03-19'), stamp));
    expect(await refused(startVisit(office, one, row.id, row.version))).toEqual({ kind: 'certificate-lapsed', person: two.id });
    await office.store.work((books) => books.people.apply(lapse('2026-03-20'), stamp));
    await done(startVisit(office, one, row.id, row.version));
    expect(await refused(startVisit(office, two, row.id, row.version))).toEqual({ kind: 'already-done' });
  });
});

withStores('findings', (make) => {
  test('pages are kept, and nothing is submitted while a point, a word or an outcome is missing', async () => {
    const office = await openOffice((await make()).store);
    const row = await visiting(office);
    const [one] = teamIn(office, row);
    const fine = { matter: 'M01', point: 0, result: 'fine', words: '' } as const;
    const { version } = await done(saveFindings(office, one, row.id, row.version, [fine]));
    const tries: readonly [Partial<Findings>, object][] = [
      [{ points: [] }, { kind: 'points-open', count: 1 }],
      [{ points: [{ matter: 'M02', point: 0, result: 'fine', words: '' }] }, { kind: 'bad-field', name: 'points' }],
      [{ points: [{ matter: 'M01', point: 1, result: 'problem', words: ' ' }] }, { kind: 'words-needed', point: '收费是否开具票据。' }],
      [{ points: [{ matter: 'M01', point: 1, result: 'unchecked', words: '' }] }, { kind: 'words-needed' }],
      [{ outcome: null }, { kind: 'missing-fields', names: ['outcome'] }],
      [{ rectifyBy: null }, { kind: 'missing-fields', names: ['rectifyBy'] }],
      [{ rectifyBy: '2026-03-19' }, { kind: 'day-out-of-range', name: 'rectifyBy', from: '2026-03-20', to: null }],
      [{ outcome: 'corrected' }, { kind: 'bad-field', name: 'rectifyBy' }],
      [{ points: [{ matter: 'M01', point: 1, result: 'fine', words: '' }] }, { kind: 'bad-field', name: 'outcome' }],
      [{ method: 'written' }, { kind: 'bad-field', name: 'method' }],
      [{ visitedOn: '2026-03-20' }, { kind: 'day-out-of-range', name: 'visitedOn', from: '2026-03-19', to: '2026-03-19' }],
      [{ summary: ' ' }, { kind: 'missing-fields', names: ['summary'] }],
    ];
    for (const [change, problem] of tries) {
      expect(await refused(submitFindings(office, one, row.id, version, { ...FORM, ...change }))).toMatchObject(problem);
    }
    expect(await refused(submitFindings(office, one, row.id, row.version, FORM))).toEqual({ kind: 'stale' });
    expect(await rowNow(office, row.id)).toMatchObject({ state: 'visiting', draft: [fine], version });
    const last = await done(submitFindings(office, one, row.id, version, { ...FORM, points: FORM.points.slice(1) }));
    expect(last).toMatchObject({ state: 'submitted', draft: [], findings: { points: FORM.points } });
    expect(await refused(submitFindings(office, one, row.id, version, FORM))).toEqual({ kind: 'already-done' });
  });

  test('a visit that could not be made says so by its outcome, with no problem found', async () => {
    const office = await openOffice((await make()).store);
    const row = await visiting(office);
    const [one] = teamIn(office, row);
    const points = FORM.points.map((point) => ({ ...point, result: 'unchecked', words: '大门紧锁，电话无人接听' }) as const);
    const form = { ...FORM, points, rectifyBy: null };
    const { version } = row;
    expect(await refused(submitFindings(office, one, row.id, version, { ...form, outcome: 'corrected' }))).toMatchObject({
      kind: 'bad-field',
    });
    const last = await done(submitFindings(office, one, row.id, version, { ...form, outcome: 'unreachable' }));
    expect(last).toMatchObject({ state: 'submitted', findings: { outcome: 'unreachable' } });
  });

  test('the one who submitted does not co-sign; a colleague sends back with words, and the answers stand in the form', async () => {
    const office = await openOffice((await make()).store);
    const row = await submitted(office);
    const [one, two] = teamIn(office, row);
    const sign = (person = two, agree = true, words = '') => cosignFindings(office, person, row.id, row.version, { agree, words });
    expect(await refused(sign(one))).toEqual({ kind: 'own-request' });
    expect(await refused(sign(two, false))).toEqual({ kind: 'missing-fields', names: ['words'] });
    const back = await done(sign(two, false, '第二点请再看'));
    expect(back).toMatchObject({ state: 'visiting', draft: FORM.points, findings: null, returned: { by: two.id, words: '第二点请再看' } });
    expect(await refused(sign(two))).toMatchObject({ kind: 'wrong-state', state: 'visiting' });
    const again = await done(submitFindings(office, two, row.id, back.version, { ...FORM, points: [] }));
    expect(again).toMatchObject({ state: 'submitted', submitted: { by: two.id } });
    await done(cosignFindings(office, one, row.id, again.version, { agree: true, words: '' }));
    const third = cosignFindings(office, one, row.id, again.version, { agree: true, words: '' });
    expect(await refused(third)).toEqual({ kind: 'already-done' });
  });

  test('a review makes the problems once; a review that fails makes none', async () => {
    const office = await openOffice((await make()).store);
    const row = await cosigned(office);
    const head = office.person('P911');
    const review = (version: number, pass: boolean, words = '') => reviewInspection(office, head, row.id, version, { pass, words });
    expect(await refused(review(row.version, false))).toEqual({ kind: 'missing-fields', names: ['words'] });
    const { assignment, problems } = await done(review(row.version, true));
    expect(problems).toMatchObject([{ id: `${row.id}-1`, state: 'open', due: '2026-04-01', outcome: 'ordered', version: 1 }]);
    expect(await refused(review(assignment.version, true))).toEqual({ kind: 'already-done' });
    expect(await office.store.read((books) => books.problems.all())).toHaveLength(1);
  });

  test('in a year whose holidays are not known, nothing is reviewed rather than a deadline guessed', async () => {
    const rules = { ...SAMPLE_RULES, calendar: { off: [], working: [], years: [2025] } };
    const office = await openOffice((await make()).store, county(), rules);
    const row = await cosigned(office);
    const answer = reviewInspection(office, office.person('P911'), row.id, row.version, { pass: true, words: '' });
    expect(await refused(answer)).toEqual({ kind: 'no-holiday-data', year: 2026 });
    expect((await rowNow(office, row.id)).state).toBe('cosigned');
  });
});

const leaky: WriteSixFields = (facts) => ({ ...sixFields(facts), result: '联系人13800138000' });
const empty: WriteSixFields = (facts) => ({ ...sixFields(facts), handling: ' ' });

withStores('publication and rectification', (make) => {
  test('a result is proposed once, after the review, and never with a telephone number in it', async () => {
    const office = await openOffice((await make()).store);
    const row = await cosigned(office);
    const [operator, head] = [office.person('P901'), office.person('P911')];
    expect(await refused(proposePublication(office, operator, row.id, sixFields))).toMatchObject({ kind: 'wrong-state' });
    await done(reviewInspection(office, head, row.id, row.version, { pass: true, words: '' }));
    expect(await refused(proposePublication(office, operator, row.id, leaky))).toEqual({
      kind: 'personal-data',
      field: 'six-result',
      what: 'phone',
    });
    expect(await refused(proposePublication(office, operator, row.task, empty))).toEqual({
      kind: 'missing-fields',
      names: ['six-handling'],
    });
    await done(proposePublication(office, operator, row.task, sixFields));
    for (const about of [row.id, row.task]) {
      expect(await refused(proposePublication(office, operator, about, sixFields))).toEqual({ kind: 'already-done' });
    }
  });

  test('whoever proposed it does not approve it; it goes out once; only then it has addresses', async () => {
    const office = await openOffice((await make()).store);
    const row = await reviewed(office);
    const both = office.person('P912');
    const [first] = await done(proposePublication(office, both, row.id, sixFields));
    const { id } = first ?? expect.fail();
    expect(await refused(approvePublication(office, both, id, 1))).toEqual({ kind: 'own-request' });
    const put = (version: number, on: string, address = 'https://example.invalid/a') =>
      placePublication(office, office.person('P901'), id, version, 'portal', { address, on });
    expect(await refused(put(1, '2026-03-19'))).toMatchObject({ kind: 'wrong-state', state: 'proposed' });
    const out = await done(approvePublication(office, office.person('P911'), id, 1));
    expect(await refused(approvePublication(office, both, id, 1))).toEqual({ kind: 'already-done' });
    expect((await taskNow(office, out.task)).state).toBe('inspecting');
    expect(await refused(put(out.version, '2026-03-20'))).toMatchObject({ kind: 'day-out-of-range', name: 'on' });
    for (const address of ['javascript:alert(1)', '政府网', 'https://a b']) {
      expect(await refused(put(out.version, '2026-03-19', address))).toEqual({ kind: 'bad-field', name: 'address' });
    }
    await done(put(out.version, '2026-03-19'));
    expect(await refused(put(out.version, '2026-03-19'))).toEqual({ kind: 'already-done' });
  });

  test('a problem is reported and followed up until it is put right, by its team', async () => {
    const office = await openOffice((await make()).store);
    const row = await reviewed(office);
    const id = `${row.id}-1`;
    const [one] = teamIn(office, row);
    const stranger = county().people.find(
      (person) => person.roles.includes('inspector') && !row.seats.some((seat) => seat.person === person.id),
    );
    expect(await refused(reportRectification(office, stranger ?? expect.fail(), id, 1, '改了'))).toMatchObject({ kind: 'not-your-seat' });
    expect(await refused(reportRectification(office, one, id, 1, ' '))).toMatchObject({ kind: 'missing-fields' });
    await done(reportRectification(office, office.person('P901'), id, 1, '票据已补开'));
    expect(await refused(reportRectification(office, one, id, 1, '改了'))).toEqual({ kind: 'already-done' });
    const follow = (version: number, result: 'corrected' | 'partly', words: string, on = '2026-03-19') =>
      recordFollowUp(office, one, id, version, { result, words, on });
    expect(await refused(follow(2, 'partly', ''))).toMatchObject({ kind: 'missing-fields' });
    expect(await refused(follow(2, 'partly', '还差一笔', '2026-03-18'))).toMatchObject({ kind: 'day-out-of-range', name: 'on' });
    const partly = await done(follow(2, 'partly', '还差一笔'));
    expect(partly).toMatchObject({ state: 'uncorrected', followUp: { result: 'partly' } });
    const key = `rectification:${id}:followed-up:${partly.version}:P911`;
    expect(await office.store.read((books) => books.outbox.get(key))).not.toBeNull();
    expect(await refused(follow(2, 'corrected', ''))).toEqual({ kind: 'stale' });
    expect(await done(follow(partly.version, 'corrected', ''))).toMatchObject({ state: 'corrected' });
    expect(await refused(follow(4, 'corrected', ''))).toEqual({ kind: 'already-done' });
  });
});
