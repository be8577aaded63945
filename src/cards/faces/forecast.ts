// What a draw would look like before its lock: can it be staffed, what stands in the way, then the odds.
import type { Forecast, InspectorOdds, StratumOdds } from '../../domain/forecast.ts';
import { SAMPLE_TEXT } from '../../domain/forecast.ts';
import type { ForecastNotes } from '../../domain/forecast-notes.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { unreachable } from '../../domain/result.ts';
import type { Task } from '../../domain/task.ts';
import { sayTime } from '../../words/days.ts';
import { sayRatio, saySampled } from '../../words/draws.ts';
import { called } from '../../words/names.ts';
import { sentence } from '../../words/refusals.ts';
import { act } from '../acts.ts';
import { button, buttons, facts, faint, strong, text, warning } from '../blocks.ts';
import type { Block, Card } from '../card.ts';
import type { May, Names } from '../facts.ts';
import { noteBlocks, noteWarnings, shortageLines, stratumName } from '../forecast-notes.ts';
import { say } from '../words.ts';

/** A forecast that is there. `refusal`: why the lock would be refused today; `isStale`: the lists have changed since `at`. */
export interface ForecastDone {
  readonly kind: 'done';
  readonly forecast: Forecast;
  readonly notes: ForecastNotes;
  readonly at: Date;
  readonly isStale: boolean;
  readonly refusal: Refusal | null;
}

/** What the `forecast` card is made of. */
export interface ForecastFacts {
  readonly task: Pick<Task, 'id' | 'title'>;
  /** `gone`: the process was started anew since, and nothing was kept. `locked`: a forecast is of no use any more. */
  readonly state:
    | { readonly kind: 'locked' }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    | { readonly kind: 'gone' }
    | { readonly kind: 'computing' }
    | ForecastDone;
  readonly names: Names;
  readonly may: May;
}

/** So many rows of a table are shown: more would not be read on a phone. */
const ROWS = 30;

/** The `forecast` card. */
export function forecastFace(shown: ForecastFacts): Card {
  const { task, may, state } = shown;
  const ask = summary(shown);
  return {
    title: say('forecast.title', { id: task.id }),
    subtitle: task.title,
    state: tone(shown),
    preview: ask,
    blocks: [
      text(ask),
      ...(state.kind === 'done' ? warnings(state, shown.names) : []),
      ...(state.kind === 'done' ? odds(state, shown.names) : []),
      ...buttons(
        may,
        button('重新推演', act('forecast-draw', task.id, undefined, { again: 1 })),
        button('看任务', act('show-task', task.id)),
      ),
      ...(state.kind === 'done'
        ? [faint(say('forecast.how', { samples: state.forecast.samples, text: SAMPLE_TEXT, at: sayTime(state.at) }))]
        : []),
    ],
  };
}

function summary({ state, names }: ForecastFacts): string {
  switch (state.kind) {
    case 'locked':
      return say('forecast.locked');
    case 'refused':
      return say('forecast.refused', { why: sentence(state.refusal, names) });
    case 'gone':
      return say('forecast.gone');
    case 'computing':
      return say('forecast.computing');
    case 'done': {
      const { samples, visits, places, short } = state.forecast;
      if (visits === 0) return say('forecast.nothing');
      if (short.samples === 0) return say('forecast.staffed', { samples, visits, places });
      const how = { samples, visits, places, short: short.samples, least: short.least, most: short.most };
      return short.samples === samples ? say('forecast.never', how) : say('forecast.sometimes', how);
    }
    default:
      return unreachable(state);
  }
}

function tone({ state }: ForecastFacts): NonNullable<Card['state']> {
  switch (state.kind) {
    case 'locked':
    case 'gone':
      return { word: '已失效', tone: 'void' };
    case 'refused':
      return { word: '推演不了', tone: 'late' };
    case 'computing':
      return { word: '正在推演', tone: 'doing' };
    case 'done':
      if (state.isStale) return { word: '名录已变', tone: 'void' };
      return state.forecast.short.samples > 0 || state.refusal ? { word: '排不满', tone: 'late' } : { word: '排得满', tone: 'done' };
    default:
      return unreachable(state);
  }
}

function warnings({ forecast, notes, isStale, refusal }: ForecastDone, names: Names): readonly Block[] {
  return [
    ...(isStale ? [warning(say('forecast.stale'))] : []),
    ...shortageLines(forecast, names).map(warning),
    ...(refusal ? [warning(say('forecast.would-refuse', { why: sentence(refusal, names) }))] : []),
    ...noteWarnings(forecast, notes, names),
  ];
}

function odds({ forecast, notes }: ForecastDone, names: Names): readonly Block[] {
  return [
    facts(...forecast.strata.map((stratum) => [stratumName(stratum.stratum, names), sayStratum(stratum)] as const)),
    ...institutionTable(forecast, names),
    ...inspectorTable(forecast, names),
    ...noteBlocks(forecast, notes, names),
  ];
}

function sayStratum({ rows, pool, quota, forced, exact }: StratumOdds): string {
  const chance = exact === null ? say('forecast.weighted') : `每家 ${sayRatio(exact.num, exact.den)}`;
  return say('forecast.stratum', { rows, pool, quota, forced: forced > 0 ? forced : '', chance: pool > 0 ? chance : '' });
}

function institutionTable({ strata, samples }: Forecast, names: Names): readonly Block[] {
  const all = strata.flatMap(({ institutions, exact }) => institutions.map((row) => ({ ...row, exact })));
  if (all.length === 0) return [];
  const rows = all.slice(0, ROWS).map(({ id, drawn, exact }) => ({
    institution: called(names, id),
    odds: exact === null ? '按权重' : sayRatio(exact.num, exact.den),
    drawn: saySampled(drawn, samples),
  }));
  return [
    strong(say('forecast.institutions', { count: all.length })),
    {
      kind: 'table',
      columns: [
        { name: 'institution', label: '机构' },
        { name: 'odds', label: '应有的机会' },
        { name: 'drawn', label: '推演中抽到' },
      ],
      rows,
      pageSize: 5,
    },
    ...(all.length > ROWS ? [faint(say('forecast.first-rows', { shown: ROWS, all: all.length, unit: '家' }))] : []),
  ];
}

const IDLE = {
  category: 'forecast.idle-category',
  full: 'forecast.idle-full',
  recused: 'forecast.idle-recused',
  chance: 'forecast.idle-chance',
} as const;

/** An average that rounds to nothing, and nothing at all, are two things. */
function sayVisits({ visits, most, idle }: InspectorOdds, samples: number): string {
  if (idle !== null) return say(IDLE[idle]);
  const average = visits / samples;
  return average < 0.05 ? say('forecast.visits-rare', { most }) : say('forecast.visits', { average: average.toFixed(1), most });
}

function inspectorTable({ inspectors, samples }: Forecast, names: Names): readonly Block[] {
  if (inspectors.length === 0) return [];
  const busiest = inspectors.toSorted((a, b) => b.visits - a.visits);
  const rows = busiest.slice(0, ROWS).map((row) => {
    const [likeliest] = row.meetings;
    return {
      inspector: called(names, row.id),
      visits: sayVisits(row, samples),
      likeliest: likeliest === undefined ? '—' : `${called(names, likeliest.object)} ${saySampled(likeliest.times, samples)}`,
    };
  });
  return [
    strong(say('forecast.inspectors', { count: inspectors.length })),
    {
      kind: 'table',
      columns: [
        { name: 'inspector', label: '检查人员' },
        { name: 'visits', label: '平均去几家' },
        { name: 'likeliest', label: '最可能去' },
      ],
      rows,
      pageSize: 5,
    },
    ...(inspectors.length > ROWS ? [faint(say('forecast.first-rows', { shown: ROWS, all: inspectors.length, unit: '人' }))] : []),
  ];
}
