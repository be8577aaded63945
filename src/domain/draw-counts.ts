// How many institutions and inspectors a draw stands at now: after its changes, where there were any.
import type { DrawRecord } from './record.ts';
import { standingOf } from './ssj/events.ts';

/** Institutions of one stratum: drawn or moved up, ordered beside the draw, and reserves that nobody has used. */
export interface StratumCount {
  readonly stratum: string;
  readonly drawn: number;
  readonly forced: number;
  readonly reserve: number;
}

/** A draw in numbers, which tell no name. */
export interface DrawCounts {
  readonly institutions: number;
  readonly inspectors: number;
  readonly strata: readonly StratumCount[];
}

/** The numbers of a record with its events. */
export function countsOf(record: DrawRecord): DrawCounts {
  const { teams, reserves } = standingOf(record);
  const all = [...teams.values()];
  return {
    institutions: all.length,
    inspectors: new Set(all.flatMap(({ team }) => team.filter((id) => id !== null))).size,
    strata: record.objects.map(({ stratum }) => {
      const mine = all.filter((one) => one.stratum === stratum);
      const forced = mine.filter(({ isForced }) => isForced).length;
      return { stratum, drawn: mine.length - forced, forced, reserve: reserves.get(stratum)?.length ?? 0 };
    }),
  };
}
