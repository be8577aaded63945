// What is written comes back as it was, field by field, on both databases.
import { expect, test } from 'vitest';
import type { ChangeRequest } from '../../src/domain/change-request.ts';
import type { Draw } from '../../src/domain/draw.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Publication } from '../../src/domain/publication.ts';
import type { DrawRecord } from '../../src/domain/record.ts';
import type { Task } from '../../src/domain/task.ts';
import type { Books, VersionedBook } from '../../src/store/books.ts';
import { withOneStore } from '../support/store.ts';
import * as samples from './samples.ts';

const { at, later } = samples;
const stamp = { at, by: 'P001', source: '示例.xlsx' };

withOneStore('a row comes back as it was written', (shared) => {
  const rosters = [
    ['people', samples.person],
    ['people', samples.barePerson],
    ['institutions', samples.institution],
    ['institutions', { ...samples.institution, id: 'I2', head: null, phone: null, licence: null, licenceUntil: null, risk: null }],
    ['matters', samples.matter],
    ['matters', { ...samples.matter, id: 'M2', publishedOn: null }],
    ['documents', samples.document],
    ['documents', { ...samples.document, id: 'D2', effectiveUntil: null, basis: null }],
  ] as const;

  test.each(rosters)('of the list of %s, with its history', async (kind, row) => {
    const { store } = shared();
    const change = { id: row.id, before: null, after: row };
    await store.work((books) => books[kind].apply([change as never], stamp));
    const [found, history] = await store.read(async (books) => [await books[kind].get(row.id), await books[kind].history(row.id)]);
    expect(found).toStrictEqual(row);
    expect(history).toStrictEqual([{ ...change, ...stamp }]);
  });

  type Versioned = 'tasks' | 'draws' | 'assignments' | 'problems' | 'publications' | 'imports' | 'changes' | 'measures';
  const voided = { by: 'P001', approvedBy: 'P002', at, reason: '误' };
  const versioned: readonly (readonly [Versioned, { readonly version: number }])[] = [
    ['tasks', samples.task],
    ['tasks', { ...samples.task, id: '2', lottery: null, methodReason: null, decision: null, draw: null } as Task],
    ['draws', samples.draw],
    ['draws', { ...samples.settled, number: '2' } as Draw],
    ['draws', { ...samples.draw, number: '3', state: 'void', voided } as Draw],
    ['assignments', samples.assignment],
    ['problems', samples.problem],
    ['problems', { ...samples.problem, id: '2', due: null, report: null, followUp: null } as Problem],
    ['publications', samples.publication],
    ['publications', { ...samples.publication, id: '2', approved: null, publishedOn: '2026-03-25' } as Publication],
    ['imports', samples.pendingImport],
    ['measures', samples.measure],
    ['measures', samples.bareMeasure],
    ['changes', samples.changeRequest],
    [
      'changes',
      {
        ...samples.changeRequest,
        id: '2',
        assignment: null,
        institution: null,
        person: null,
        before: null,
        above: null,
        decision: null,
        outcome: null,
      } as ChangeRequest,
    ],
  ];

  test.each(versioned)('of %s (%#)', async (name, row) => {
    const { store } = shared();
    const book = (books: Books) => books[name] as unknown as VersionedBook<typeof row>;
    const id = String('id' in row ? row.id : (row as Draw).number);
    await store.work((books) => book(books).add(row));
    expect(await store.read((books) => book(books).get(id))).toStrictEqual(row);
    expect(await store.read((books) => book(books).get('nobody'))).toBeNull();
  });

  test('of contributions and dice', async () => {
    const { store } = shared();
    await store.work(async (books) => {
      await books.draws.contribute(samples.contribution);
      await books.draws.type(samples.typedEntry);
    });
    const number = samples.draw.number;
    expect(await store.read((books) => books.draws.contributions(number))).toStrictEqual([samples.contribution]);
    expect(await store.read((books) => books.draws.typed(number))).toStrictEqual([samples.typedEntry]);
  });

  test('of the events of a draw, with which its record is read', async () => {
    const { store } = shared();
    const number = '2026-0009';
    await store.work(async (books) => {
      await books.draws.add({ ...samples.settled, number });
      await books.changes.addEvent(number, samples.drawEvent);
      await books.changes.addEvent('2026-0010', { ...samples.drawEvent, result: true });
    });
    const record = (await store.read((books) => books.draws.get(number)))?.record;
    expect(record).toStrictEqual({
      ...samples.settled.record,
      events: [samples.drawEvent],
      finalTeams: [{ object: samples.institution.id, team: [null, null] }],
    });
  });

  test('of a checkpoint with what was announced', async () => {
    const { store } = shared();
    await store.work((books) => books.checkpoints.add(samples.checkpoint));
    expect(await store.read((books) => books.checkpoints.get(3))).toStrictEqual(samples.checkpoint);
    expect(await store.read((books) => books.checkpoints.last())).toStrictEqual(samples.checkpoint);
    expect(await store.read((books) => books.checkpoints.ofDraw('2026-0003'))).toStrictEqual([samples.checkpoint]);
    expect(await store.read((books) => books.checkpoints.get(4))).toBeNull();
  });

  test('of what comes to a draw after its lock, each once', async () => {
    const { store } = shared();
    const drand = { draw: '2026-0003', round: 26_000_000, randomness: 'ab', signature: 'cd', from: null, by: 'P020', at } as const;
    const outcome = { draw: '2026-0003', record: samples.settled.record as DrawRecord, at };
    const said = { draw: '2026-0003', person: 'P020', verdict: 'disputed', words: '误', recordHash: 'ef', at } as const;
    const add = () =>
      store.work(async ({ beacons, outcomes, confirmations }) => [
        await beacons.add(drand),
        await outcomes.add(outcome),
        await confirmations.add(said),
        await confirmations.add({ ...said, verdict: 'confirmed', words: '', at: later(1) }),
      ]);
    expect(await add()).toEqual([true, true, true, true]);
    expect(await add()).toEqual([false, false, false, false]);
    const found = await store.read(async ({ beacons, outcomes, confirmations }) => [
      await beacons.get('2026-0003'),
      await outcomes.get('2026-0003'),
      await confirmations.ofDraw('2026-0003'),
      await beacons.get('nobody'),
    ]);
    expect(found).toStrictEqual([drand, outcome, [said, { ...said, verdict: 'confirmed', words: '', at: later(1) }], null]);
  });

  test('of staged changes, in the order of the file', async () => {
    const { store } = shared();
    const changes = [3, 1, 2].map((n) => ({ id: `P${n}`, before: null, after: { ...samples.person, id: `P${n}` } }));
    await store.work((books) => books.imports.stage('I1', 'people', changes.slice(0, 2)));
    await store.work((books) => books.imports.stage('I1', 'people', changes.slice(2)));
    expect(await store.read((books) => books.imports.staged('I1', 'people'))).toStrictEqual(changes);
    await store.work((books) => books.imports.dropStaged('I1'));
    expect(await store.read((books) => books.imports.staged('I1', 'people'))).toStrictEqual([]);
  });

  test('of the inbox, whatever is in the body', async () => {
    const { store } = shared();
    const body = { text: '\u0000 "\\ 🀄', nested: [null, { $at: 'not a date' }, { $$at: at }, { at }] };
    const event = { key: 'feishu:om_1', chat: 'oc_1', body, receivedAt: at };
    await store.work((books) => books.inbox.take(event));
    expect(await store.read((books) => books.inbox.get(event.key))).toStrictEqual({ ...event, state: 'waiting', tries: 0 });
  });

  test('of the outbox', async () => {
    const { store } = shared();
    const notice = { face: 'assignment', about: '2026-03-01', extra: { page: 2, names: ['甲', '乙'], none: null } } as const;
    const message = {
      key: 'k1',
      to: { kind: 'person', person: 'P007' },
      notice,
      replyTo: 'om_1',
      notBefore: later(1),
      madeAt: at,
    } as const;
    await store.work((books) => books.outbox.add(message));
    const waiting = { ...message, state: 'waiting', tries: 0, trouble: null, message: null, sentAt: null };
    expect(await store.read((books) => books.outbox.get('k1'))).toStrictEqual(waiting);
    await store.work((books) => books.outbox.sent('k1', 'om_2', later(2)));
    const sent = { ...waiting, state: 'sent', message: 'om_2', sentAt: later(2) };
    expect(await store.read((books) => books.outbox.byMessage('om_2'))).toStrictEqual(sent);
  });

  test('of the ledger', async () => {
    const { store } = shared();
    const note = { what: 'draw-locked', by: 'P001', about: '2026-0003', facts: { n: 3, ok: true, none: null } } as const;
    const entry = await store.work((books) => books.ledger.add(note, at));
    expect(entry).toMatchObject({ seq: 1, at, prev: '0'.repeat(64), payload: { ...note, at: at.toISOString() } });
    expect(await store.read((books) => books.ledger.about('2026-0003'))).toStrictEqual([entry]);
  });

  test('of the journal, line by line', async () => {
    const { store } = shared();
    const bare = {
      ...samples.journalEntry,
      id: 'BL2026-0002',
      institution: null,
      assignment: null,
      task: '2026-03',
      proof: [],
      guidance: null,
    };
    await store.work(async (books) => {
      await books.journal.add(samples.journalEntry);
      await books.journal.add(bare);
    });
    await store.read(async (books) => {
      expect(await books.journal.ofInstitution(samples.institution.id)).toStrictEqual([samples.journalEntry]);
      expect(await books.journal.nextId(2026)).toBe('BL2026-0003');
    });
  });

  test('of codes, groups, small facts and evidence', async () => {
    const { store } = shared();
    const code = { hash: 'h', person: 'P007', madeBy: 'P001', expiresAt: later(10), usedAt: null };
    const group = { platform: 'feishu', chat: 'oc_1', name: '公示群', isAnnouncing: false, addedAt: at } as const;
    const proof = { id: 'E1', assignment: null, by: 'P007', at, fileName: '照片.jpg', sha256: 'aa', bytes: 12_345 };
    await store.work(async (books) => {
      await books.bindings.add(code);
      await books.groups.put(group);
      await books.notes.put('site', 'https://example.invalid');
      await books.evidence.add(proof);
    });
    await store.read(async (books) => {
      expect(await books.bindings.find('h')).toStrictEqual(code);
      expect(await books.groups.all()).toStrictEqual([group]);
      expect(await books.notes.get('site')).toBe('https://example.invalid');
      expect(await books.evidence.get('E1')).toStrictEqual(proof);
    });
  });
});
