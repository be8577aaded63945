// The ceremony: lock, witnesses, dice, close, settle, void; and the draws that are refused before they begin.
import { expect, test } from 'vitest';
import type { Institution } from '../../src/domain/institution.ts';
import { digestOf } from '../../src/domain/ssj/canonical.ts';
import { approveVoid } from '../../src/flows/approve-void.ts';
import { askVoid } from '../../src/flows/ask-void.ts';
import { closeContributions } from '../../src/flows/close-contributions.ts';
import { closeDue } from '../../src/flows/close-due.ts';
import { contribute } from '../../src/flows/contribute.ts';
import { declineVoid } from '../../src/flows/decline-void.ts';
import { lockDraw } from '../../src/flows/lock-draw.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { publishVoidOutcomes } from '../../src/flows/publish-void-outcomes.ts';
import { settleDraw } from '../../src/flows/settle-draw.ts';
import { typeBeacon } from '../../src/flows/type-beacon.ts';
import { lastVoidRequestOf } from '../../src/flows/void-note.ts';
import { withdrawVoid } from '../../src/flows/withdraw-void.ts';
import { county, done, GROUP, openOffice, refused, STAFF, sampleDocument, sampleDraft, sampleRatio, taskNow } from '../support/office.ts';
import { rawSqlUnguarded } from '../support/raw-sql.ts';
import { sampleInspectors } from '../support/samples.ts';
import { approvedTask, closedDraw, lockedDraw, settled } from '../support/stages.ts';
import { withStores } from '../support/store.ts';

withStores('locking a draw', (make) => {
  test('a draw that cannot be staffed is refused before the lock and uses no number', async () => {
    const office = await openOffice((await make()).store, { ...county(), people: [...sampleInspectors(1), ...STAFF] });
    const task = await approvedTask(office);
    const answer = lockDraw(office, office.person('P901'), task.id, task.version);
    expect(await refused(answer)).toEqual({ kind: 'too-few-inspectors', need: 2, have: 1, category: 'lawfirm' });
    expect(await office.store.read((books) => books.draws.all())).toEqual([]);
    expect(await taskNow(office, task.id)).toMatchObject({ state: 'approved', draw: null });
  });

  test('without a 公示群 nothing is locked: its digest would stand nowhere', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const task = await approvedTask(office);
    await store.work((books) => books.groups.put({ ...GROUP, isAnnouncing: false, addedAt: office.now() }));
    expect(await refused(lockDraw(office, office.person('P901'), task.id, task.version))).toEqual({ kind: 'no-group' });
    expect(await taskNow(office, task.id)).toMatchObject({ state: 'approved', draw: null });
    await store.work((books) => books.groups.choose(GROUP.platform, GROUP.chat));
    await done(lockDraw(office, office.person('P901'), task.id, task.version));
  });

  test('at the lock every witness is still here and still a witness', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const task = await approvedTask(office);
    const stamp = { at: office.now(), by: 'system', source: '示例' } as const;
    const witness = office.person('P922');
    const turns = [
      { ...witness, status: 'left' as const },
      { ...witness, roles: ['auditor'] as const },
    ];
    let before = witness;
    for (const after of turns) {
      await store.work((books) => books.people.apply([{ id: witness.id, before, after }], stamp));
      expect(await refused(lockDraw(office, office.person('P901'), task.id, task.version))).toEqual({
        kind: 'witness-gone',
        person: 'P922',
      });
      before = after;
    }
  });

  test('whoever witnesses a draw neither locks nor settles it', async () => {
    const office = await openOffice((await make()).store);
    const both = { ...office.person('P921'), roles: ['operator', 'witness'] as const };
    const task = await approvedTask(office);
    expect(await refused(lockDraw(office, both, task.id, task.version))).toEqual({ kind: 'own-request' });
    const { number } = await done(lockDraw(office, office.person('P901'), task.id, task.version));
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, '雨'));
    expect(await refused(settleDraw(office, both, number))).toEqual({ kind: 'own-request' });
    await done(settleDraw(office, office.person('P901'), number));
  });

  test('a second press on the lock is already done, an old card is stale, and the number is used once', async () => {
    const office = await openOffice((await make()).store);
    const task = await approvedTask(office);
    const operator = office.person('P901');
    expect(await refused(lockDraw(office, operator, task.id, 1))).toEqual({ kind: 'stale' });
    await done(lockDraw(office, operator, task.id, task.version));
    expect(await refused(lockDraw(office, operator, task.id, task.version))).toEqual({ kind: 'already-done' });
    expect((await office.store.read((books) => books.draws.all())).map((draw) => draw.number)).toEqual(['2026-0001']);
  });

  test('of two operators who lock at once, one locks', async () => {
    const office = await openOffice((await make()).store);
    const task = await approvedTask(office);
    const answers = await Promise.all(['P901', 'P902'].map((id) => lockDraw(office, office.person(id), task.id, task.version)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await office.store.read((books) => books.draws.all())).map((draw) => draw.number)).toEqual(['2026-0001']);
  });

  test('whoever cannot be drawn stands in the lists with the reason', async () => {
    const lists = county();
    const statuses: readonly Institution['status'][] = ['suspended', 'moved', 'blacklisted', 'abnormal'];
    const office = await openOffice((await make()).store, {
      ...lists,
      institutions: lists.institutions.map((one, at): Institution => ({ ...one, status: statuses[at] ?? 'normal' })),
      people: lists.people.map((person) => {
        if (person.id === 'P001') return { ...person, certificateUntil: '2026-04-09' };
        if (person.id === 'P002') return { ...person, status: 'away' as const };
        if (person.id === 'P003') return { ...person, certificateState: 'pending' as const };
        return person.id === 'P921' ? { ...person, roles: ['witness', 'inspector'] as const } : person;
      }),
    });
    const draw = await lockedDraw(office);
    expect(draw.roster.slice(0, 5).map((row) => row.excluded)).toEqual(['停业', '迁出', null, null, null]);
    const why = new Map(draw.inspectors.map((row) => [row.id, row.excluded]));
    expect([...why].filter(([, reason]) => reason !== null)).toEqual([
      ['P001', '执法证有效期不足'],
      ['P002', '请假'],
      ['P003', '未持执法证'],
      ['P921', '本次见证人'],
    ]);
  });

  test('what was drawn this year is not drawn again, so the second draw of a county is held among the rest', async () => {
    const office = await openOffice((await make()).store);
    const first = await settled(office);
    const second = await lockedDraw(office);
    const inspected = second.roster.filter((row) => row.excluded === '本年度已检查').map((row) => row.id);
    expect(inspected).toEqual(first.map((row) => row.institution).sort());
  });

  test('a draw whose quota is its pool draws everyone and still teams them by lot', async () => {
    const lists = county();
    const all = ['lawfirm', 'notary', 'grassroots'].map((category) => sampleRatio(category, { num: 1, den: 1 }));
    const office = await openOffice((await make()).store, { ...lists, documents: [sampleDocument(all)] });
    const rows = await settled(office);
    expect(rows.map((row) => row.institution).sort()).toEqual(lists.institutions.map((one) => one.id).sort());
    expect(rows.every((row) => new Set(row.seats.map((seat) => seat.person)).size === 2)).toBe(true);
  });
});

withStores('witnessing', (make) => {
  test('a witness speaks once, and only if he is one of this draw', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office);
    expect(await refused(contribute(office, office.person('P923'), number, '雨'))).toEqual({ kind: 'not-a-witness', draw: number });
    expect(await refused(contribute(office, office.person('P901'), number, '雨'))).toMatchObject({ kind: 'not-allowed' });
    expect(await refused(contribute(office, office.person('P921'), number, ' '))).toMatchObject({ kind: 'missing-fields' });
    expect(await refused(contribute(office, office.person('P921'), number, '雨'.repeat(201)))).toEqual({ kind: 'text-too-long', max: 200 });
    await done(contribute(office, office.person('P921'), number, '雨'.repeat(200)));
    expect(await refused(contribute(office, office.person('P921'), number, '晴'))).toEqual({ kind: 'already-contributed' });
    expect(await refused(contribute(office, office.person('P922'), '2026-0009', '雨'))).toMatchObject({ kind: 'not-found' });
  });

  test('the last two witnesses at once: both count, and the draw is closed once', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office);
    const answers = await Promise.all(['P921', 'P922'].map((id) => contribute(office, office.person(id), number, `雨${id}`)));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await office.store.read((books) => books.draws.get(number))).toMatchObject({ state: 'closed', version: 2 });
  });

  test('before the time is up an operator cannot close; afterwards the second to come is the last, and the absent are named', async () => {
    const office = await openOffice((await make()).store);
    const operator = office.person('P901');
    const { number } = await lockedDraw(office, { witnesses: ['P921', 'P922', 'P923'] });
    await done(contribute(office, office.person('P921'), number, '雨'));
    expect(await refused(closeContributions(office, operator, number))).toEqual({ kind: 'contributions-open', missing: ['P922', 'P923'] });
    office.at('2026-03-16T09:31');
    expect(await refused(closeContributions(office, operator, number))).toEqual({ kind: 'too-few-witnesses', need: 2, have: 1 });
    expect(await done(contribute(office, office.person('P923'), number, '雪'))).toMatchObject({ state: 'closed', absent: ['W2'] });
    expect(await refused(closeContributions(office, operator, number))).toEqual({ kind: 'already-done' });
    expect(await refused(contribute(office, office.person('P922'), number, '迟'))).toMatchObject({ kind: 'wrong-state', state: 'closed' });
    const { draw } = await done(settleDraw(office, operator, number));
    expect(draw.record?.contributions.map((one) => one.by)).toEqual(['server', 'W1', 'W3']);
  });
});

withStores('nobody can choose', (make) => {
  test('between closing and waiting for one more: with enough words the clock closes when the time is up', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office, { witnesses: ['P921', 'P922', 'P923'] });
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, '雨'));
    expect(await closeDue(office)).toEqual([]);
    office.at('2026-03-16T09:30');
    expect(await refused(contribute(office, office.person('P923'), number, '雪'))).toMatchObject({ kind: 'witnessing-over' });
    expect(await closeDue(office)).toEqual([number]);
    expect(await office.store.read((books) => books.draws.get(number))).toMatchObject({ state: 'closed', absent: ['W3'] });
  });

  test('the witnesses have the time that was set at the lock, whatever the settings say afterwards', async () => {
    const office = await openOffice((await make()).store);
    const { number, witnessesUntil } = await lockedDraw(office, { mode: 'dice' });
    expect(witnessesUntil).toEqual(new Date('2026-03-16T09:30:00+08:00'));
    const [shorter, longer] = [5, 60].map((witnessMinutes) => ({ ...office, rules: { ...office.rules, witnessMinutes } }));
    office.at('2026-03-16T09:10');
    expect(await closeDue(shorter ?? office)).toEqual([]);
    office.at('2026-03-16T09:30');
    expect(await closeDue(longer ?? office)).toEqual([number]);
  });

  test('a word after the close: the database refuses it, and where somebody has silenced that, the draw cannot be settled', async () => {
    const { store, url } = await make();
    const office = await openOffice(store);
    const { number } = await lockedDraw(office, { mode: 'dice' });
    await done(contribute(office, office.person('P921'), number, '雨'));
    office.at('2026-03-16T09:30');
    await closeDue(office);
    const slipped = { draw: number, person: 'P922', by: 'W2', value: '事后想好的', at: office.now() };
    const insertion = () => store.work((books) => books.draws.contribute(slipped));
    await expect(insertion()).rejects.toThrow('contributions sealed');
    await rawSqlUnguarded(url, 'SELECT 1');
    await insertion();
    for (const id of ['P921', 'P922']) await done(typeBeacon(office, office.person(id), number, [1, 6, 3]));
    expect(await refused(settleDraw(office, office.person('P901'), number))).toEqual({ kind: 'seal-broken', draw: number });
  });
});

withStores('a clock that was set back', (make) => {
  test('holds no ceremony: locking, witnessing, closing and opening are refused until it is right again', async () => {
    const office = await openOffice((await make()).store);
    const task = await approvedTask(office);
    office.at('2026-03-16T08:58');
    const locking = () => lockDraw(office, office.person('P901'), task.id, task.version);
    expect(await refused(locking())).toEqual({
      kind: 'clock-behind',
      now: '2026-03-16T08:58:00+08:00',
      last: '2026-03-16T09:00:00+08:00',
    });
    office.at('2026-03-16T08:59');
    const { number } = await done(locking());
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, '雨'));
    office.at('2026-03-15T09:00');
    // What is written meanwhile by the wrong clock does not make it right.
    await done(makeTask(office, office.person('P901'), sampleDraft()));
    expect(await refused(settleDraw(office, office.person('P901'), number))).toMatchObject({ kind: 'clock-behind' });
    office.at('2026-03-16T09:01');
    await done(settleDraw(office, office.person('P901'), number));
  });

  test('seals nothing by itself either: a beacon that seems to lie ahead may be public long since', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office, { mode: 'dice' });
    await office.store.work((books) =>
      books.ledger.add({ what: 'task-made', by: 'P901', about: '示例', facts: {} }, new Date('2026-03-17T09:00:00+08:00')),
    );
    office.at('2026-03-16T09:30');
    expect(await closeDue(office)).toEqual([]);
    office.at('2026-03-17T09:00');
    expect(await closeDue(office)).toEqual([number]);
  });
});

withStores('settling', (make) => {
  test('not before the close, once after it, and never by two at once', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office);
    const operator = office.person('P901');
    expect(await refused(settleDraw(office, operator, number))).toMatchObject({ kind: 'contributions-open' });
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, '雨'));
    const answers = await Promise.all([settleDraw(office, operator, number), settleDraw(office, office.person('P902'), number)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await refused(settleDraw(office, operator, number))).toEqual({ kind: 'already-done' });
    expect(await office.store.read((books) => books.assignments.all())).toHaveLength(4);
  });

  test('dice: two witnesses type alike; a mismatch opens the next round for both, and the throws enter the record', async () => {
    const office = await openOffice((await make()).store);
    const operator = office.person('P901');
    const [one, two] = [office.person('P921'), office.person('P922')];
    const locked = await lockedDraw(office, { mode: 'dice' });
    expect(await refused(typeBeacon(office, one, locked.number, [1, 2, 3]))).toMatchObject({ kind: 'wrong-state' });
    for (const person of [one, two]) await done(contribute(office, person, locked.number, '雨'));
    for (const throws of [
      [1, 2],
      [1, 2, 7],
      [1, 2, 0.5],
    ]) {
      expect(await refused(typeBeacon(office, one, locked.number, throws))).toEqual({ kind: 'bad-throws', count: 3, sides: 6 });
    }
    await done(typeBeacon(office, one, locked.number, [1, 2, 3]));
    expect(await refused(typeBeacon(office, one, locked.number, [1, 2, 3]))).toEqual({ kind: 'already-done' });
    expect(await refused(settleDraw(office, operator, locked.number))).toEqual({ kind: 'typing-open', typed: 1 });
    expect(await done(typeBeacon(office, two, locked.number, [1, 3, 2]))).toMatchObject({ round: 2, differed: true, agreed: null });
    expect(await office.store.read((books) => books.outbox.get(`dice:${locked.number}:round:2:P921`))).not.toBeNull();
    await done(typeBeacon(office, two, locked.number, [1, 2, 3]));
    expect(await done(typeBeacon(office, one, locked.number, [1, 2, 3]))).toMatchObject({ round: 2, differed: false });
    expect(await refused(typeBeacon(office, office.person('P923'), locked.number, [1, 2, 3]))).toMatchObject({ kind: 'not-a-witness' });
    const { draw } = await done(settleDraw(office, operator, locked.number));
    const [anchor] = (await office.store.read((books) => books.ledger.about(locked.number))).slice(-1);
    const stored = await office.store.read((books) => books.draws.get(locked.number));
    expect(anchor?.payload).toMatchObject({ what: 'draw-settled', facts: { record: digestOf(stored?.record) } });
    expect(draw.record).toMatchObject({ beacon: { type: 'dice', count: 3, sides: 6, throws: [1, 2, 3] }, beaconTypedBy: ['W1', 'W2'] });
  });
});

withStores('voiding', (make) => {
  test('takes a reason and a second person; the number stays used and the task can be drawn for anew', async () => {
    const office = await openOffice((await make()).store);
    const [operator, both, witness] = [office.person('P901'), office.person('P912'), office.person('P921')];
    const { number, task } = await closedDraw(office);
    expect(await refused(approveVoid(office, witness, number))).toEqual({ kind: 'void-not-asked', draw: number });
    expect(await refused(askVoid(office, both, number, ' '))).toMatchObject({ kind: 'missing-fields', names: ['reason'] });
    await done(askVoid(office, both, number, '名录漏了两家'));
    expect(await refused(askVoid(office, operator, number, '再来'))).toEqual({ kind: 'already-done' });
    expect(await refused(approveVoid(office, both, number))).toEqual({ kind: 'own-request' });
    expect(await refused(approveVoid(office, office.person('P923'), number))).toMatchObject({ kind: 'not-a-witness' });
    const voided = await done(approveVoid(office, witness, number));
    expect(voided).toMatchObject({ state: 'void', record: null, voided: { by: 'P912', approvedBy: 'P921', reason: '名录漏了两家' } });
    expect(await refused(approveVoid(office, witness, number))).toEqual({ kind: 'already-done' });
    expect(await refused(settleDraw(office, operator, number))).toMatchObject({ kind: 'wrong-state', state: 'void' });
    const now = await taskNow(office, task);
    expect(now).toMatchObject({ state: 'approved', draw: null });
    expect((await done(lockDraw(office, operator, task, now.version))).number).toBe('2026-0002');
  });

  test('is declined with a reason or withdrawn by who asked; the draw goes on, and may be asked about again', async () => {
    const office = await openOffice((await make()).store);
    const [operator, head, witness] = [office.person('P901'), office.person('P911'), office.person('P921')];
    const { number } = await closedDraw(office);
    expect(await refused(declineVoid(office, head, number, '没有错'))).toEqual({ kind: 'void-not-asked', draw: number });
    await done(askVoid(office, operator, number, '名录漏了两家'));
    expect(await refused(declineVoid(office, witness, number, ' '))).toMatchObject({ kind: 'missing-fields', names: ['reason'] });
    expect(await refused(declineVoid(office, office.person('P923'), number, '没有错'))).toMatchObject({ kind: 'not-a-witness' });
    await done(declineVoid(office, witness, number, '名录没有错'));
    expect(await office.store.read((books) => lastVoidRequestOf(books, number))).toMatchObject({
      ended: { kind: 'declined', by: 'P921', reason: '名录没有错' },
    });
    expect(await refused(approveVoid(office, head, number))).toEqual({ kind: 'void-not-asked', draw: number });
    office.at('2026-03-16T09:05');
    await done(askVoid(office, operator, number, '再看一遍，还是漏了'));
    expect(await refused(withdrawVoid(office, office.person('P902'), number))).toEqual({ kind: 'not-the-asker', draw: number });
    await done(withdrawVoid(office, operator, number));
    expect(await refused(approveVoid(office, head, number))).toEqual({ kind: 'void-not-asked', draw: number });
    await done(settleDraw(office, operator, number));
  });

  test('once the witnesses have had their time the words are sealed first, so that the outcome can be published', async () => {
    const office = await openOffice((await make()).store);
    const { number } = await lockedDraw(office, { witnesses: ['P921', 'P922', 'P923'] });
    for (const id of ['P921', 'P922']) await done(contribute(office, office.person(id), number, '雨'));
    office.at('2026-03-16T09:30');
    await done(askVoid(office, office.person('P901'), number, '示例'));
    await done(approveVoid(office, office.person('P911'), number));
    expect(await office.store.read((books) => books.draws.get(number))).toMatchObject({ state: 'void', absent: ['W3'] });
    expect(await publishVoidOutcomes(office)).toEqual([number]);
  });

  test('a result that exists is not thrown away', async () => {
    const office = await openOffice((await make()).store);
    const [row] = await settled(office);
    expect(await refused(askVoid(office, office.person('P901'), row?.draw ?? '', '不满意'))).toMatchObject({
      kind: 'wrong-state',
      state: 'settled',
    });
  });
});
