// The year in numbers, as text and as a chart.

import type { Outcome } from '../../domain/assignment.ts';
import { OUTCOMES } from '../../domain/assignment.ts';
import type { Category } from '../../domain/person.ts';
import { OUTCOME_WORDS } from '../../words/inspections.ts';
import { called } from '../../words/names.ts';
import { facts, faint, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `statistics` card is made of. */
export interface StatisticsFacts {
  readonly year: number;
  readonly rows: readonly {
    readonly category: Category;
    readonly institutions: number;
    readonly drawn: number;
    readonly visited: number;
    readonly withProblems: number;
    readonly published: number;
  }[];
  readonly draws: { readonly settled: number; readonly void: number; readonly needed: number };
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly rectifications: { readonly open: number; readonly late: number; readonly corrected: number };
  readonly names: Names;
}

/** The `statistics` card. */
export function statisticsFace(shown: StatisticsFacts): Card {
  const { year, rows, draws, rectifications } = shown;
  const sum = (of: 'drawn' | 'visited' | 'withProblems' | 'published'): number => rows.reduce((total, row) => total + row[of], 0);
  const outcome = say('statistics.sum', { year, drawn: sum('drawn'), visited: sum('visited'), published: sum('published') });
  return {
    title: say('statistics.title', { year }),
    preview: outcome,
    blocks: [
      text(outcome),
      facts(
        ['有效抽签', say('statistics.draws', draws), draws.settled < draws.needed ? 'todo' : 'done'],
        ['作废抽签', `${draws.void} 次`],
        ['查出问题', `${sum('withProblems')} 家`],
        ['待整改', `${rectifications.open} 个问题`],
        ['整改逾期', rectifications.late === 0 ? '没有' : `${rectifications.late} 个`, rectifications.late === 0 ? undefined : 'late'],
        ['已改正', `${rectifications.corrected} 个`],
      ),
      ...(rows.length === 0 ? [faint(say('statistics.none'))] : [byCategory(shown), table(shown)]),
      ...outcomes(shown),
    ],
  };
}

function byCategory({ rows, names }: StatisticsFacts): Block {
  return {
    kind: 'chart',
    title: '各类机构：抽中、已查、已公示（家）',
    type: 'bar',
    points: rows.flatMap((row) => [
      { label: called(names, row.category), series: '抽中', value: row.drawn },
      { label: called(names, row.category), series: '已查', value: row.visited },
      { label: called(names, row.category), series: '已公示', value: row.published },
    ]),
  };
}

function table({ rows, names }: StatisticsFacts): Block {
  return {
    kind: 'table',
    columns: [
      { name: 'category', label: '类别' },
      { name: 'institutions', label: '在册', numeric: true },
      { name: 'drawn', label: '抽中', numeric: true },
      { name: 'visited', label: '已查', numeric: true },
      { name: 'problems', label: '有问题', numeric: true },
      { name: 'published', label: '已公示', numeric: true },
    ],
    rows: rows.map((row) => ({
      category: called(names, row.category),
      institutions: String(row.institutions),
      drawn: String(row.drawn),
      visited: String(row.visited),
      problems: String(row.withProblems),
      published: String(row.published),
    })),
  };
}

function outcomes({ outcomes: counts }: StatisticsFacts): readonly Block[] {
  const shown = OUTCOMES.filter((outcome) => (counts[outcome] ?? 0) > 0);
  return shown.length === 0
    ? []
    : [text(`处理：${shown.map((outcome) => `${OUTCOME_WORDS[outcome]} ${counts[outcome] ?? 0}`).join('，')}`)];
}
