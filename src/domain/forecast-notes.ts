// What an office should know beside a forecast's odds: who is watched, who was inspected this year, whose certificate ends too soon (Art. 7, 9, 12).
import type { Day } from './day.ts';
import type { DrawPlan } from './draw-plan.ts';
import { EXCLUSIONS } from './draw-rows.ts';
import type { Institution, InstitutionId } from './institution.ts';
import type { Person, PersonId } from './person.ts';
import { isInStratum, poolOf, quotaOf } from './ssj/objects.ts';

/** The notes; empty lists where there is nothing to say. */
export interface ForecastNotes {
  /** Abnormal and blacklisted: more regular checks beside the draw, in the pool with unchanged odds (Art. 12). `isIn`: can be drawn. */
  readonly watched: readonly { readonly id: InstitutionId; readonly status: 'abnormal' | 'blacklisted'; readonly isIn: boolean }[];
  /** Left out because they were drawn for a visit this year. */
  readonly inspected: readonly InstitutionId[];
  /** Left out because the certificate ends before the window does; `until` null: no day is in the list. */
  readonly lapsing: readonly { readonly id: PersonId; readonly until: Day | null; readonly isInWindow: boolean }[];
  /** Ids of strata of which all are drawn, and of strata of which nobody can be. */
  readonly whole: readonly string[];
  readonly empty: readonly string[];
}

/** The notes of a plan. `from` is the window's first day: a certificate that ends inside it is told apart from one that is over before. */
export function forecastNotes(
  { roster, inspectors, rules }: DrawPlan,
  from: Day,
  institutions: readonly Institution[],
  people: readonly Person[],
): ForecastNotes {
  const rows = new Map(roster.map((row) => [row.id, row]));
  const certificates = new Map(people.map(({ id, certificateUntil }) => [id, certificateUntil]));
  const pools = rules.strata.map((stratum) => ({
    id: stratum.id,
    pool: poolOf(roster, stratum).length,
    quota: quotaOf(roster, stratum),
    forced: roster.some((row) => isInStratum(row, stratum) && row.excluded === null && row.forced !== null),
  }));
  return {
    watched: institutions.flatMap(({ id, status }) => {
      const row = rows.get(id);
      return row && (status === 'abnormal' || status === 'blacklisted') ? [{ id, status, isIn: row.excluded === null }] : [];
    }),
    inspected: roster.filter(({ excluded }) => excluded === EXCLUSIONS.inspected).map(({ id }) => id),
    lapsing: inspectors
      .filter(({ excluded }) => excluded === EXCLUSIONS.lapsing)
      .map(({ id }) => {
        const until = certificates.get(id) ?? null;
        return { id, until, isInWindow: until !== null && until >= from };
      }),
    whole: pools.filter(({ pool, quota }) => pool > 0 && quota === pool).map(({ id }) => id),
    empty: pools.filter(({ pool, forced }) => pool === 0 && !forced).map(({ id }) => id),
  };
}
