// Whether a draw can be staffed at all, asked before the lock: afterwards it would be a draw with empty seats (Art. 13).
import { obstacleOf } from './draw-obstacle.ts';
import type { Category } from './person.ts';
import type { InspectorRow, Rules } from './record.ts';
import type { Refused } from './refused.ts';
import { fail } from './result.ts';

/** How many institutions of a category will be drawn. */
export interface Load {
  readonly category: Category;
  readonly visits: number;
}

/**
 * Refuses a draw with nothing in it, with fewer inspectors than a team, without a leader, with more seats than visits people
 * may make, or with any set of places that the few who fit them cannot fill: exact, as long as nobody is recused before the lock.
 */
export function checkStaffing(loads: readonly Load[], inspectors: readonly InspectorRow[], team: Rules['team']): Refused | null {
  const busy = loads.filter((load) => load.visits > 0);
  if (busy.length === 0) return fail({ kind: 'nothing-to-draw' });
  for (const load of busy) {
    const able = fit(inspectors, [load.category]);
    if (able.length < team.size) {
      return fail({ kind: 'too-few-inspectors', need: team.size, have: able.length, category: load.category });
    }
    const lead = visitsOf(
      able.filter((row) => row.lead),
      load.visits,
    );
    if (team.lead && lead < load.visits) return fail({ kind: 'no-lead', category: load.category, need: load.visits, have: lead });
  }
  return checkPlaces(busy, inspectors, team) ?? checkObstacle(busy, inspectors, team);
}

/** Whatever no single category and no sum shows: places of several that only the same few people fit. */
function checkObstacle(loads: readonly Load[], inspectors: readonly InspectorRow[], team: Rules['team']): Refused | null {
  const obstacle = obstacleOf(loads, inspectors, team);
  return obstacle && fail({ kind: 'cannot-staff', ...obstacle });
}

/** Every category by itself and all together must find enough free visits. */
function checkPlaces(loads: readonly Load[], inspectors: readonly InspectorRow[], team: Rules['team']): Refused | null {
  const groups = [...loads.map((load) => [load]), loads];
  for (const group of groups) {
    const visits = group.reduce((sum, load) => sum + load.visits, 0);
    const able = fit(
      inspectors,
      group.map((load) => load.category),
    );
    const have = visitsOf(able, visits);
    if (have < visits * team.size) return fail({ kind: 'too-few-places', need: visits * team.size, have });
  }
  return null;
}

/** How many visits these people may make together, when there are so many. */
function visitsOf(rows: readonly InspectorRow[], visits: number): number {
  return rows.reduce((sum, row) => sum + Math.min(Math.max(row.cap - row.load, 0), visits), 0);
}

function fit(inspectors: readonly InspectorRow[], categories: readonly Category[]): readonly InspectorRow[] {
  return inspectors.filter((row) => row.excluded === null && categories.some((category) => row.categories.includes(category)));
}
