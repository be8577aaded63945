// The forms with which a change after the draw is asked for: 回避 for others, 递补, 补位.
import { CHANGE_ORIGINS, GROUNDS_OF } from '../../domain/change-request.ts';
import { CHANGE_GROUND_WORDS, ORIGIN_WORDS } from '../../words/changes.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, form, text, textField } from '../blocks.ts';
import type { Block, Card, Option } from '../card.ts';
import type { May } from '../facts.ts';
import { say } from '../words.ts';

/** What the `change-form` card is made of. */
export type ChangeFormFacts =
  | {
      readonly mode: 'recusal';
      readonly assignment: string;
      readonly institution: string;
      readonly team: readonly { readonly id: string; readonly name: string }[];
      readonly may: May;
    }
  | { readonly mode: 'substitute'; readonly assignment: string; readonly institution: string; readonly may: May }
  | {
      readonly mode: 'fill';
      readonly draw: string;
      readonly places: readonly { readonly institution: string; readonly slot: number }[];
      readonly may: May;
    };

/** The `change-form` card. */
export function changeFormFace(shown: ChangeFormFacts): Card {
  switch (shown.mode) {
    case 'recusal':
      return cardOf(say('change-form.recusal-title', { institution: shown.institution }), say('change-form.recusal'), recusal(shown));
    case 'substitute':
      return cardOf(
        say('change-form.substitute-title', { institution: shown.institution }),
        say('change-form.substitute'),
        substitute(shown),
      );
    case 'fill': {
      const ask = shown.places.length === 0 ? say('change-form.fill-none') : say('change-form.fill', { places: shown.places.length });
      return cardOf(say('change-form.fill-title', { draw: shown.draw }), ask, fill(shown));
    }
  }
}

function cardOf(title: string, ask: string, blocks: readonly Block[]): Card {
  return { title, preview: ask, blocks: [text(ask), ...blocks] };
}

const grounds = (kind: keyof typeof GROUNDS_OF): readonly Option[] =>
  GROUNDS_OF[kind].map((ground) => ({ value: ground, label: CHANGE_GROUND_WORDS[ground] }));

function recusal({ assignment, team, may }: Extract<ChangeFormFacts, { mode: 'recusal' }>): readonly Block[] {
  const origins = CHANGE_ORIGINS.filter((origin) => origin !== 'self').map((origin) => ({ value: origin, label: ORIGIN_WORDS[origin] }));
  return form(
    may,
    'recusal',
    [
      {
        kind: 'choice',
        name: 'person',
        label: '谁要回避',
        required: true,
        options: team.map(({ id, name }) => ({ value: id, label: name })),
      },
      { kind: 'choice', name: 'origin', label: '谁提出的', required: true, options: origins },
      { kind: 'choice', name: 'ground', label: '理由', required: true, options: grounds('recusal') },
      textField('words', '说明', { lines: 3, max: 500, placeholder: '只有负责人和审计看得到' }),
    ],
    button('登记回避申请', act('ask-recusal', assignment)),
  );
}

function substitute({ assignment, may }: Extract<ChangeFormFacts, { mode: 'substitute' }>): readonly Block[] {
  return form(
    may,
    'substitute',
    [
      { kind: 'choice', name: 'ground', label: '为什么不能查', required: true, options: grounds('substitute') },
      textField('evidence', '依据', { lines: 3, max: 500, placeholder: '怎么知道的：登记信息、现场照片、两次联系的日期' }),
    ],
    asked('申请递补', act('ask-substitute', assignment), {
      title: say('change-form.substitute-ask'),
      text: say('change-form.substitute-confirm'),
    }),
  );
}

function fill({ draw, places, may }: Extract<ChangeFormFacts, { mode: 'fill' }>): readonly Block[] {
  return [
    ...places.map(({ institution, slot }) => text(say('change-form.place', { institution, slot: slot + 1 }))),
    ...(places.length === 0 ? [] : buttons(may, button('申请补位', act('ask-fill', draw), 'main'))),
  ];
}
