// Open rectifications, the latest first.

import type { Problem } from '../../domain/problem.ts';
import { sayDue } from '../../words/days.ts';
import { act } from '../acts.ts';
import { button, buttons, pager, text } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { Due } from '../facts.ts';
import { isLate, problemState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `rectifications` card is made of. */
export interface RectificationsFacts {
  readonly rows: readonly { readonly problem: Problem; readonly institution: string; readonly due: Due | null }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** The `rectifications` card. */
export function rectificationsFace({ rows, total, page, pages }: RectificationsFacts): Card {
  const late = rows.filter(({ due }) => isLate(due)).length;
  const ask = total === 0 ? say('rectifications.none') : say('rectifications.count', { total });
  return {
    title: say('rectifications.title'),
    ...(pages > 1 ? { subtitle: `第 ${page} / ${pages} 页` } : {}),
    ...(late > 0 ? { state: { word: '有逾期', tone: 'late' } as const } : {}),
    preview: ask,
    blocks: [
      text(ask),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'rows' as const,
              rows: rows.map(({ problem, institution, due }) => ({
                title: `${problemState(problem.state, due).word} · ${institution}`,
                detail: `${due === null ? '' : `${sayDue(due)}。`}${problem.words}`,
                tone: problemState(problem.state, due).tone,
                button: button('查看', act('show-problem', problem.id)),
              })),
            },
          ]),
      ...buttons(null, ...pager(page, pages, (to) => act('show-rectifications', '', undefined, { page: to }))),
    ],
  };
}
