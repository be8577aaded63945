// What a draft of a task must have; each refusal by itself.
import { expect, test } from 'vitest';
import { checkDraft, type TaskDraft } from '../../src/domain/task-rules.ts';
import { county, sampleDraft, sampleMatter } from '../support/office.ts';
import { SAMPLE_RULES } from '../support/samples.ts';

function check(change: Partial<TaskDraft>) {
  const lists = county();
  const draft = sampleDraft({ ownerUnit: '公共法律服务股', ...change });
  return checkDraft(draft, {
    today: '2026-03-16',
    maker: 'P901',
    categories: SAMPLE_RULES.categories,
    document: lists.documents.find((one) => one.id === draft.document) ?? null,
    matters: [...lists.matters, { ...sampleMatter('M04', 'lawfirm'), publishedOn: null }],
    people: lists.people,
  });
}

test('a full draft passes, its texts trimmed', () => {
  expect(check({ title: ' 示例 ' })).toMatchObject({ ok: true, value: { title: '示例', methodReason: null } });
});

test.each<[string, Partial<TaskDraft>, object]>([
  ['without a title or items', { title: ' ', matters: [] }, { kind: 'missing-fields', names: ['title', 'matters'] }],
  ['all on paper without a reason', { methods: ['written'] }, { kind: 'missing-fields', names: ['methodReason'] }],
  ['with a title that is too long', { title: '长'.repeat(61) }, { kind: 'text-too-long', max: 60 }],
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
])('a draft %s is refused', (_, change, problem) => {
  expect(check(change)).toMatchObject({ ok: false, problem });
});
