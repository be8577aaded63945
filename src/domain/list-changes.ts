// Who is left out of a draw and why, and what changed in its lists since the draw before: a list bent to steer a draw must show (draw-protocol, "Threats").
import type { Draw } from './draw.ts';
import type { InspectorRow, RosterRow } from './record.ts';
import { canonical } from './ssj/canonical.ts';
import { quotaOf } from './ssj/objects.ts';

/** Rows that cannot be drawn for one reason. */
export interface LeftOut {
  readonly why: string;
  readonly ids: readonly string[];
}

/** How the rows of a list differ from those of an earlier draw, by id. */
export interface RowChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Could be drawn then, cannot now. */
  readonly excluded: readonly string[];
  /** Could not be drawn then, can now. */
  readonly readmitted: readonly string[];
  /** In both and drawable alike, but with another name, class, qualification or limit. */
  readonly altered: readonly string[];
}

/** The changes since one earlier draw. */
export interface ListChanges {
  readonly since: string;
  readonly institutions: RowChanges;
  readonly inspectors: RowChanges;
}

type Row = RosterRow | InspectorRow;
type Locked = Pick<Draw, 'roster' | 'inspectors' | 'manifest'>;

/** The rows that cannot be drawn, by reason, in the order in which the reasons first appear. */
export function leftOut(rows: readonly Row[]): readonly LeftOut[] {
  const by = new Map<string, string[]>();
  for (const { id, excluded } of rows) if (excluded !== null) by.set(excluded, [...(by.get(excluded) ?? []), id]);
  return [...by].map(([why, ids]) => ({ why, ids }));
}

/** What changed since an earlier draw, among the categories that both drew from. */
export function listChanges(before: Locked & Pick<Draw, 'number'>, now: Locked): ListChanges {
  const shared = new Set(categoriesOf(before).filter((category) => categoriesOf(now).includes(category)));
  const within = ({ category }: RosterRow): boolean => shared.has(category);
  return {
    since: before.number,
    institutions: rowChanges(before.roster.filter(within), now.roster.filter(within)),
    inspectors: rowChanges(withOwnLimits(before), withOwnLimits(now)),
  };
}

/** True if nothing differs. */
export function isUnchanged(changes: RowChanges): boolean {
  return Object.values(changes).every((ids: readonly string[]) => ids.length === 0);
}

/** The categories a draw draws from. */
export function categoriesOf({ manifest }: Pick<Draw, 'manifest'>): readonly string[] {
  return manifest.rules.strata.map(({ category }) => category);
}

/** Who has no limit of his own is given as many visits as there are: that follows from the draw's size and is no change of the list. */
function withOwnLimits({ roster, inspectors, manifest }: Locked): readonly InspectorRow[] {
  const visits = manifest.rules.strata.reduce((sum, stratum) => sum + quotaOf(roster, stratum), 0);
  return inspectors.map((row) => (row.cap >= visits ? { ...row, cap: -1 } : row));
}

function rowChanges<R extends Row>(before: readonly R[], now: readonly R[]): RowChanges {
  const then = new Map(before.map((row) => [row.id, row]));
  const today = new Set(now.map(({ id }) => id));
  const pairs = now.flatMap((row) => {
    const old = then.get(row.id);
    return old ? [{ row, old }] : [];
  });
  const ids = (wanted: (pair: { readonly row: R; readonly old: R }) => boolean): readonly string[] =>
    pairs.filter(wanted).map(({ row }) => row.id);
  return {
    added: now.filter(({ id }) => !then.has(id)).map(({ id }) => id),
    gone: before.filter(({ id }) => !today.has(id)).map(({ id }) => id),
    excluded: ids(({ row, old }) => old.excluded === null && row.excluded !== null),
    readmitted: ids(({ row, old }) => old.excluded !== null && row.excluded === null),
    altered: ids(
      ({ row, old }) =>
        (old.excluded === null) === (row.excluded === null) &&
        canonical({ ...row, excluded: null }) !== canonical({ ...old, excluded: null }),
    ),
  };
}
