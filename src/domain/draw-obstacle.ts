// The obstacle of a draw that cannot be staffed: the fewest kinds of places that the people who fit them cannot fill (Hall's condition).
import type { Category, PersonId } from './person.ts';
import type { InspectorRow, Rules } from './record.ts';

/** Places (`need`) of some categories, the leaders' alone or all, and the people who fit them with the visits they may still make there (`have`). */
export interface Obstacle {
  readonly categories: readonly Category[];
  readonly onlyLeads: boolean;
  readonly inspectors: readonly PersonId[];
  readonly need: number;
  readonly have: number;
}

interface Visits {
  readonly category: Category;
  readonly visits: number;
}

/** One kind of place: a category's leaders' places, or its other places. */
interface Kind extends Visits {
  readonly isLead: boolean;
  readonly places: number;
}

/** Beyond so many kinds of places not every set of them is looked at: 2^16 sets take some ten milliseconds. */
const MOST_KINDS = 16;

/**
 * The smallest obstacle, or null if there is none. Whatever institutions are drawn, a category's are alike while nobody is
 * recused; so people's visits by category decide, one person at most once in each team, and Hall's condition over the kinds
 * of places is exact (a max-flow of visits by category, which König's theorem lays out into teams).
 */
export function obstacleOf(loads: readonly Visits[], inspectors: readonly InspectorRow[], team: Rules['team']): Obstacle | null {
  const kinds = kindsOf(loads, team).slice(0, MOST_KINDS);
  const people = inspectors.filter(({ excluded }) => excluded === null);
  const classes = classesOf(kinds, people);
  for (const set of setsOf(kinds.length)) {
    const some = kinds.filter((_, k) => (set & (1 << k)) !== 0);
    const need = some.reduce((sum, { places }) => sum + places, 0);
    const have = classes.reduce((sum, { row, count }) => sum + count * mayTake(row, some), 0);
    if (have >= need) continue;
    return {
      categories: [...new Set(some.map(({ category }) => category))],
      onlyLeads: some.every(({ isLead }) => isLead),
      inspectors: people.filter((row) => some.some((kind) => fits(row, kind))).map(({ id }) => id),
      need,
      have,
    };
  }
  return null;
}

function kindsOf(loads: readonly Visits[], { size, lead }: Rules['team']): readonly Kind[] {
  return loads
    .filter(({ visits }) => visits > 0)
    .flatMap((load): readonly Kind[] => {
      const others = { ...load, isLead: false, places: load.visits * (lead ? size - 1 : size) };
      return lead ? [{ ...load, isLead: true, places: load.visits }, others] : [others];
    });
}

/** All sets but the empty one as bits, the small ones first: the smallest obstacle is the plainest to read. */
function setsOf(n: number): readonly number[] {
  const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >>> 1));
  return Array.from({ length: 2 ** n - 1 }, (_, i) => i + 1).sort((a, b) => bits(a) - bits(b) || a - b);
}

function fits(row: InspectorRow, kind: Kind): boolean {
  return row.categories.includes(kind.category) && (!kind.isLead || row.lead);
}

/** The visits one person may make to these places: as his limit leaves, and in each category at most one an institution. */
function mayTake(row: InspectorRow, kinds: readonly Kind[]): number {
  const most = new Map(kinds.filter((kind) => fits(row, kind)).map(({ category, visits }) => [category, visits]));
  const wanted = [...most.values()].reduce((sum, visits) => sum + visits, 0);
  return Math.min(Math.max(row.cap - row.load, 0), wanted);
}

/** People who count alike are counted once. */
function classesOf(
  kinds: readonly Kind[],
  people: readonly InspectorRow[],
): readonly { readonly row: InspectorRow; readonly count: number }[] {
  const classes = new Map<string, { readonly row: InspectorRow; count: number }>();
  for (const row of people) {
    const key = `${row.cap - row.load} ${kinds.map((kind) => (fits(row, kind) ? '1' : '0')).join('')}`;
    const known = classes.get(key);
    if (known) known.count += 1;
    else classes.set(key, { row, count: 1 });
  }
  return [...classes.values()];
}
