// The form of a new task as an operator fills it in, for tests in which the task itself is not the question.
import type { Office } from '../../src/flows/office.ts';
import type { Form } from './player.ts';

/** Everything the office supervises, on the first document, witnessed by P004 and P005; `categories` narrows it, with the items that go with them. */
export async function taskForm(
  { store }: Pick<Office, 'store'>,
  { categories = ['lawfirm', 'notary', 'grassroots'], ...change }: Form & { readonly categories?: readonly string[] } = {},
): Promise<Form> {
  const [documents, matters] = await store.read(async (books) => [await books.documents.all(), await books.matters.all()] as const);
  return {
    title: '示例抽查',
    kind: 'unified',
    categories,
    document: documents[0]?.id ?? '',
    matters: matters.filter(({ category }) => categories.includes(category)).map(({ id }) => id),
    methods: ['onsite'],
    methodReason: '',
    from: '2026-03-17',
    to: '2026-04-30',
    mode: 'witness',
    witnesses: ['P004', 'P005'],
    ...change,
  };
}
