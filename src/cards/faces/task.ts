// One task: its facts, how far it has come, and the decision if one is due.

import type { AssignmentState } from '../../domain/assignment.ts';
import { ASSIGNMENT_STATES } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import type { Draw } from '../../domain/draw.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Task } from '../../domain/task.ts';
import { sayDay, sayDays, sayLeft, sayTime } from '../../words/days.ts';
import { MODE_WORDS, TASK_KIND_WORDS } from '../../words/draws.ts';
import { sayMethods } from '../../words/inspections.ts';
import { called, calledAll } from '../../words/names.ts';
import { ASSIGNMENT_STATE_WORDS, DRAW_STATE_WORDS } from '../../words/states.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, form, main, strong, text, textField } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';
import { isLate, taskState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `task` card is made of. */
export interface TaskFacts {
  readonly task: Task;
  readonly matters: readonly Pick<Matter, 'id' | 'name'>[];
  readonly draw: Pick<Draw, 'number' | 'state'> | null;
  /** How many assignments stand in each state; empty before the draw. */
  readonly progress: Readonly<Partial<Record<AssignmentState, number>>>;
  /** The first day of the visits. */
  readonly start: Due;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
  /** Why the last press was not done, if it was not. */
}

/** The `task` card. */
export function taskFace(shown: TaskFacts): Card {
  const { task, may, draw } = shown;
  const ask = question(shown);
  const about = [task.id, task.version] as const;
  return {
    title: say('task.title', { id: task.id }),
    subtitle: task.title,
    state: taskState(task.state),
    preview: say('task.preview', { title: task.title, ask }),
    blocks: [
      text(ask),
      ...taskFacts(shown),
      ...progress(shown),
      ...buttons(
        may,
        main('批准', act('approve-task', ...about)),
        asked('封签', act('lock-draw', ...about), { title: say('task.lock-title'), text: say('task.lock-confirm') }),
        main('批准全部检查', act('approve-visits', ...about)),
        button('推演', act('forecast-draw', task.id)),
        button('看抽签', act('show-draw', draw?.number ?? '')),
      ),
      ...form(
        may,
        'refuse',
        [textField('words', '退回的理由', { lines: 2, placeholder: '经办人会看到' })],
        button('退回', act('refuse-task', ...about)),
      ),
    ],
  };
}

function question({ task, may, start, names }: TaskFacts): string {
  const when = { day: sayDay(start.day), left: sayLeft(start.workingDays) };
  const isToday = start.workingDays === 0;
  if (may.includes('approve-task')) {
    return isLate(start) ? say('task.ask-approve-late', when) : say(isToday ? 'task.ask-approve-today' : 'task.ask-approve', when);
  }
  if (may.includes('lock-draw')) return say(isToday ? 'task.ask-lock-today' : 'task.ask-lock', when);
  if (may.includes('approve-visits')) return say(isToday ? 'task.ask-visits-today' : 'task.ask-visits', when);
  if (task.state === 'pending') return say('task.waiting');
  if (task.state === 'refused' && task.decision !== null) {
    return say('task.refused', { by: called(names, task.decision.by), words: task.decision.words });
  }
  return say('task.as-it-is', { from: sayDays(task.from, task.to) });
}

function taskFacts({ task, matters, draw, names }: TaskFacts): readonly Block[] {
  const { decision } = task;
  return [
    facts(
      ['检查对象', calledAll(names, task.categories)],
      ['检查时间', sayDays(task.from, task.to)],
      ['比例频次文件', called(names, task.document)],
      ['检查方式', sayMethods(task.methods)],
      ['末项', MODE_WORDS[task.mode]],
      ['开奖', task.lottery === null ? null : `${task.lottery.game}第 ${task.lottery.issue} 期，${sayTime(task.lottery.drawnAt)}`],
      ['见证人', calledAll(names, task.witnesses)],
    ),
    {
      kind: 'fold',
      title: say('task.more', { matters: matters.length }),
      blocks: [
        ...matters.map(({ name }, index) => text(`${index + 1}. ${name}`)),
        facts(
          ['抽查类型', TASK_KIND_WORDS[task.kind]],
          ['书面检查的理由', task.methodReason],
          ['牵头单位', task.ownerUnit],
          ['经办', `${called(names, task.madeBy)}，${sayTime(task.madeAt)}`],
          ['审批', decision === null || task.state === 'refused' ? null : `${called(names, decision.by)}，${sayTime(decision.at)}`],
          ['抽签', draw === null ? null : `${draw.number}，${DRAW_STATE_WORDS[draw.state]}`],
        ),
      ],
    },
  ];
}

function progress({ progress: counts }: TaskFacts): readonly Block[] {
  const shown = ASSIGNMENT_STATES.filter((state) => (counts[state] ?? 0) > 0);
  if (shown.length === 0) return [];
  return [strong('检查进度'), text(shown.map((state) => `${ASSIGNMENT_STATE_WORDS[state]} ${counts[state] ?? 0}`).join(' · '))];
}
