// 批准公示: a head lets a result out; with the last of a task the task is published, and finished if nothing is left to put right (Art. 14).
import type { Person } from '../domain/person.ts';
import type { Publication } from '../domain/publication.ts';
import { published } from '../domain/publication-rules.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { endWhatIsOver } from './ending.ts';
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
    const { state } = await endWhatIsOver(books, task);
    await books.ledger.add({ what: 'publication-approved', by: by.id, about: id, facts: { task: task.id, taskState: state } }, at);
    await tell(books, at, 'approved', [{ to: people([row.proposed.by]), face: 'publication', about: id }]);
    return ok(row);
  });
}
