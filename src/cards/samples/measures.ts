// 示例: measures towards an institution, from what may be done to what came of it.
import { MEASURE_KINDS, type Measure, NO_DETAILS } from '../../domain/measure.ts';
import type { MeasureFacts } from '../faces/measure.ts';
import type { MeasuresFacts } from '../faces/measures.ts';
import { PROBLEM } from './inspection.ts';
import { INSTITUTIONS, NAMES, NOW, TODAY } from './office.ts';

const [institution] = INSTITUTIONS;

const LISTING: Measure = {
  id: 'CS2026-002',
  kind: 'abnormal',
  institution: institution.id,
  category: 'lawfirm',
  assignment: PROBLEM.assignment,
  problem: PROBLEM.id,
  source: null,
  words: '约谈后回访仍未改正（示例）',
  details: NO_DETAILS,
  by: 'P001',
  at: NOW,
  state: 'proposed',
  decision: null,
  notice: null,
  objection: null,
  answer: null,
  done: null,
  until: '2027-03-31',
  end: null,
  version: 1,
};
const said = { by: 'P002', at: NOW, words: '示例答复' };
const APPROVED: Measure = { ...LISTING, state: 'approved', decision: { ...said, words: '' } };
const NOTICED: Measure = {
  ...APPROVED,
  state: 'noticed',
  notice: { on: TODAY, way: '直接送达', until: '2026-04-20', by: 'P001', at: NOW },
};
const DONE: Measure = { ...NOTICED, state: 'done', done: { number: '示例〔2026〕9号', on: TODAY, way: '直接送达', by: 'P001', at: NOW } };
const PENALTY: Measure = {
  ...LISTING,
  kind: 'penalty',
  details: { ...NO_DETAILS, authority: '示例市司法局', number: '示例罚〔2026〕1号', decidedOn: TODAY, sanction: 'other' },
};
const TALK: Measure = { ...LISTING, id: 'CS2026-001', kind: 'talk', state: 'done', details: { ...NO_DETAILS, people: ['P001', 'P003'] } };
const base = { institution: institution.name, steps: [], names: NAMES, may: ['show-measures'] } as const;

/** The facts of the `measure` card. */
export const MEASURES_ONE: readonly [MeasureFacts, ...MeasureFacts[]] = [
  { ...base, measure: LISTING, may: ['approve-measure', 'refuse-measure', 'show-measures'] },
  { ...base, measure: LISTING, steps: ['withdraw'], may: ['withdraw-measure'] },
  { ...base, measure: APPROVED, steps: ['notice'], may: ['notify-measure'] },
  { ...base, measure: { ...APPROVED, kind: 'advice' }, steps: ['carry-out'], may: ['carry-measure'] },
  { ...base, measure: NOTICED, steps: ['object'], may: ['object-measure'] },
  { ...base, measure: { ...NOTICED, objection: said }, steps: ['answer'], may: ['answer-measure'] },
  { ...base, measure: { ...NOTICED, objection: said, answer: said }, steps: ['carry-out'], may: ['carry-measure'] },
  { ...base, measure: DONE },
  { ...base, measure: { ...DONE, kind: 'transfer' }, steps: ['end'], may: ['end-measure'] },
  { ...base, measure: { ...DONE, state: 'ended', end: said } },
  { ...base, measure: { ...LISTING, state: 'refused', decision: said } },
  { ...base, measure: { ...LISTING, state: 'withdrawn', end: { ...said, words: '' } } },
  { ...base, measure: PENALTY },
];

const line = {
  id: 'BL2026-0001',
  kind: 'guidance',
  institution: institution.id,
  assignment: PROBLEM.assignment,
  task: null,
  guidance: 'coach',
  way: '',
  on: TODAY,
  proof: [],
  witnesses: [],
  words: '当场演示收费登记（示例）',
  by: 'P003',
  at: NOW,
} as const;

const OFFERS = Object.fromEntries(
  MEASURE_KINDS.map((kind) => [kind, kind === 'talk' || kind === 'reminder' ? null : 'rung']),
) as MeasuresFacts['offers'];

const whole = {
  about: PROBLEM.id,
  institution: institution.name,
  standing: '正常',
  problem: PROBLEM.words,
  measures: [TALK],
  journal: [line],
  offers: OFFERS,
  kind: null,
  colleagues: [
    { id: 'P001', name: '示例经办人' },
    { id: 'P003', name: '示例检查人' },
  ],
  files: [{ id: 'E1', name: '示例照片.jpg' }],
  flagged: null,
  names: NAMES,
  may: ['open-measure', 'propose-measure', 'record-guidance', 'record-contact', 'record-warning', 'record-complaint'],
} as const;

/** The facts of the `measures` card: all that may be done, then the form of every kind. */
export const MEASURES_ALL: readonly [MeasuresFacts, ...MeasuresFacts[]] = [
  whole,
  { ...whole, problem: null, measures: [], journal: [], flagged: 3, may: [] },
  ...MEASURE_KINDS.map((kind) => ({ ...whole, kind })),
];
