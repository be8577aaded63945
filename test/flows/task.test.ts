// Making and deciding a task: what is refused, what a second press does.
import { expect, test } from 'vitest';
import type { TaskDraft } from '../../src/domain/task-rules.ts';
import { decideTask } from '../../src/flows/decide-task.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { county, done, openOffice, refused, sampleDraft, sampleMatter, taskNow } from '../support/office.ts';
import { withStores } from '../support/store.ts';

withStores('a task', (make) => {
  test.each<[string, Partial<TaskDraft>, object]>([
    ['without a title or items', { title: ' ', matters: [] }, { kind: 'missing-fields', names: ['title', 'matters'] }],
    ['all on paper without a reason', { methods: ['written'] }, { kind: 'missing-fields', names: ['methodReason'] }],
    ['with a title that is too long', { title: '长'.repeat(61) }, { kind: 'text-too-long', max: 60 }],
    ['with a mode that has no beacon yet', { mode: 'drand' }, { kind: 'bad-field', name: 'mode' }],
    ['with the same category twice', { categories: ['lawfirm', 'lawfirm'] }, { kind: 'bad-field', name: 'categories' }],
    ['with a category nobody supervises', { categories: ['school'] }, { kind: 'bad-field', name: 'categories' }],
    ['with a day that does not exist', { to: '2026-02-30' }, { kind: 'bad-field', name: 'to' }],
    ['with its window backwards', { from: '2026-04-10', to: '2026-03-18' }, { kind: 'window-backwards' }],
    ['that begins in the past', { from: '2026-03-15' }, { kind: 'window-in-the-past', day: '2026-03-15' }],
    ['under a document that is not there', { document: '西司文〔2026〕9号' }, { kind: 'not-found', what: 'document' }],
    ['with an item of another category', { categories: ['lawfirm'] }, { kind: 'bad-field', name: 'matters' }],
    ['with an item nobody knows', { matters: ['M99'] }, { kind: 'not-found', what: 'matter', id: 'M99' }],
    ['with a category that has no item', { matters: ['M01', 'M02'] }, { kind: 'no-matter', category: 'grassroots' }],
    ['with an unpublished item', { matters: ['M01', 'M02', 'M03', 'M04'] }, { kind: 'unpublished-matter', matter: 'M04' }],
    ['with one witness', { witnesses: ['P921'] }, { kind: 'too-few-witnesses', need: 2, have: 1 }],
    ['with a witness without the role', { witnesses: ['P921', 'P001'] }, { kind: 'bad-field', name: 'witnesses' }],
  ])('%s is refused and leaves nothing behind', async (_, change, problem) => {
    const lists = county();
    const { store } = await make();
    const office = await openOffice(store, {
      ...lists,
      matters: [...lists.matters, { ...sampleMatter('M04', 'lawfirm'), publishedOn: null }],
    });
    expect(await refused(makeTask(office, office.person('P901'), sampleDraft(change)))).toMatchObject(problem);
    expect(await store.read((books) => books.tasks.all())).toEqual([]);
    expect((await store.read((books) => books.ledger.head())).seq).toBe(0);
  });
});

withStores('deciding a task', (make) => {
  test('the wrong role is refused with the roles that may, before anything is read', async () => {
    const office = await openOffice((await make()).store);
    expect(await refused(makeTask(office, office.person('P911'), sampleDraft()))).toEqual({
      kind: 'not-allowed',
      verb: 'make-task',
      needs: ['operator'],
    });
  });

  test('a head does not decide about his own task, and is not asked to', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const both = office.person('P912');
    const task = await done(makeTask(office, both, sampleDraft()));
    expect(await refused(decideTask(office, both, task.id, 1, { approve: true, words: '' }))).toEqual({ kind: 'own-request' });
    expect(await store.read((books) => books.outbox.get(`task:${task.id}:made:P911`))).not.toBeNull();
    expect(await store.read((books) => books.outbox.get(`task:${task.id}:made:P912`))).toBeNull();
  });

  test('sending back needs words; a second press changes nothing', async () => {
    const office = await openOffice((await make()).store);
    const head = office.person('P911');
    const task = await done(makeTask(office, office.person('P901'), sampleDraft()));
    const no = { approve: false, words: ' ' };
    expect(await refused(decideTask(office, head, task.id, 1, no))).toEqual({ kind: 'missing-fields', names: ['words'] });
    await done(decideTask(office, head, task.id, 1, { approve: false, words: '请改时间' }));
    expect(await refused(decideTask(office, head, task.id, 1, { approve: true, words: '' }))).toEqual({ kind: 'already-done' });
    expect(await taskNow(office, task.id)).toMatchObject({ state: 'refused', version: 2, decision: { words: '请改时间' } });
  });

  test('a card of an older version is stale; a task nobody knows is not found', async () => {
    const office = await openOffice((await make()).store);
    const head = office.person('P911');
    const task = await done(makeTask(office, office.person('P901'), sampleDraft()));
    expect(await refused(decideTask(office, head, task.id, 7, { approve: true, words: '' }))).toEqual({ kind: 'stale' });
    expect(await refused(decideTask(office, head, '2026-99', 1, { approve: true, words: '' }))).toMatchObject({ kind: 'not-found' });
  });

  test('of two heads who decide at once, one decides', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const task = await done(makeTask(office, office.person('P901'), sampleDraft()));
    const answers = await Promise.all([
      decideTask(office, office.person('P911'), task.id, 1, { approve: true, words: '' }),
      decideTask(office, office.person('P912'), task.id, 1, { approve: false, words: '不行' }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const problem = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.kind]));
    expect(['stale', 'already-done']).toContain(problem[0]);
    expect((await store.read((books) => books.ledger.about(task.id))).map((entry) => entry.payload.what)).toHaveLength(2);
  });
});
