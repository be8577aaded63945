// The form in which anybody pastes the round of drand that a draw waits for.

import type { Draw } from '../../domain/draw.ts';
import type { Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { act } from '../acts.ts';
import { buttons, facts, form, link, main, text, textField } from '../blocks.ts';
import type { Card } from '../card.ts';
import type { May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `beacon` card is made of. */
export interface BeaconFacts {
  readonly draw: Pick<Draw, 'number' | 'version'>;
  readonly task: Pick<Task, 'id' | 'title'>;
  readonly round: number;
  /** When that round appears. */
  readonly at: Date;
  readonly standing: 'not-sealed' | 'missed' | 'not-yet' | 'open' | 'done';
  /** Once it is there, where it came from: a public address, null when it was pasted. */
  readonly taken: { readonly randomness: string; readonly from: string | null; readonly at: Date } | null;
  /** Public addresses of that round. */
  readonly addresses: readonly string[];
  readonly may: May;
}

const ASKS = {
  'not-sealed': 'beacon.not-sealed',
  missed: 'beacon.missed',
  'not-yet': 'beacon.not-yet',
  open: 'beacon.ask',
  done: 'beacon.done',
} as const;

const STATES = {
  'not-sealed': { word: '未封存', tone: 'sealed' },
  missed: { word: '只能作废', tone: 'late' },
  'not-yet': { word: '未公布', tone: 'sealed' },
  open: { word: '待粘贴', tone: 'todo' },
  done: { word: '已收下', tone: 'done' },
} as const;

/** The `beacon` card. */
export function beaconFace({ draw, task, round, at, standing, taken, addresses, may }: BeaconFacts): Card {
  const ask = say(ASKS[standing], { round, at: sayTime(at) });
  const [first] = addresses;
  return {
    title: say('beacon.title', { number: draw.number }),
    subtitle: task.title,
    state: STATES[standing],
    preview: ask,
    blocks: [
      text(ask),
      ...(taken === null
        ? []
        : [
            facts(['收下时间', sayTime(taken.at)], ['来源', taken.from ?? '手工粘贴']),
            { kind: 'digest', label: '信标数值', value: taken.randomness } as const,
          ]),
      ...(standing === 'open'
        ? [
            ...addresses.map(text),
            ...buttons(null, ...link(say('beacon.open', { round }), first ?? null)),
            ...form(
              may,
              'beacon',
              [
                textField('beacon', '把显示的内容粘贴在这里', {
                  lines: 4,
                  max: 1000,
                  placeholder: '{"round":…,"randomness":"…","signature":"…"}',
                }),
              ],
              main('提交信标数值', act('give-beacon', draw.number, draw.version)),
            ),
          ]
        : []),
    ],
  };
}
