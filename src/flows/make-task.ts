// 新建任务: an operator's draft, checked as a whole, goes to every head (Art. 5, 12).
import { dayOf } from '../domain/day.ts';
import { lotteryPlan } from '../domain/lottery.ts';
import type { Person } from '../domain/person.ts';
import { ok } from '../domain/result.ts';
import type { Task } from '../domain/task.ts';
import { checkDraft, type TaskDraft } from '../domain/task-rules.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, tell } from './tell.ts';

/**
 * Makes a task in state `pending`. Without an owner it belongs to the home unit (Art. 6). `form` names the form it came
 * from: sent a second time, because its answer was lost, one form makes no second task and answers with the first. Filled
 * anew under another title, it is another task: whoever was told of success must find what he wrote.
 */
export function makeTask(office: Office, by: Person, draft: TaskDraft, form: string | null = null): Answer<Task> {
  return change(office, by, 'make-task', async (books, at) => {
    const made = form === null ? null : await books.notes.get(madeFrom(form));
    const before = made === null ? null : await books.tasks.get(made);
    if (before && before.title === draft.title.trim()) return ok(before);
    const today = dayOf(at);
    const checked = checkDraft(
      { ...draft, ownerUnit: draft.ownerUnit.trim() || office.rules.homeUnit },
      {
        today,
        maker: by.id,
        categories: office.rules.categories,
        document: draft.document === '' ? null : await books.documents.get(draft.document),
        matters: await books.matters.all(),
        people: await books.people.byRole('witness'),
      },
    );
    if (!checked.ok) return checked;
    const lottery = lotteryPlan(draft.mode, draft.lottery, office.rules, at);
    if (!lottery.ok) return lottery;
    const id = await books.tasks.nextId(Number(today.slice(0, 4)));
    const task: Task = {
      ...checked.value,
      lottery: lottery.value,
      id,
      state: 'pending',
      madeBy: by.id,
      madeAt: at,
      decision: null,
      draw: null,
      version: 1,
    };
    await books.tasks.add(task);
    if (form !== null) await books.notes.put(madeFrom(form), id);
    await books.ledger.add({ what: 'task-made', by: by.id, about: id, facts: { document: task.document, mode: task.mode } }, at);
    await tell(books, at, 'made', [{ to: people(await holders(books, 'head', [by.id])), face: 'task', about: id }]);
    return ok(task);
  });
}

function madeFrom(form: string): string {
  return `task-made-from:${form}`;
}
