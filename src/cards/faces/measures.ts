// What was done about an institution or a problem, what may be done now, and the form of one measure (Art. 15–17).
import { dayOf } from '../../domain/day.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import { MEASURE_KINDS, type Measure, type MeasureKind } from '../../domain/measure.ts';
import type { Lack } from '../../domain/measure-lack.ts';
import { MEASURE_RULES } from '../../domain/measure-rules.ts';
import { sayDay } from '../../words/days.ts';
import {
  GUIDANCE_WORDS,
  JOURNAL_WORDS,
  MEASURE_STATE_WORDS,
  MEASURE_WORDS,
  SANCTION_WORDS,
  SEVERITY_WORDS,
  sayLack,
} from '../../words/measures.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { button, buttons, faint, form, main, options, strong, text, textField, warning } from '../blocks.ts';
import type { Block, Card, Field } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { say } from '../words.ts';

/** What the `measures` card is made of. */
export interface MeasuresFacts {
  /** Number of the problem, the inspection or the institution. */
  readonly about: string;
  readonly institution: string;
  readonly standing: string;
  /** The problem's words, null where the card is about an institution. */
  readonly problem: string | null;
  /** Oldest first. */
  readonly measures: readonly Measure[];
  readonly journal: readonly JournalEntry[];
  /** Every kind, and what is missing for it. */
  readonly offers: Readonly<Record<MeasureKind, Lack | null>>;
  /** The kind whose form is open, null for none. */
  readonly kind: MeasureKind | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** Files of the inspection, as proof of a contact. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Complaints of the last year, if they are so many that the institution is flagged. */
  readonly flagged: number | null;
  readonly names: Names;
  readonly may: May;
}

/** Lines of history shown. */
const HISTORY_MAX = 12;

/** The `measures` card. */
export function measuresFace(shown: MeasuresFacts): Card {
  const { institution, problem, kind, flagged, about, standing } = shown;
  const ask = kind === null ? say('measures.ask') : say('measures.ask-form', { kind: MEASURE_WORDS[kind] });
  return {
    title: say('measures.title', { institution }),
    subtitle: about,
    preview: ask,
    blocks: [
      text(ask),
      text(say('measures.standing', { standing })),
      ...(problem === null ? [] : [strong('问题'), text(problem)]),
      ...(flagged === null ? [] : [warning(say('measures.flagged', { count: flagged }))]),
      ...history(shown),
      ...(kind === null ? [...offers(shown), ...journalForms(shown)] : measureForm(shown, kind)),
    ],
  };
}

/** Both kinds of history in one line of time. */
function history({ measures, journal, names }: MeasuresFacts): readonly Block[] {
  const lines = [
    ...measures.map(({ at, kind, state, id }) => ({ at, line: `${MEASURE_WORDS[kind]} ${id}，${MEASURE_STATE_WORDS[state]}` })),
    ...journal.map(({ at, kind, guidance, way, words, by }) => ({
      at,
      line: [guidance === null ? JOURNAL_WORDS[kind] : GUIDANCE_WORDS[guidance], way, words, called(names, by)].filter(Boolean).join('，'),
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (lines.length === 0) return [faint(say('measures.nothing'))];
  return [strong('办理经过'), ...lines.slice(-HISTORY_MAX).map(({ at, line }) => text(`${sayDay(dayOf(at))} ${line}`))];
}

/** Buttons for what is allowed; what is not stands below with its reason. */
function offers({ about, offers: all, may }: MeasuresFacts): readonly Block[] {
  if (!may.includes('open-measure')) return [];
  const free = MEASURE_KINDS.filter((kind) => all[kind] === null);
  const barred = MEASURE_KINDS.flatMap((kind) => {
    const lack = all[kind];
    return lack === null ? [] : [text(sayLack(kind, lack, null))];
  });
  return [
    ...buttons(may, ...free.map((kind) => button(MEASURE_WORDS[kind], act('open-measure', about, undefined, { kind })))),
    ...(barred.length === 0 ? [] : [{ kind: 'fold', title: say('measures.barred'), blocks: barred } as const]),
  ];
}

function measureForm({ about, colleagues, may }: MeasuresFacts, kind: MeasureKind): readonly Block[] {
  const rule = MEASURE_RULES[kind];
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  const fields: readonly Field[] = [
    textField('words', '事实和理由', { lines: 3, max: 500 }),
    ...(rule.needsUntil
      ? [{ kind: 'day', name: 'until', label: rule.ends === 'never' ? '什么时候前答复' : '期限到哪天', required: true } as const]
      : []),
    ...(rule.people > 0
      ? [
          {
            kind: 'choices',
            name: 'people',
            label: kind === 'talk' ? '谁参加（至少两人）' : '谁作证（至少两人）',
            required: true,
            options: people,
          } as const,
        ]
      : []),
    ...(kind === 'credit'
      ? [{ kind: 'choice', name: 'severity', label: '情节', required: true, options: options(SEVERITY_WORDS) } as const]
      : []),
    ...(kind === 'advice' || kind === 'transfer' ? [textField('authority', '送给哪个机关', { max: 60 })] : []),
    ...(kind === 'case' ? [{ kind: 'tick', name: 'unlicensed', label: '无证执业（律师法第五十五条）' } as const] : []),
    ...(kind === 'penalty'
      ? [
          textField('authority', '决定机关', { max: 60 }),
          textField('number', '决定书文号', { max: 60 }),
          { kind: 'day', name: 'decidedOn', label: '决定日期', required: true } as const,
          { kind: 'choice', name: 'sanction', label: '处罚种类', required: true, options: options(SANCTION_WORDS) } as const,
        ]
      : []),
  ];
  return form(may, 'measure', fields, main('提请', act('propose-measure', about, undefined, { kind })));
}

function journalForms({ about, may, files, colleagues }: MeasuresFacts): readonly Block[] {
  const proof = files.map(({ id, name }) => ({ value: id, label: name }));
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return [
    ...form(
      may,
      'guidance',
      [
        { kind: 'choice', name: 'guidance', label: '行政指导', required: true, options: options(GUIDANCE_WORDS) },
        textField('guided', '一句话', { max: 200 }),
      ],
      button('记下指导', act('record-guidance', about)),
    ),
    ...form(
      may,
      'contact',
      [
        { kind: 'day', name: 'contactedOn', label: '哪天联系的', required: true },
        textField('contactWay', '怎么联系的', { max: 60, placeholder: '电话、上门、邮寄' }),
        textField('contacted', '结果', { max: 200 }),
        ...(proof.length === 0 ? [] : [{ kind: 'choices', name: 'proof', label: '证明', required: false, options: proof } as const]),
      ],
      button('记下联系', act('record-contact', about)),
    ),
    ...form(
      may,
      'warning',
      [
        textField('warned', '警告了什么', { max: 200 }),
        { kind: 'choices', name: 'warners', label: '谁在场', required: false, options: people },
      ],
      button('记下警告', act('record-warning', about)),
    ),
    ...form(may, 'complaint', [textField('complained', '投诉内容', { max: 200 })], button('记下投诉', act('record-complaint', about))),
  ];
}
