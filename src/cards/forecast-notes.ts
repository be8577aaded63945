// The sentences around a forecast's odds: who stands in the way, which strata are no draw, who is watched, who is left out.
import type { Forecast } from '../domain/forecast.ts';
import type { ForecastNotes } from '../domain/forecast-notes.ts';
import type { ShortageGroup } from '../domain/forecast-shortage.ts';
import type { Stratum } from '../domain/record.ts';
import { sayDay } from '../words/days.ts';
import { sayFew, sayRatio, saySampled } from '../words/draws.ts';
import { called, type Names } from '../words/names.ts';
import { INSTITUTION_STATUS_WORDS } from '../words/states.ts';
import { facts, faint, strong, warning } from './blocks.ts';
import type { Block } from './card.ts';
import { say } from './words.ts';

/** So many obstacles are told; they mostly name the same people. */
const MOST_SHORTAGES = 3;

/** What a stratum is called: its category, and its risk class if it has one. */
export function stratumName({ category, risk }: Pick<Stratum, 'category' | 'risk'>, names: Names): string {
  return `${called(names, category)}${risk === undefined ? '' : `（风险 ${risk}）`}`;
}

/** One line for each obstacle: these institutions, only these people, and all of them are at their limits. */
export function shortageLines({ shortages, samples }: Forecast, names: Names): readonly string[] {
  return shortages.slice(0, MOST_SHORTAGES).map((group) => shortageLine(group, names, samples));
}

function shortageLine(group: ShortageGroup, names: Names, samples: number): string {
  const few = (ids: readonly string[], unit: string): string =>
    sayFew(
      ids.map((id) => called(names, id)),
      unit,
    );
  return say(group.inspectors.length === 0 ? 'forecast.nobody' : 'forecast.only', {
    often: group.samples === samples ? '每次都' : `${saySampled(group.samples, samples)} `,
    categories: group.categories.map((category) => called(names, category)).join('、'),
    institutions: few(group.objects, '家'),
    inspectors: few(group.inspectors, '人'),
    lead: group.onlyLeads ? '组长' : '',
  });
}

/** What must not be missed: strata that are no draw, and inspectors whose certificate ends too soon. */
export function noteWarnings({ strata }: Forecast, { whole, empty, lapsing }: ForecastNotes, names: Names): readonly Block[] {
  const named = (ids: readonly string[]) => strata.filter(({ stratum }) => ids.includes(stratum.id));
  return [
    ...named(whole).map(({ stratum, pool }) => warning(say('forecast.whole', { name: stratumName(stratum, names), pool }))),
    ...named(empty).map(({ stratum, rows }) => warning(say('forecast.empty', { name: stratumName(stratum, names), rows }))),
    ...(lapsing.length === 0
      ? []
      : [warning(say('forecast.lapsing', { who: lapsing.map((one) => lapsingWords(one, names)).join('、'), count: lapsing.length }))]),
  ];
}

function lapsingWords({ id, until, isInWindow }: ForecastNotes['lapsing'][number], names: Names): string {
  const when = until === null ? say('forecast.no-day') : sayDay(until);
  return `${called(names, id)}（${when}${isInWindow ? say('forecast.in-window') : ''}）`;
}

/** The watched on a lane of their own, and who was inspected this year. */
export function noteBlocks({ strata, samples }: Forecast, { watched, inspected }: ForecastNotes, names: Names): readonly Block[] {
  const odds = new Map(
    strata.flatMap(({ institutions, exact }) =>
      institutions.map(({ id, drawn }) => [id, exact === null ? saySampled(drawn, samples) : sayRatio(exact.num, exact.den)] as const),
    ),
  );
  return [
    ...(watched.length === 0
      ? []
      : [
          strong(say('forecast.watched')),
          facts(
            ...watched.map(({ id, status, isIn }) => {
              const chance = isIn ? say('forecast.same-odds', { chance: odds.get(id) ?? '—' }) : say('forecast.not-in');
              return [called(names, id), `${INSTITUTION_STATUS_WORDS[status]}，${chance}`] as const;
            }),
          ),
          faint(say('forecast.watched-how')),
        ]),
    ...(inspected.length === 0
      ? []
      : [
          faint(
            say('forecast.inspected', {
              who: sayFew(
                inspected.map((id) => called(names, id)),
                '家',
              ),
            }),
          ),
        ]),
  ];
}
