// Making and deciding a task: what is refused, what a second press does.
import { expect, test } from 'vitest';
import { decideTask } from '../../src/flows/decide-task.ts';
import { makeTask } from '../../src/flows/make-task.ts';
import { done, openOffice, refused, sampleDraft, taskNow } from '../support/office.ts';
import { withStores } from '../support/store.ts';

withStores('making a task', (make) => {
  test('what is refused leaves nothing behind', async () => {
    const { store } = await make();
    const office = await openOffice(store);
    const answer = makeTask(office, office.person('P901'), sampleDraft({ from: '2026-03-15' }));
    expect(await refused(answer)).toEqual({ kind: 'window-in-the-past', day: '2026-03-15' });
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

  test('one form sent twice makes one task; filled anew under another title, another', async () => {
    const office = await openOffice((await make()).store);
    const send = (title: string) => done(makeTask(office, office.person('P901'), sampleDraft({ title }), 'feishu:om_1'));
    const first = await send('示例第一次抽查');
    expect((await send('示例第一次抽查')).id).toBe(first.id);
    const second = await send('示例第二次抽查');
    expect([second.id, second.title]).toEqual(['2026-02', '示例第二次抽查']);
    expect((await send('示例第二次抽查')).id).toBe(second.id);
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
