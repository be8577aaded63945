// 批准或退回任务: a head decides, never about a task of his own.
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import type { Task, TaskId } from '../domain/task.ts';
import { decided, type Verdict } from '../domain/task-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { people, tell } from './tell.ts';

/** Approves a pending task, or sends it back with words; its maker hears of it. */
export function decideTask(office: Office, by: Person, id: TaskId, version: number, verdict: Verdict): Answer<Task> {
  return change(office, by, 'approve-task', async (books, at) => {
    const task = await books.tasks.get(id);
    if (!task) return notFound('task', id);
    const next = decided(task, version, verdict, { by: by.id, at, words: verdict.words.trim() });
    if (!next.ok) return next;
    const row = await books.tasks.replace(next.value);
    await books.ledger.add({ what: verdict.approve ? 'task-approved' : 'task-refused', by: by.id, about: id }, at);
    await tell(books, at, `decided:${row.version}`, [{ to: people([row.madeBy]), face: 'task', about: id }]);
    return ok(row);
  });
}
