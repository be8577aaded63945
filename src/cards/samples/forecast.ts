// 示例 facts of the forecast: staffed, short of people, still being computed, out of date, impossible.
import type { Forecast } from '../../domain/forecast.ts';
import type { ForecastNotes } from '../../domain/forecast-notes.ts';
import type { ForecastFacts } from '../faces/forecast.ts';
import type { May } from '../facts.ts';
import { TASK } from './draw.ts';
import { INSTITUTIONS, NAMES, NOW } from './office.ts';

const [institution, other] = INSTITUTIONS;
const second = other?.id ?? institution.id;
const may: May = ['forecast-draw', 'show-task'];

const FORECAST: Forecast = {
  samples: 200,
  visits: 2,
  places: 4,
  strata: [
    {
      stratum: { id: 'lawfirm', category: 'lawfirm', num: 1, den: 2, min: 1, base: 'pool' },
      rows: 3,
      pool: 2,
      quota: 1,
      forced: 0,
      exact: { num: 1, den: 2 },
      institutions: [
        { id: institution.id, drawn: 104 },
        { id: second, drawn: 96 },
      ],
    },
    {
      stratum: { id: 'notary.C', category: 'notary', risk: 'C', num: 1, den: 1, min: 1, base: 'all' },
      rows: 1,
      pool: 1,
      quota: 1,
      forced: 1,
      exact: null,
      institutions: [{ id: institution.id, drawn: 200 }],
    },
  ],
  inspectors: [
    { id: 'P003', visits: 400, most: 2, meetings: [{ object: institution.id, times: 200 }], idle: null },
    { id: 'P005', visits: 3, most: 1, meetings: [], idle: null },
    { id: 'P004', visits: 0, most: 0, meetings: [], idle: 'category' },
  ],
  short: { samples: 0, least: 0, most: 0 },
  shortages: [],
};

const NOTES: ForecastNotes = {
  watched: [
    { id: institution.id, status: 'abnormal', isIn: true },
    { id: second, status: 'blacklisted', isIn: false },
  ],
  inspected: [second],
  lapsing: [
    { id: 'P004', until: '2026-03-20', isInWindow: true },
    { id: 'P003', until: null, isInWindow: false },
  ],
  whole: ['notary.C'],
  empty: [],
};

const SHORT: Forecast = {
  ...FORECAST,
  short: { samples: 200, least: 1, most: 1 },
  shortages: [
    { samples: 200, inspectors: ['P003', 'P004'], categories: ['lawfirm'], objects: [institution.id, second], places: 4, onlyLeads: false },
    { samples: 120, inspectors: [], categories: ['notary'], objects: [institution.id], places: 1, onlyLeads: true },
  ],
};

const shown = { task: TASK, names: NAMES, may };
const done = { kind: 'done', notes: NOTES, at: NOW, isStale: false, refusal: null } as const;
const quiet: ForecastNotes = { watched: [], inspected: [], lapsing: [], whole: [], empty: ['lawfirm'] };

/** The samples. */
export const FORECASTS: readonly [ForecastFacts, ...ForecastFacts[]] = [
  { ...shown, state: { ...done, forecast: FORECAST } },
  {
    ...shown,
    state: {
      ...done,
      forecast: SHORT,
      refusal: { kind: 'cannot-staff', categories: ['lawfirm'], onlyLeads: false, inspectors: ['P003', 'P004'], need: 4, have: 3 },
    },
  },
  { ...shown, state: { ...done, forecast: { ...SHORT, short: { samples: 120, least: 0, most: 2 } }, isStale: true } },
  { ...shown, state: { ...done, notes: quiet, forecast: { ...FORECAST, visits: 0, places: 0, strata: [], inspectors: [] } } },
  { ...shown, state: { kind: 'computing' }, may: ['show-task'] },
  { ...shown, state: { kind: 'gone' } },
  { ...shown, state: { kind: 'locked' }, may: ['show-task'] },
  { ...shown, state: { kind: 'refused', refusal: { kind: 'empty-roster', category: 'lawfirm' } } },
];
