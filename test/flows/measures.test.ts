// The ladders of Art. 16 and 17 as verbs: each rung in its order, what is missing said, nobody on both sides of a decision.
import { expect, test } from 'vitest';
import { decideMeasure } from '../../src/flows/decide-measure.ts';
import { proposeMeasure } from '../../src/flows/propose-measure.ts';
import { takeMeasure } from '../../src/flows/take-measure.ts';
import { writeJournal } from '../../src/flows/write-journal.ts';
import { approve, day, draftOf, followUp, notice, orderedProblem, serve } from '../support/measures.ts';
import { done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { rowNow, teamIn } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const operator = (office: TestOffice) => office.person('P901');
const statusOf = async (office: TestOffice, id: string) => (await office.store.read((books) => books.institutions.get(id)))?.status;

withStores('a measure', (make) => {
  test('abnormal comes after a talk and a failed follow-up, its notice and its window; its exit takes it back', async () => {
    const office = await openOffice((await make()).store);
    const problem = await orderedProblem(office);
    const propose = (kind: Parameters<typeof draftOf>[0]) => proposeMeasure(office, operator(office), problem.id, draftOf(kind));
    expect(await refused(propose('abnormal'))).toMatchObject({ kind: 'measure-not-yet', lack: 'rung' });
    // A follow-up before the talk does not count as one after it.
    await followUp(office, problem.id);
    const talk = await done(propose('talk'));
    expect(talk.state).toBe('approved');
    expect(await refused(propose('abnormal'))).toMatchObject({ lack: 'rung' });
    office.at('2026-03-20T10:00');
    await serve(office, talk);
    expect(await refused(propose('abnormal'))).toMatchObject({ lack: 'failed-follow-up' });
    office.at('2026-03-27T10:00');
    await followUp(office, problem.id);
    const listing = await done(propose('abnormal'));
    expect(await refused(propose('abnormal'))).toMatchObject({ lack: 'underway' });
    const approved = await approve(office, listing);
    expect(
      await refused(
        takeMeasure(office, operator(office), listing.id, approved.version, { kind: 'carry-out', number: '1', on: day(office), way: '送' }),
      ),
    ).toMatchObject({ kind: 'wrong-state' });
    const noticed = await notice(office, approved);
    expect(noticed.notice?.until).toBe('2026-04-03');
    const early = { kind: 'carry-out', number: '示例1号', on: day(office), way: '直接送达' } as const;
    expect(await refused(takeMeasure(office, operator(office), listing.id, noticed.version, early))).toEqual({
      kind: 'window-open',
      until: '2026-04-03',
    });
    const objected = await done(takeMeasure(office, operator(office), listing.id, noticed.version, { kind: 'object', words: '不服' }));
    office.at('2026-04-07T10:00');
    expect(await refused(takeMeasure(office, operator(office), listing.id, objected.version, { ...early, on: day(office) }))).toMatchObject(
      { kind: 'objection-open' },
    );
    const answered = await done(takeMeasure(office, operator(office), listing.id, objected.version, { kind: 'answer', words: '不成立' }));
    expect(await statusOf(office, problem.institution)).toBe('normal');
    await serve(office, answered);
    expect(await statusOf(office, problem.institution)).toBe('abnormal');
    const [first] = (await office.store.read((books) => books.institutions.history(problem.institution))).slice(-1);
    expect(first).toMatchObject({ source: listing.id, by: 'P901' });
    const exit = await approve(office, await done(propose('abnormal-exit')));
    await serve(office, exit);
    expect(await statusOf(office, problem.institution)).toBe('normal');
    expect(await office.store.read((books) => books.measures.get(listing.id))).toMatchObject({ state: 'ended', end: { words: exit.id } });
    expect(await refused(propose('abnormal-exit'))).toMatchObject({ lack: 'listed' });
  }, 60_000);

  test('what was put right in the window is not listed after it', async () => {
    const office = await openOffice((await make()).store);
    const problem = await orderedProblem(office);
    await serve(office, await done(proposeMeasure(office, operator(office), problem.id, draftOf('reminder'))));
    office.at('2026-03-27T10:00');
    await followUp(office, problem.id);
    const listing = await notice(
      office,
      await approve(office, await done(proposeMeasure(office, operator(office), problem.id, draftOf('abnormal')))),
    );
    office.at('2026-04-07T10:00');
    await followUp(office, problem.id, 'corrected');
    const step = { kind: 'carry-out', number: '示例1号', on: day(office), way: '直接送达' } as const;
    expect(await refused(takeMeasure(office, operator(office), listing.id, listing.version, step))).toMatchObject({
      lack: 'failed-follow-up',
    });
    expect(await statusOf(office, problem.institution)).toBe('normal');
  }, 60_000);

  test('the county files no case against a law firm: it advises the city; the blacklist waits for the decision and its appeal', async () => {
    const office = await openOffice((await make()).store);
    const problem = await orderedProblem(office);
    const propose = (draft: ReturnType<typeof draftOf>) => proposeMeasure(office, operator(office), problem.id, draft);
    expect(await refused(propose(draftOf('advice')))).toMatchObject({ lack: 'unlawful' });
    await followUp(office, problem.id);
    expect(await refused(propose(draftOf('case')))).toMatchObject({ lack: 'competence' });
    const advice = await serve(office, await approve(office, await done(propose(draftOf('advice')))));
    expect(await refused(propose(draftOf('blacklist')))).toMatchObject({ lack: 'penalty' });
    const own = draftOf('penalty');
    const byUs = { ...own, details: { ...own.details, authority: office.rules.office.name } };
    expect(await refused(propose(byUs))).toMatchObject({ lack: 'competence' });
    const penalty = await approve(office, await done(propose(own)));
    expect(penalty).toMatchObject({ state: 'done', until: '2026-09-18' });
    expect(await refused(propose(draftOf('blacklist')))).toEqual({
      kind: 'measure-not-yet',
      measure: 'blacklist',
      lack: 'appeal-open',
      until: '2026-09-18',
    });
    await done(takeMeasure(office, operator(office), advice.id, advice.version, { kind: 'end', words: '市局回执' }));
    office.at('2026-09-21T10:00');
    const listing = await notice(office, await approve(office, await done(propose(draftOf('blacklist')))));
    expect(listing.source).toBe(penalty.id);
    office.at('2026-10-12T10:00');
    await serve(office, listing);
    expect(await statusOf(office, problem.institution)).toBe('blacklisted');
  }, 60_000);

  test('nobody decides his own, an old card changes nothing, only who may and who sat there acts', async () => {
    const office = await openOffice((await make()).store);
    const problem = await orderedProblem(office);
    const both = office.person('P912');
    await followUp(office, problem.id);
    const row = await done(proposeMeasure(office, both, problem.id, draftOf('advice')));
    const grant = { isGranted: true, words: '' };
    expect(await refused(decideMeasure(office, both, row.id, row.version, grant))).toEqual({ kind: 'own-request' });
    expect(await refused(decideMeasure(office, operator(office), row.id, row.version, grant))).toMatchObject({ kind: 'not-allowed' });
    expect(await refused(decideMeasure(office, office.person('P911'), row.id, row.version + 1, grant))).toEqual({ kind: 'stale' });
    expect(
      await refused(decideMeasure(office, office.person('P911'), row.id, row.version, { isGranted: false, words: ' ' })),
    ).toMatchObject({ kind: 'missing-fields' });
    const approved = await approve(office, row);
    expect(await refused(decideMeasure(office, office.person('P911'), row.id, approved.version, grant))).toEqual({ kind: 'already-done' });
    expect(await refused(takeMeasure(office, office.person('P902'), row.id, approved.version, { kind: 'withdraw' }))).toMatchObject({
      kind: 'wrong-state',
    });
    expect(await refused(proposeMeasure(office, office.person('P921'), problem.id, draftOf('talk')))).toMatchObject({
      kind: 'not-allowed',
    });
    const team = teamIn(office, await rowNow(office, problem.assignment)).map(({ id }) => id);
    const stranger = ['P001', 'P002', 'P003', 'P004'].find((id) => !team.includes(id)) ?? expect.fail();
    expect(await refused(proposeMeasure(office, office.person(stranger), problem.id, draftOf('talk')))).toMatchObject({
      kind: 'not-allowed',
    });
    await done(proposeMeasure(office, teamIn(office, await rowNow(office, problem.assignment))[0], problem.id, draftOf('talk')));
  }, 60_000);

  test('a journal line is written about an inspection or an institution, never ahead of its day, nor with proof that is not there', async () => {
    const office = await openOffice((await make()).store);
    const problem = await orderedProblem(office);
    const line = { kind: 'guidance', guidance: 'coach', way: '', on: day(office), proof: [], witnesses: [], words: '示例辅导' } as const;
    const entry = await done(writeJournal(office, operator(office), problem.assignment, line));
    expect(entry).toMatchObject({ id: 'BL2026-0001', institution: problem.institution, assignment: problem.assignment });
    expect(await refused(writeJournal(office, operator(office), problem.institution, { ...line, on: '2026-12-31' }))).toMatchObject({
      kind: 'day-out-of-range',
    });
    expect(await refused(writeJournal(office, operator(office), problem.institution, { ...line, guidance: null }))).toMatchObject({
      kind: 'missing-fields',
    });
    const contact = { ...line, kind: 'contact', way: '电话', proof: ['nothing'] } as const;
    expect(await refused(writeJournal(office, operator(office), problem.assignment, contact))).toMatchObject({
      kind: 'not-found',
      what: 'evidence',
    });
    expect(await refused(writeJournal(office, operator(office), 'nobody', line))).toMatchObject({ kind: 'not-found' });
  }, 60_000);
});
