// Changes after the draw: asked for, decided, carried out in the record and in the inspections; each refusal; two people at once.
import { expect, test } from 'vitest';
import type { Assignment } from '../../src/domain/assignment.ts';
import { choicesOf } from '../../src/domain/change-choices.ts';
import type { ChangeRequest } from '../../src/domain/change-request.ts';
import { digestOf } from '../../src/domain/ssj/canonical.ts';
import { linkOf } from '../../src/domain/ssj/secrets.ts';
import { acceptAssignment } from '../../src/flows/accept-assignment.ts';
import { askChange } from '../../src/flows/ask-change.ts';
import { caseOf } from '../../src/flows/changing.ts';
import { confirmAbove } from '../../src/flows/confirm-above.ts';
import { decideChange } from '../../src/flows/decide-change.ts';
import { declareConflict } from '../../src/flows/declare-conflict.ts';
import { recordAbove } from '../../src/flows/record-above.ts';
import { refuseChange } from '../../src/flows/refuse-change.ts';
import { startVisit } from '../../src/flows/start-visit.ts';
import { pendingNow, soundRecord } from '../support/changes.ts';
import { county, done, openOffice, refused, type TestOffice } from '../support/office.ts';
import { rowNow, settled, submitted, teamIn, toNotify, toVisit, visiting } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

const NUMBER = '2026-0001';
const mine = { ground: 'relative', words: '配偶在这里执业' } as const;

/** A settled draw of which the first of the first team has declared a conflict. */
async function declared(office: TestOffice): Promise<{ readonly row: Assignment; readonly request: ChangeRequest }> {
  const [row] = await settled(office);
  if (!row) throw new Error('nothing was drawn');
  await done(declareConflict(office, teamIn(office, row)[0], row.id, row.version, mine));
  return { row, request: await pendingNow(office) };
}

async function found(office: TestOffice, id: string) {
  const answer = await office.store.read((books) => caseOf(books, id));
  return answer.ok ? answer.value : expect.fail('no such request');
}

/** The draw and its requests in another office, sealed with another number of links: the books hold what was locked, so it cannot be changed in place. */
async function copyWithLinks(from: TestOffice, to: TestOffice, length: number): Promise<void> {
  const [draw, tasks, rows, requests] = await from.store.read(async (books) => [
    await books.draws.get(NUMBER),
    await books.tasks.all(),
    await books.assignments.all(),
    await books.changes.ofDraw(NUMBER),
  ]);
  if (!draw?.record) throw new Error('nothing was settled');
  const eventChain = { link: linkOf(draw.lastLink, length, 0), length };
  const manifest = { ...draw.manifest, eventChain };
  await to.store.work(async (books) => {
    for (const task of tasks) await books.tasks.add(task);
    await books.draws.add({ ...draw, manifest, record: { ...(draw.record ?? expect.fail()), manifest } });
    for (const row of rows) await books.assignments.add(row);
    for (const request of requests) await books.changes.add(request);
  });
}

const sent = (office: TestOffice, key: string) => office.store.read((books) => books.outbox.get(key));

withStores('a declared conflict', (make) => {
  test('becomes a request that the heads hear of, with the words in the books and nowhere else', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    expect(request).toMatchObject({ id: `${NUMBER}-1`, kind: 'recusal', origin: 'self', person: row.seats[0]?.person, state: 'open' });
    for (const head of ['P911', 'P912']) expect(await sent(office, `change:${request.id}:asked:${head}`)).not.toBeNull();
    const ledger = await office.store.read((books) => books.ledger.from(0, 1000));
    expect(JSON.stringify(ledger)).not.toContain('配偶');
  });

  test('is decided by swapping: both seats change hands, both teams are asked, approved and told anew, and the record verifies', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const choice = choicesOf(request, await found(office, request.id)).find(({ kind }) => kind === 'swap');
    if (choice?.kind !== 'swap') throw new Error('there is no swap');
    const other = await rowNow(office, choice.assignment);
    const head = office.person('P911');
    const after = await done(decideChange(office, head, request.id, 1, { kind: 'swap', assignment: other.id, person: choice.person }));
    expect(after).toMatchObject({ state: 'done', decision: { by: 'P911', number: null }, outcome: { event: 1 } });
    const record = await soundRecord(office, NUMBER);
    expect(record.events[0]?.request).toMatchObject({
      ground: '回避',
      decidedBy: 'P911',
      words: '',
      change: { kind: 'swap', recused: 'a' },
    });
    const [here, there] = [await rowNow(office, row.id), await rowNow(office, other.id)];
    expect(here.seats[0]).toEqual({ slot: 0, person: choice.person, answer: { kind: 'open' } });
    expect(there.seats.find(({ person }) => person === request.person)?.answer).toEqual({ kind: 'open' });
    expect([here.state, there.state]).toEqual(['offered', 'offered']);
    expect(await sent(office, `assignment:${row.id}:decided:1:${choice.person}`)).not.toBeNull();
    expect(await sent(office, `assignment:${other.id}:decided:1:${request.person}`)).not.toBeNull();
    expect(await sent(office, `announcement:${NUMBER}:changed:1:feishu/oc_announcing`)).not.toBeNull();
  });

  test('is decided by stepping aside: the successor is the one the link names, and the change stands in the ledger before its link', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const before = await soundRecord(office, NUMBER);
    await done(decideChange(office, office.person('P911'), request.id, 1, { kind: 'withdraw' }));
    const record = await soundRecord(office, NUMBER);
    const places = before.finalTeams.filter(({ team }) => team.includes(request.person)).length;
    expect(record.events[0]?.result).toHaveLength(places);
    expect(record.finalTeams.some(({ team }) => team.includes(request.person))).toBe(false);
    expect((await rowNow(office, row.id)).seats[0]?.person).not.toBe(request.person);
    const entries = (await office.store.read((books) => books.ledger.from(0, 1000))).slice(-2).map(({ payload }) => payload);
    expect(entries).toMatchObject([
      { what: 'change-approved', facts: { n: 1, change: digestOf(record.events[0]?.request.change) } },
      { what: 'draw-changed', facts: { n: 1, link: record.events[0]?.link, before: digestOf(before), record: digestOf(record) } },
    ]);
    expect(await sent(office, `change:${request.id}:decided:1:${request.person}`)).not.toBeNull();
  });

  test('is declined with a reason: the seat is as it was, and a yes said before still holds', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const head = office.person('P911');
    expect(await refused(refuseChange(office, head, request.id, 1, ' '))).toEqual({ kind: 'missing-fields', names: ['reason'] });
    await done(refuseChange(office, head, request.id, 1, '不属于应当回避的情形'));
    expect((await rowNow(office, row.id)).seats[0]?.answer).toEqual({ kind: 'open' });
    const [one, two] = teamIn(office, row);
    await done(acceptAssignment(office, one, row.id, (await rowNow(office, row.id)).version));
    const asked = await done(
      askChange(office, office.person('P901'), {
        kind: 'recusal',
        assignment: row.id,
        person: one.id,
        origin: 'institution',
        ground: 'interest',
        words: '机构来函',
      }),
    );
    expect((await rowNow(office, row.id)).seats[0]?.answer.kind).toBe('conflict');
    await done(acceptAssignment(office, two, row.id, (await rowNow(office, row.id)).version));
    await done(refuseChange(office, head, asked.id, asked.version, '查无此事'));
    expect(await rowNow(office, row.id)).toMatchObject({ state: 'to-approve', seats: [{ answer: { kind: 'accepted' } }, {}] });
    expect((await soundRecord(office, NUMBER)).events).toEqual([]);
  });

  test('is decided once, by one who neither asked nor is concerned, and on the card as it is now', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const [one, two] = [office.person('P911'), office.person('P912')];
    const decide = (by = one, version = 1) => decideChange(office, by, request.id, version, { kind: 'replace' });
    expect(await refused(decide(office.person('P901')))).toMatchObject({ kind: 'not-allowed' });
    expect(await refused(decide({ ...one, id: row.seats[0]?.person ?? '' }))).toEqual({ kind: 'own-request' });
    expect(await refused(decide({ ...one, id: row.seats[1]?.person ?? '' }))).toEqual({ kind: 'concerned', change: request.id });
    expect(await refused(decide(one, 2))).toEqual({ kind: 'stale' });
    const both = await Promise.all([decide(one), decide(two)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await soundRecord(office, NUMBER)).events).toHaveLength(1);
    expect(await refused(decide())).toEqual({ kind: 'already-done' });
    expect(await refused(refuseChange(office, one, request.id, 2, '不'))).toEqual({ kind: 'already-done' });
  });

  test('of a change that the protocol does not allow leaves no event and uses no link', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const head = office.person('P911');
    const swap = (assignment: string, person: string) =>
      refused(decideChange(office, head, request.id, 1, { kind: 'swap', assignment, person }));
    expect(await swap(row.id, row.seats[1]?.person ?? '')).toMatchObject({ kind: 'conflict-open' });
    expect(await swap('2026-09-01', 'P001')).toMatchObject({ kind: 'not-found' });
    expect(await swap(`${row.task}-02`, 'P999')).toMatchObject({ kind: 'change-not-allowed', problem: 'change-not-in-team' });
    expect(await refused(decideChange(office, head, request.id, 1, { kind: 'substitute' }))).toEqual({
      kind: 'unknown-option',
      name: 'remedy',
    });
    expect((await soundRecord(office, NUMBER)).events).toEqual([]);
    expect((await found(office, request.id)).request.state).toBe('open');
  });
});

withStores('two requests at once', (make) => {
  test('of two inspectors both stand, under numbers of their own, and both are carried out one after the other', async () => {
    const office = await openOffice((await make()).store);
    const rows = await settled(office);
    const asked = rows.map((row) => declareConflict(office, teamIn(office, row)[0], row.id, 1, mine));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    const requests = await office.store.read((books) => books.changes.ofDraw(NUMBER));
    expect(requests.map(({ id }) => id)).toEqual(rows.map((_, i) => `${NUMBER}-${i + 1}`));
    const head = office.person('P911');
    const decided = await Promise.all(requests.map(({ id }) => decideChange(office, head, id, 1, { kind: 'replace' })));
    expect(decided.filter(({ ok }) => ok)).toHaveLength(rows.length);
    expect((await soundRecord(office, NUMBER)).events.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1));
  });
});

withStores('two conflicts', (make) => {
  test('are settled by one exchange: both requests are done, and neither is sent back to where he must not go', async () => {
    const office = await openOffice((await make()).store);
    const { row, request } = await declared(office);
    const choice = choicesOf(request, await found(office, request.id)).find(({ kind }) => kind === 'swap');
    if (choice?.kind !== 'swap') throw new Error('there is no swap');
    await done(declareConflict(office, office.person(choice.person), choice.assignment, 1, mine));
    const theirs = (await office.store.read((books) => books.changes.ofDraw(NUMBER)))[1] ?? expect.fail();
    const ruling = { kind: 'swap', assignment: choice.assignment, person: choice.person } as const;
    const asker = { ...office.person('P911'), id: choice.person };
    expect(await refused(decideChange(office, asker, request.id, 1, ruling))).toEqual({ kind: 'own-request' });
    await done(decideChange(office, office.person('P911'), request.id, 1, ruling));
    expect((await found(office, theirs.id)).request).toMatchObject({ state: 'done', outcome: { event: 1 } });
    const [event] = (await soundRecord(office, NUMBER)).events;
    expect(event?.request.change).toMatchObject({ kind: 'swap', recused: 'both' });
    for (const id of [row.id, choice.assignment])
      expect((await rowNow(office, id)).seats.every(({ answer }) => answer.kind === 'open')).toBe(true);
  });
});

withStores('a change', (make) => {
  test('of an approved and announced visit takes approval and notice away; of a begun one it does not', async () => {
    const office = await openOffice((await make()).store);
    const row = await toVisit(office);
    const [one] = teamIn(office, row);
    await done(declareConflict(office, one, row.id, row.version, mine));
    await done(decideChange(office, office.person('P911'), (await pendingNow(office)).id, 1, { kind: 'replace' }));
    const after = await rowNow(office, row.id);
    expect(after).toMatchObject({ state: 'offered', approval: null, notice: null });
    expect(after.seats.map(({ answer }) => answer.kind)).toEqual(['open', 'accepted']);
    expect(await refused(startVisit(office, teamIn(office, after)[1], row.id, after.version))).toMatchObject({ kind: 'wrong-state' });

    const begun = await openOffice((await make()).store);
    const visit = await visiting(begun);
    const [first] = teamIn(begun, visit);
    await done(declareConflict(begun, first, visit.id, visit.version, mine));
    await done(decideChange(begun, begun.person('P911'), (await pendingNow(begun)).id, 1, { kind: 'replace' }));
    expect(await rowNow(begun, visit.id)).toMatchObject({ state: 'visiting', startedAt: visit.startedAt, notice: visit.notice });
  });

  test('comes too late once findings are in', async () => {
    const office = await openOffice((await make()).store);
    const row = await submitted(office);
    const [one] = teamIn(office, row);
    const operator = office.person('P901');
    const recusal = { kind: 'recusal', person: one.id, origin: 'institution', ground: 'other', words: '来函' } as const;
    expect(await refused(askChange(office, operator, { ...recusal, assignment: row.id }))).toEqual({
      kind: 'too-late',
      assignment: row.id,
    });
    const substitute = { kind: 'substitute', assignment: row.id, ground: 'moved', words: '登记信息' } as const;
    expect(await refused(askChange(office, operator, substitute))).toEqual({ kind: 'too-late', assignment: row.id });
    const others = (await office.store.read((books) => books.assignments.ofTask(row.task))).filter(
      (other) => other.id !== row.id && other.seats.some(({ person }) => person === one.id),
    );
    const [other] = others;
    if (other) {
      const asked = await done(askChange(office, operator, { ...recusal, assignment: other.id }));
      const answer = decideChange(office, office.person('P911'), asked.id, 1, { kind: 'withdraw' });
      expect(await refused(answer)).toEqual({ kind: 'too-late', assignment: row.id });
    }
  });

  test('replaces an institution by the next reserve, under the next number, for a listed ground with evidence', async () => {
    const office = await openOffice((await make()).store);
    const row = await toNotify(office);
    const operator = office.person('P901');
    const ask = (ground: 'moved' | 'relative', words: string) =>
      askChange(office, operator, { kind: 'substitute', assignment: row.id, ground, words });
    expect(await refused(ask('relative', '看到'))).toEqual({ kind: 'unknown-option', name: 'ground' });
    expect(await refused(ask('moved', ''))).toEqual({ kind: 'missing-fields', names: ['evidence'] });
    const asked = await done(ask('moved', '登记机关已迁出'));
    expect(await refused(ask('moved', '再来'))).toEqual({ kind: 'change-open', change: asked.id });
    const before = await soundRecord(office, NUMBER);
    await done(decideChange(office, office.person('P911'), asked.id, 1, { kind: 'substitute' }));
    expect((await rowNow(office, row.id)).state).toBe('replaced');
    const opened = await rowNow(office, `${row.task}-05`);
    const reserve = before.objects.find(({ stratum }) => stratum === row.stratum)?.reserve[0];
    expect(opened).toMatchObject({ institution: reserve, state: 'offered', approval: null, notice: null, version: 1 });
    for (const { person } of opened.seats) expect(await sent(office, `assignment:${opened.id}:decided:1:${person}`)).not.toBeNull();
    expect((await soundRecord(office, NUMBER)).events[0]?.request).toMatchObject({ ground: '迁出', words: '' });
  });

  test('of an institution whose reserves are used up frees its team, and what was asked about it lapses', async () => {
    const office = await openOffice((await make()).store);
    const rows = await settled(office);
    // The only notary office has no reserve behind it.
    const row = rows.find(({ category }) => category === 'notary') ?? expect.fail();
    const [one] = teamIn(office, row);
    await done(declareConflict(office, one, row.id, 1, mine));
    const asked = await done(
      askChange(office, office.person('P901'), { kind: 'substitute', assignment: row.id, ground: 'suspended', words: '停业公告' }),
    );
    const [choice] = choicesOf(asked, await found(office, asked.id));
    expect(choice).toEqual({ kind: 'substitute', reserves: 0 });
    await done(decideChange(office, office.person('P911'), asked.id, 1, { kind: 'substitute' }));
    expect((await soundRecord(office, NUMBER)).events[0]?.result).toEqual({ object: null, changes: [] });
    expect((await found(office, `${NUMBER}-1`)).request.state).toBe('lapsed');
    const states = (await office.store.read((books) => books.changes.ofDraw(NUMBER))).map(({ state }) => state);
    expect(states).toEqual(['lapsed', 'done']);
  });

  test('leaves a seat empty when nobody can follow, which is filled once somebody can', async () => {
    const lists = county();
    // Two notary inspectors only: whoever of them leaves, nobody follows.
    const people = lists.people.map((person) =>
      person.roles.includes('inspector') && !['P001', 'P002'].includes(person.id) ? { ...person, categories: ['lawfirm'] } : person,
    );
    const office = await openOffice((await make()).store, { ...lists, people });
    const rows = await settled(office, { categories: ['lawfirm', 'notary'], matters: ['M01', 'M02'] });
    const row = rows.find(({ category }) => category === 'notary') ?? expect.fail();
    const head = office.person('P911');
    const operator = office.person('P901');
    expect(await refused(askChange(office, operator, { kind: 'fill', draw: NUMBER, words: '' }))).toEqual({
      kind: 'nothing-to-fill',
      draw: NUMBER,
    });
    await done(declareConflict(office, teamIn(office, row)[1], row.id, 1, mine));
    const request = await pendingNow(office);
    expect(choicesOf(request, await found(office, request.id))).toContainEqual({ kind: 'replace', eligible: 0 });
    await done(decideChange(office, head, request.id, 1, { kind: 'replace' }));
    expect((await rowNow(office, row.id)).seats[1]).toEqual({ slot: 1, person: null, answer: { kind: 'open' } });
    expect(await refused(askChange(office, operator, { kind: 'fill', draw: NUMBER, words: '' }))).toEqual({
      kind: 'nobody-to-fill',
      draw: NUMBER,
    });
    await soundRecord(office, NUMBER);
  });

  test('fills an empty seat once somebody is free again', async () => {
    const lists = county();
    // Four inspectors with one visit each, and two visits: nobody is left to follow.
    const four = lists.people.filter(({ id }) => !['P005', 'P006', 'P007'].includes(id));
    const people = four.map((person) => (person.roles.includes('inspector') ? { ...person, cap: 1, mayLead: true } : person));
    const office = await openOffice((await make()).store, { ...lists, people });
    const rows = await settled(office, { categories: ['lawfirm', 'notary'], matters: ['M01', 'M02'] });
    const [firm, notary] = ['lawfirm', 'notary'].map((category) => rows.find((row) => row.category === category) ?? expect.fail());
    const [head, operator] = [office.person('P911'), office.person('P901')];
    await done(declareConflict(office, teamIn(office, firm ?? expect.fail())[1], firm?.id ?? '', 1, mine));
    await done(decideChange(office, head, (await pendingNow(office)).id, 1, { kind: 'replace' }));
    const gone = { kind: 'substitute', assignment: notary?.id ?? '', ground: 'cancelled', words: '注销公告' } as const;
    await done(decideChange(office, head, (await done(askChange(office, operator, gone))).id, 1, { kind: 'substitute' }));
    const asked = await done(askChange(office, operator, { kind: 'fill', draw: NUMBER, words: '' }));
    expect(await refused(askChange(office, operator, { kind: 'fill', draw: NUMBER, words: '' }))).toEqual({
      kind: 'change-open',
      change: asked.id,
    });
    const filled = await done(decideChange(office, head, asked.id, 1, { kind: 'fill' }));
    const [move] = filled.outcome?.moves ?? [];
    expect(move).toMatchObject({ assignment: firm?.id, slot: 1, out: null });
    expect((await rowNow(office, firm?.id ?? '')).seats[1]).toMatchObject({ person: move?.in, answer: { kind: 'open' } });
    expect((await soundRecord(office, NUMBER)).events.map(({ request }) => request.ground)).toEqual(['回避', '注销', '席位空缺']);
  });

  test('cannot be made any more when the links are used up', async () => {
    const office = await openOffice((await make()).store);
    const { request } = await declared(office);
    const used = await openOffice((await make()).store);
    await copyWithLinks(office, used, 0);
    const answer = decideChange(used, used.person('P911'), request.id, 1, { kind: 'replace' });
    expect(await refused(answer)).toEqual({ kind: 'links-used-up', draw: NUMBER, length: 0 });
    expect((await found(used, request.id)).request.state).toBe('open');
  });
});

withStores("the head's own conflict", (make) => {
  const one = 'P911';

  test('goes up where no other head is left, is typed with its number, and carried out when a second person confirms', async () => {
    const lists = county();
    const people = lists.people.filter(({ id }) => id !== 'P912');
    const office = await openOffice((await make()).store, { ...lists, people });
    const [row] = await settled(office);
    const [first] = teamIn(office, row ?? expect.fail());
    const order = {
      kind: 'recusal',
      assignment: row?.id ?? '',
      person: first.id,
      origin: 'order',
      ground: 'other',
      words: '发现关联',
    } as const;
    const asked = await done(askChange(office, office.person(one), order));
    expect(await refused(decideChange(office, office.person(one), asked.id, 1, { kind: 'replace' }))).toEqual({ kind: 'own-request' });
    const [typist, second, witness] = ['P901', 'P902', 'P921'].map(office.person) as [never, never, never];
    const record = (number: string, by = typist, version = 1) => recordAbove(office, by, asked.id, version, number, { kind: 'replace' });
    expect(await refused(record(' '))).toEqual({ kind: 'missing-fields', names: ['number'] });
    expect(await refused(record('13800001234'))).toEqual({ kind: 'bad-field', name: 'number' });
    expect(await refused(confirmAbove(office, second, asked.id, 1))).toMatchObject({ kind: 'wrong-state' });
    const ruled = await done(record('示例司文〔2026〕9号'));
    expect(await sent(office, `change:${asked.id}:above:2:P921`)).not.toBeNull();
    expect(await refused(confirmAbove(office, typist, asked.id, ruled.version))).toEqual({ kind: 'own-request' });
    expect(await refused(confirmAbove(office, office.person('P923'), asked.id, ruled.version))).toEqual({
      kind: 'not-a-witness',
      draw: NUMBER,
    });
    const both = await Promise.all([second, witness].map((by) => confirmAbove(office, by, asked.id, ruled.version)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [event] = (await soundRecord(office, NUMBER)).events;
    expect(event?.request).toMatchObject({ decidedBy: '上级机关', words: '示例司文〔2026〕9号', ground: '回避' });
  });

  test('is given back as it was when those above decline, and the record says nothing of it', async () => {
    const office = await openOffice((await make()).store);
    const [row] = await settled(office);
    const heads = ['P911', 'P912'].map((id) => ({
      id,
      before: office.person(id),
      after: { ...office.person(id), status: 'left' as const },
    }));
    await office.store.work((books) => books.people.apply(heads, { at: office.now(), by: 'system', source: '示例' }));
    await done(declareConflict(office, teamIn(office, row ?? expect.fail())[0], row?.id ?? '', 1, mine));
    const { id } = await pendingNow(office);
    const ruled = await done(recordAbove(office, office.person('P901'), id, 1, '示例司文〔2026〕9号', { kind: 'withdraw' }));
    const again = await done(recordAbove(office, office.person('P902'), id, ruled.version, '示例司文〔2026〕10号', { kind: 'refuse' }));
    expect(await refused(confirmAbove(office, office.person('P901'), id, ruled.version))).toEqual({ kind: 'stale' });
    const after = await done(confirmAbove(office, office.person('P901'), id, again.version));
    expect(after).toMatchObject({ state: 'refused', decision: { number: '示例司文〔2026〕10号' }, outcome: null });
    expect((await rowNow(office, row?.id ?? '')).seats[0]?.answer).toEqual({ kind: 'open' });
    expect((await soundRecord(office, NUMBER)).events).toEqual([]);
  });

  test('is not sent up while another head may decide it', async () => {
    const office = await openOffice((await make()).store);
    const { request } = await declared(office);
    const answer = recordAbove(office, office.person('P901'), request.id, 1, '示例司文〔2026〕9号', { kind: 'replace' });
    expect(await refused(answer)).toEqual({ kind: 'head-can-decide', heads: ['P911', 'P912'] });
  });
});
