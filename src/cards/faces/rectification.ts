// One problem: what is to be put right, by when, what was reported, what the follow-up found.

import type { Day } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import { sayDay, sayDue, sayTime } from '../../words/days.ts';
import { FOLLOW_UP_WORDS, OUTCOME_WORDS } from '../../words/inspections.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, form, main, options, request, strong, text, textField } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { Due, May, Names } from '../facts.ts';
import { isLate, problemState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `rectification` card is made of. */
export interface RectificationFacts {
  readonly problem: Problem;
  readonly institution: string;
  /** The check point's text. */
  readonly point: string;
  readonly due: Due | null;
  /** By when a reported rectification is to be visited again; null in other states. */
  readonly followUpBy: Due | null;
  readonly today: Day;
  readonly names: Names;
  readonly may: May;
}

/** The `rectification` card. */
export function rectificationFace(shown: RectificationFacts): Card {
  const { problem, institution, point, due, may } = shown;
  const ask = question(shown);
  const about = [problem.id, problem.version] as const;
  return {
    title: say('rectification.title', { institution }),
    subtitle: problem.id,
    state: problemState(problem.state, due),
    preview: say('rectification.preview', { institution, ask }),
    blocks: [
      request(ask, shown.followUpBy ?? due),
      strong('问题'),
      text(problem.words),
      facts(
        ['检查要点', point],
        ['处理', OUTCOME_WORDS[problem.outcome]],
        [
          '整改期限',
          due === null ? (problem.due === null ? null : sayDay(problem.due)) : sayDue(due),
          isLate(due) && problem.state !== 'reported' ? 'late' : undefined,
        ],
      ),
      ...history(shown),
      ...form(
        may,
        'report',
        [textField('words', '机构怎么整改的', { lines: 3, max: 1000, placeholder: '按机构的整改报告填' })],
        main('登记整改报告', act('report-rectification', ...about)),
      ),
      ...form(
        may,
        'follow_up',
        [
          { kind: 'choice', name: 'result', label: '回访结果', required: true, options: options(FOLLOW_UP_WORDS), placeholder: '请选择' },
          textField('words', '回访情况', { lines: 2, max: 1000 }),
        ],
        main('登记回访', act('follow-up', ...about)),
      ),
      ...buttons(may, button('措施和指导', act('show-measures', problem.id))),
    ],
  };
}

function question({ problem, due, followUpBy, may }: RectificationFacts): string {
  const by = due === null ? '' : sayDue(due);
  const follow = followUpBy === null ? '' : sayDue(followUpBy);
  if (may.includes('follow-up') && problem.state === 'reported') return say('rectification.ask-follow-up', { by: follow });
  switch (problem.state) {
    case 'open':
      return say(isLate(due) ? 'rectification.late' : 'rectification.ask-report', { by });
    case 'reported':
      return say('rectification.reported');
    case 'corrected':
      return say('rectification.corrected');
    case 'uncorrected':
      return say('rectification.uncorrected');
    case 'noted':
      return say('rectification.noted');
    default:
      return problem.state;
  }
}

function history({ problem: { report, followUp }, names }: RectificationFacts): readonly Block[] {
  return [
    ...(report === null
      ? []
      : [strong('整改报告'), text(report.words), facts(['登记', `${called(names, report.by)}，${sayTime(report.at)}`])]),
    ...(followUp === null
      ? []
      : [
          strong(`回访：${FOLLOW_UP_WORDS[followUp.result]}`),
          text(followUp.words),
          facts(['登记', `${called(names, followUp.by)}，${sayTime(followUp.at)}`]),
        ]),
  ];
}
