// What waits for this person, the latest first.

import type { Day } from '../../domain/day.ts';
import { sayDay } from '../../words/days.ts';
import { act } from '../acts.ts';
import { button, buttons, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { WorkItem } from '../facts.ts';
import { isLate } from '../tones.ts';
import { say } from '../words.ts';
import { byUrgency, workRow } from '../work-rows.ts';

/** What the `my-work` card is made of. */
export interface MyWorkFacts {
  readonly name: string;
  readonly today: Day;
  readonly items: readonly WorkItem[];
}

/** The `my-work` card. */
export function myWorkFace({ name, today, items }: MyWorkFacts): Card {
  const late = items.filter(({ due }) => isLate(due)).length;
  const ask = items.length === 0 ? say('my-work.none') : say('my-work.count', { name, count: items.length, late, isLate: late > 0 });
  return {
    title: say('my-work.title'),
    subtitle: sayDay(today),
    ...(late > 0 ? { state: { word: `逾期 ${late} 件`, tone: 'late' } as const } : {}),
    preview: ask,
    blocks: [
      text(ask),
      ...(items.length === 0
        ? buttons(null, button('帮助', act('show-help')))
        : [{ kind: 'rows' as const, rows: byUrgency(items).map(workRow) }]),
    ],
  };
}
