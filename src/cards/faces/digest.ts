// The day's reminders for one person, on one card.

import type { Day } from '../../domain/day.ts';
import { sayDay } from '../../words/days.ts';
import { act } from '../acts.ts';
import { button, buttons, strong, text } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { WorkItem } from '../facts.ts';
import { isLate } from '../tones.ts';
import { say } from '../words.ts';
import { byUrgency, workRow } from '../work-rows.ts';

/** What the `digest` card is made of. */
export interface DigestFacts {
  readonly name: string;
  readonly today: Day;
  readonly items: readonly WorkItem[];
}

/** The `digest` card. */
export function digestFace({ name, today, items }: DigestFacts): Card {
  const late = items.filter(({ due }) => isLate(due)).length;
  const ask = say('digest.ask', { name, count: items.length, late, isLate: late > 0 });
  return {
    title: say('digest.title'),
    subtitle: sayDay(today),
    state: late > 0 ? { word: `逾期 ${late} 件`, tone: 'late' } : { word: '待办', tone: 'todo' },
    preview: ask,
    blocks: [text(ask), ...groups(items), ...buttons(null, button('看全部待办', act('show-work')))],
  };
}

/** Working days left; work without a day has all the time. */
function left({ due }: WorkItem): number {
  return due?.workingDays ?? Number.POSITIVE_INFINITY;
}

/** Late, today, soon (three working days), later or without a day: each group that is not empty, under its heading. */
function groups(items: DigestFacts['items']): readonly Block[] {
  const all: readonly (readonly [string, (item: WorkItem) => boolean])[] = [
    ['已逾期', (item) => left(item) < 0],
    ['今天到期', (item) => left(item) === 0],
    ['三个工作日内', (item) => left(item) > 0 && left(item) <= 3],
    ['以后', (item) => left(item) > 3 && item.due !== null],
    ['没有期限', (item) => item.due === null],
  ];
  return all.flatMap(([heading, isIn]) => {
    const rows = byUrgency(items.filter(isIn)).map(workRow);
    return rows.length === 0 ? [] : [strong(`${heading}（${rows.length}）`), { kind: 'rows' as const, rows }];
  });
}
