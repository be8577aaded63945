// The tasks, newest first.

import type { Task } from '../../domain/task.ts';
import { sayDays } from '../../words/days.ts';
import { calledAll } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, faint, main, pager, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { taskState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `tasks` card is made of. */
export interface TasksFacts {
  readonly tasks: readonly Task[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly names: Names;
  readonly may: May;
}

/** The `tasks` card. */
export function tasksFace({ tasks, total, page, pages, names, may }: TasksFacts): Card {
  const count = say('tasks.count', { total });
  const rows: readonly Block[] = [
    {
      kind: 'rows',
      rows: tasks.map((task) => ({
        title: `${taskState(task.state).word} · ${task.title}`,
        detail: `${task.id}，${calledAll(names, task.categories)}，${sayDays(task.from, task.to)}`,
        tone: taskState(task.state).tone,
        button: button('查看', act('show-task', task.id)),
      })),
    },
  ];
  return {
    title: say('tasks.title'),
    ...(pages > 1 ? { subtitle: `第 ${page} / ${pages} 页` } : {}),
    preview: count,
    blocks: [
      text(total === 0 ? say('tasks.none') : count),
      ...(tasks.length === 0 ? [] : rows),
      ...(total === 0 && may.includes('new-task') ? [faint(say('tasks.first'))] : []),
      ...buttons(may, main('新建任务', act('new-task')), ...pager(page, pages, (to) => act('show-tasks', '', undefined, { page: to }))),
    ],
  };
}
