// The findings form, a few check points a page; nothing is pre-filled.

import type { Assignment } from '../../domain/assignment.ts';
import type { Day } from '../../domain/day.ts';
import { dayOf } from '../../domain/day.ts';
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Task } from '../../domain/task.ts';
import { sayDay } from '../../words/days.ts';
import { METHOD_WORDS, OUTCOME_WORDS, POINT_RESULT_WORDS } from '../../words/inspections.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, entry, faint, form, main, options, text, textField, warning } from '../blocks.ts';
import type { Block, Card, Field } from '../card.ts';
import type { CheckPoint } from '../check-points.ts';
import { findingAt, findingsPages, openPoints, POINTS_PER_PAGE, pointFields, pointsOnPage } from '../check-points.ts';
import type { Filled, May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `findings` card is made of. */
export interface FindingsFacts {
  readonly assignment: Assignment;
  readonly institution: Pick<Institution, 'id' | 'name'>;
  readonly task: Pick<Task, 'id' | 'title' | 'methods'>;
  /** The task's items of this category, in the order of the list: they and `page` say which points are shown. */
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'points'>[];
  /** 1-based; the last page (`findingsPages`) asks for day, method, outcome and summary. */
  readonly page: number;
  /** Rectification day to propose. */
  readonly rectifyBy: Day | null;
  readonly photos: number;
  readonly today: Day;
  readonly may: May;
}

/** The `findings` card. */
export function findingsFace(shown: FindingsFacts): Card {
  const { assignment, institution, matters, page, photos } = shown;
  const pages = findingsPages(matters);
  const isLast = page >= pages;
  const ask = say(isLast ? 'findings.ask-last' : 'findings.ask', { institution: institution.name });
  return {
    title: institution.name,
    subtitle: `检查情况 第 ${page} / ${pages} 页`,
    state: { word: '检查中', tone: 'doing' },
    preview: ask,
    blocks: [
      text(ask),
      ...(isLast ? lastPage(shown) : pointsPage(shown)),
      faint(say('findings.photos', { photos })),
      ...buttons(null, ...(page > 1 ? [button('上一页', act('show-findings', assignment.id, undefined, { page: page - 1 }))] : [])),
    ],
  };
}

function pointsPage(shown: FindingsFacts): readonly Block[] {
  const { assignment, matters, page, may } = shown;
  return form(
    may,
    'points',
    pointsOnPage(matters, page).flatMap((point, index, all) => pointEntries(shown, point, all[index - 1]?.matter !== point.matter)),
    main('保存，下一页', act('save-findings', assignment.id, assignment.version, { page })),
  );
}

type FormEntry = Extract<Block, { kind: 'form' }>['fields'][number];

/** One check point: its text, its result (nothing chosen beforehand), its words. What was saved before is put in again. */
function pointEntries({ assignment }: FindingsFacts, point: CheckPoint, isFirst: boolean): readonly FormEntry[] {
  const saved = findingAt(assignment.draft, point);
  const names = pointFields(point);
  const values: Filled = saved === null ? {} : { [names.result]: saved.result, [names.words]: saved.words };
  return [
    { kind: 'heading', text: `${point.number}. ${point.text}`, ...(isFirst ? { hint: point.matterName } : {}) },
    {
      kind: 'choice',
      name: names.result,
      label: '结果',
      required: true,
      options: options(POINT_RESULT_WORDS),
      placeholder: '请选择',
      ...entry(values, names.result),
    },
    textField(names.words, '情况', {
      required: false,
      lines: 2,
      max: 500,
      placeholder: '存在问题、未检查的，写明情况',
      ...entry(values, names.words),
    }),
  ];
}

function lastPage(shown: FindingsFacts): readonly Block[] {
  const { assignment, matters, may } = shown;
  const open = openPoints(matters, assignment.draft);
  if (open.length > 0) return unanswered(shown, open);
  const isFound = assignment.draft.some(({ result }) => result === 'problem');
  const isUnchecked = assignment.draft.some(({ result }) => result === 'unchecked');
  return form(
    may,
    'conclusion',
    conclusion(shown, isFound, isUnchecked),
    asked('提交检查情况', act('submit-findings', assignment.id, assignment.version), {
      title: say('findings.submit-title'),
      text: say('findings.submit-confirm'),
    }),
  );
}

/** Instead of the last page while check points are unanswered: how many, and a way to each page that has some. */
function unanswered({ assignment }: FindingsFacts, open: readonly CheckPoint[]): readonly Block[] {
  const pages = [...new Set(open.map(({ number }) => Math.ceil(number / POINTS_PER_PAGE)))];
  return [
    warning(say('findings.open', { count: open.length })),
    ...buttons(null, ...pages.slice(0, 8).map((to) => button(`第 ${to} 页`, act('show-findings', assignment.id, undefined, { page: to })))),
  ];
}

function conclusion({ assignment, task, rectifyBy, today }: FindingsFacts, isFound: boolean, isUnchecked: boolean): readonly Field[] {
  const visited = assignment.startedAt === null ? today : dayOf(assignment.startedAt);
  const [only, ...others] = task.methods;
  const values: Filled = { visitedOn: visited, ...(only !== undefined && others.length === 0 ? { method: only } : {}) };
  const methods = task.methods.map((method) => ({ value: method, label: METHOD_WORDS[method] }));
  return [
    { kind: 'day', name: 'visitedOn', label: '检查日期', required: true, ...entry(values, 'visitedOn') },
    { kind: 'choice', name: 'method', label: '检查方式', required: true, options: methods, ...entry(values, 'method') },
    ...(isFound ? consequences(rectifyBy) : isUnchecked ? [unmade()] : []),
    textField('summary', '检查小结', { lines: 3, max: 1000, placeholder: '查了什么、发现什么、当场怎么说的' }),
  ];
}

/** The visit could not be made: why, if the institution is why. */
function unmade(): Field {
  const { unreachable, uncooperative } = OUTCOME_WORDS;
  return {
    kind: 'choice',
    name: 'outcome',
    label: '未能检查的处理意见',
    required: false,
    options: options({ unreachable, uncooperative }),
  };
}

function consequences(rectifyBy: Day | null): readonly Field[] {
  const label = rectifyBy === null ? '整改期限' : `整改期限（一般到${sayDay(rectifyBy)}）`;
  return [
    { kind: 'choice', name: 'outcome', label: '处理意见', required: true, options: options(OUTCOME_WORDS) },
    { kind: 'day', name: 'rectifyBy', label, required: false, placeholder: '要整改的必填' },
  ];
}
