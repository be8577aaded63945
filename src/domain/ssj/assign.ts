// Who inspects what: each slot in draw order goes to the least burdened who may, if need be along the shortest chain of swaps (SSJ-1, "Inspectors").
import type { Team, Unfilled } from '../record.ts';
import { type AssignInput, type Inspector, matesAt, mayJoin, type Place, seat, setUp } from './board.ts';
import { type Search, searchChain, shift } from './chain.ts';

/** Why a place stayed empty: these places can only be filled by these people, whose caps are used up (a minimal Hall violator). */
export interface Shortage extends Unfilled {
  readonly places: readonly Unfilled[];
  readonly inspectors: readonly string[];
}

/** Teams in draw order, the loads at the end, the places left empty and the reason for each. */
export interface Assigned {
  readonly teams: readonly Team[];
  readonly load: Readonly<Record<string, number>>;
  readonly unfilled: readonly Unfilled[];
  readonly shortages: readonly Shortage[];
}

/** The assignment. Ids must be distinct. 1,000 objects by 1,000 inspectors take well under a second. */
export function assign(input: AssignInput): Assigned {
  const board = setUp(input);
  const shortages: Shortage[] = [];
  for (const object of board.objects) {
    for (const place of object.places) {
      const shortage = fillPlace(place);
      if (shortage) shortages.push(shortage);
    }
  }
  const load = new Map(board.inspectors.map((inspector) => [inspector.id, inspector.load]));
  return {
    teams: board.objects.map(({ id, places }) => ({ object: id, team: places.map((place) => place.holder?.id ?? null) })),
    load: Object.fromEntries(input.inspectors.map(({ id }) => [id, load.get(id) ?? 0])),
    unfilled: shortages.map(({ object, slot }) => ({ object, slot })),
    shortages,
  };
}

/** One place: by a chain if it ends at a lower load than dealing directly could, else directly, else not at all. */
function fillPlace(place: Place): Shortage | null {
  const direct = leastBurdened(place);
  const search = searchChain(place, direct?.load ?? Number.POSITIVE_INFINITY);
  if (search.end) {
    shift(search, search.end);
    return null;
  }
  if (!direct) return shortageOf(place, search);
  seat(place, direct);
  direct.load += 1;
  return null;
}

/** Who may take the place directly and has room: of the least load, of these the one who has met his mates least often, of these the least ticket. */
function leastBurdened(place: Place): Inspector | null {
  const mates = matesAt(place);
  const { levels } = place.pool;
  for (let load = levels.least(); load !== Number.POSITIVE_INFINITY; load = levels.above(load)) {
    let chosen: Inspector | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const inspector of levels.at(load)) {
      if (!mayJoin(inspector, place.object)) continue;
      const times = mates.reduce((sum, mate) => sum + (inspector.met.get(mate) ?? 0), 0);
      if (times < least) [chosen, least] = [inspector, times];
      if (least === 0) break;
    }
    if (chosen) return chosen;
  }
  return null;
}

function shortageOf(place: Place, search: Search): Shortage {
  return {
    object: place.object.id,
    slot: place.slot,
    places: [...search.towards.keys()].map((visited) => ({ object: visited.object.id, slot: visited.slot })),
    inspectors: [...search.via.keys()].map(({ id }) => id),
  };
}
