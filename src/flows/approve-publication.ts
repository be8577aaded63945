// 批准公示: a head lets a result out; when the last of a task is out, the task is published (Art. 14).
import type { Person } from '../domain/person.ts';
import type { Publication } from '../domain/publication.ts';
import { isAllPublished, published } from '../domain/publication-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Publishes what somebody else proposed. */
export function approvePublication(office: Office, by: Person, id: string, version: number): Answer<Publication> {
  return change(office, by, 'approve-publication', async (books, at) => {
    const before = await books.publications.get(id);
    const task = before && (await books.tasks.get(before.task));
    if (!before || !task) return notFound('publication', id);
    const next = published(before, version, { by: by.id, at, words: '' }, office.rules.office.site);
    if (!next.ok) return next;
    const row = await books.publications.replace(next.value);
    const isWhole = isAllPublished(await books.assignments.ofTask(task.id), await books.publications.ofTask(task.id));
    if (isWhole && task.state === 'inspecting') await books.tasks.replace({ ...task, state: 'published' });
    await books.ledger.add({ what: 'publication-approved', by: by.id, about: id, facts: { task: task.id, isTaskPublished: isWhole } }, at);
    await tell(books, at, 'approved', [{ to: people([row.proposed.by]), face: 'publication', about: id }]);
    return ok(row);
  });
}
