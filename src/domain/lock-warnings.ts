// What an office should know about a draw although nothing forbids it (Art. 7, 8, 9).
import type { Day } from './day.ts';
import { EXCLUSIONS } from './draw-rows.ts';
import type { Institution, InstitutionId } from './institution.ts';
import type { Person, PersonId } from './person.ts';
import type { InspectorRow, RosterRow } from './record.ts';

/** The warnings of one draw; empty lists and null where there is nothing to say. */
export interface LockWarnings {
  /** Fewer than half of those who can be drawn are of the home unit (Art. 8: 公共法律服务股为主). */
  readonly home: { readonly unit: string; readonly have: number; readonly of: number } | null;
  /** Inspectors left out because their certificate ends before the visits do. */
  readonly lapsing: readonly PersonId[];
  /** Institutions that can be drawn although their licence has run out. */
  readonly expired: readonly InstitutionId[];
}

/** What the warnings are read from. */
export interface WarningGround {
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly people: readonly Person[];
  readonly institutions: readonly Institution[];
  readonly homeUnit: string;
  readonly today: Day;
}

/** The warnings. */
export function lockWarnings({ roster, inspectors, people, institutions, homeUnit, today }: WarningGround): LockWarnings {
  const units = new Map(people.map(({ id, unit }) => [id, unit]));
  const licences = new Map(institutions.map(({ id, licenceUntil }) => [id, licenceUntil]));
  const pool = inspectors.filter(({ excluded }) => excluded === null);
  const have = pool.filter(({ id }) => units.get(id) === homeUnit).length;
  return {
    home: have * 2 < pool.length ? { unit: homeUnit, have, of: pool.length } : null,
    lapsing: inspectors.filter(({ excluded }) => excluded === EXCLUSIONS.lapsing).map(({ id }) => id),
    expired: roster.filter(({ id, excluded }) => excluded === null && (licences.get(id) ?? '9999') < today).map(({ id }) => id),
  };
}
