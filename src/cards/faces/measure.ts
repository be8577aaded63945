// One measure: to the head a decision, to whoever carries it out the next step, to all others how far it has come.
import type { Measure } from '../../domain/measure.ts';
import { MEASURE_RULES } from '../../domain/measure-rules.ts';
import type { MeasureStep } from '../../domain/measure-steps.ts';
import { sayDay, sayTime } from '../../words/days.ts';
import { MEASURE_WORDS, SANCTION_WORDS, SEVERITY_WORDS } from '../../words/measures.ts';
import { called } from '../../words/names.ts';
import { act } from '../acts.ts';
import { asked, button, buttons, facts, form, main, strong, text, textField } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { measureState } from '../tones.ts';
import { say } from '../words.ts';

/** What the `measure` card is made of. */
export interface MeasureFacts {
  readonly measure: Measure;
  readonly institution: string;
  /** The steps whose turn it is. */
  readonly steps: readonly MeasureStep['kind'][];
  readonly names: Names;
  readonly may: May;
}

/** The `measure` card. */
export function measureFace(shown: MeasureFacts): Card {
  const { measure, institution, may } = shown;
  const ask = question(shown);
  const more = measure.problem ?? measure.assignment ?? measure.institution;
  return {
    title: say('measure.title', { kind: MEASURE_WORDS[measure.kind], id: measure.id }),
    subtitle: institution,
    state: measureState(measure.state),
    preview: ask,
    blocks: [
      text(ask),
      strong('事实和理由'),
      text(measure.words),
      ...about(shown),
      ...decision(measure, may),
      ...steps(shown),
      ...buttons(may, button('看办理经过', act('show-measures', more))),
    ],
  };
}

function question({ measure, may, steps: now }: MeasureFacts): string {
  const { state, notice, kind } = measure;
  switch (state) {
    case 'proposed':
      return say(may.includes('approve-measure') ? 'measure.ask-decide' : 'measure.waiting');
    case 'approved':
      return say(now.includes('notice') ? 'measure.ask-notice' : 'measure.ask-carry');
    case 'noticed':
      if (now.includes('answer')) return say('measure.ask-answer');
      return say(now.includes('carry-out') ? 'measure.ask-carry' : 'measure.window', { until: sayDay(notice?.until ?? '') });
    case 'done':
      return say(MEASURE_RULES[kind].ends === 'receipt' ? 'measure.ask-receipt' : 'measure.done');
    case 'ended':
      return say('measure.ended');
    case 'refused':
      return say('measure.refused');
    case 'withdrawn':
      return say('measure.withdrawn');
  }
}

function about({ measure, names }: MeasureFacts): readonly Block[] {
  const { details, by, at, decision: ruled, notice, objection, answer, done, until, end, kind } = measure;
  return [
    facts(
      ['依据', say('measure.article', { article: MEASURE_RULES[kind].article })],
      ['期限', until === null ? null : sayDay(until)],
      ['参加或作证', details.people.map((id) => called(names, id)).join('、')],
      ['情节', details.severity && SEVERITY_WORDS[details.severity]],
      ['机关', details.authority],
      ['决定文号', details.number],
      ['决定日期', details.decidedOn === null ? null : sayDay(details.decidedOn)],
      ['处罚种类', details.sanction && SANCTION_WORDS[details.sanction]],
      ['提请', `${called(names, by)}，${sayTime(at)}`],
      ['决定', ruled === null ? null : `${called(names, ruled.by)}，${sayTime(ruled.at)}`],
      ['不同意的理由', ruled === null || measure.state !== 'refused' ? null : ruled.words],
      ['事先告知', notice === null ? null : `${sayDay(notice.on)}，${notice.way}，异议到${sayDay(notice.until)}`],
      ['异议', objection?.words ?? null],
      ['答复', answer?.words ?? null],
      ['送达', done === null ? null : [sayDay(done.on), done.way, done.number].filter(Boolean).join('，')],
      ['了结', end === null ? null : `${end.words} ${sayTime(end.at)}`.trim()],
    ),
  ];
}

function decision({ id, version, kind }: Measure, may: May): readonly Block[] {
  const confirm = { title: say('measure.decide-title'), text: say('measure.decide-confirm', { kind: MEASURE_WORDS[kind] }) };
  return [
    ...buttons(may, asked('批准', act('approve-measure', id, version), confirm), button('撤回', act('withdraw-measure', id, version))),
    ...form(may, 'refuse', [textField('reason', '不同意的理由', { lines: 2 })], button('不同意', act('refuse-measure', id, version))),
  ];
}

function steps({ measure: { id, version }, may }: MeasureFacts): readonly Block[] {
  return [
    ...form(
      may,
      'notice',
      [{ kind: 'day', name: 'noticedOn', label: '哪天告知的', required: true }, textField('noticeWay', '怎么告知的', { max: 60 })],
      main('登记告知', act('notify-measure', id, version)),
    ),
    ...form(may, 'object', [textField('objection', '机构的异议', { lines: 2 })], button('登记异议', act('object-measure', id, version))),
    ...form(may, 'answer', [textField('answer', '答复', { lines: 2 })], main('登记答复', act('answer-measure', id, version))),
    ...form(
      may,
      'carry',
      [
        textField('number', '文号', { max: 60 }),
        { kind: 'day', name: 'servedOn', label: '哪天送达的', required: true },
        textField('servedWay', '怎么送达的', { max: 60 }),
      ],
      main('登记送达', act('carry-measure', id, version)),
    ),
    ...form(may, 'end', [textField('receipt', '回执或结果', { max: 200 })], main('登记了结', act('end-measure', id, version))),
  ];
}
