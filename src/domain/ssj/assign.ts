// Who inspects what: each slot in draw order goes to the least burdened who may, if need be along the shortest chain of swaps (SSJ-1, "Inspectors").
import type { Digest, Team, Unfilled } from '../record.ts';
import { type AssignInput, type Inspector, inspectorTicket, matesAt, mayJoin, type Place, seat, setUp } from './board.ts';
import { type Search, searchChain, shift } from './chain.ts';
import { byText } from './order.ts';

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
  const ticket = ticketsOf(input.seed);
  const shortages: Shortage[] = [];
  for (const object of board.objects) {
    for (const place of object.places) {
      const shortage = fillPlace(place, ticket);
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

type Tickets = (inspector: Inspector, g: number) => Digest;

/** One place: by a chain if it ends at a lower load than dealing directly could, else directly, else not at all. */
function fillPlace(place: Place, ticket: Tickets): Shortage | null {
  const direct = leastBurdened(place);
  const below = direct[0]?.load ?? Number.POSITIVE_INFINITY;
  const search = searchChain(place, below);
  if (search.end) {
    shift(search, search.end);
    return null;
  }
  const chosen = leastPaired(place, direct, ticket);
  if (!chosen) return shortageOf(place, search);
  seat(place, chosen);
  chosen.load += 1;
  return null;
}

/** All who may take the place directly and have room, of the least load among them. */
function leastBurdened(place: Place): readonly Inspector[] {
  let least: Inspector[] = [];
  let load = Number.POSITIVE_INFINITY;
  for (const inspector of place.pool.members) {
    if (inspector.load > load || inspector.load >= inspector.cap || !mayJoin(inspector, place.object)) continue;
    if (inspector.load < load) {
      load = inspector.load;
      least = [];
    }
    least.push(inspector);
  }
  return least;
}

/** Of these, the one who has met his mates least often; the ticket decides between equals. */
function leastPaired(place: Place, among: readonly Inspector[], ticket: Tickets): Inspector | null {
  const mates = matesAt(place);
  const paired = among.map((inspector) => ({ inspector, times: mates.reduce((sum, mate) => sum + (inspector.met.get(mate) ?? 0), 0) }));
  const least = paired.reduce((low, { times }) => Math.min(low, times), Number.POSITIVE_INFINITY);
  let chosen: { readonly inspector: Inspector; readonly ticket: Digest } | null = null;
  for (const { inspector, times } of paired) {
    if (times > least) continue;
    const candidate = { inspector, ticket: ticket(inspector, inspector.load + 1) };
    const order = chosen ? byText(candidate.ticket, chosen.ticket) || byText(inspector.id, chosen.inspector.id) : -1;
    if (order < 0) chosen = candidate;
  }
  return chosen?.inspector ?? null;
}

function shortageOf(place: Place, search: Search): Shortage {
  return {
    object: place.object.id,
    slot: place.slot,
    places: [...search.towards.keys()].map((visited) => ({ object: visited.object.id, slot: visited.slot })),
    inspectors: [...search.via.keys()].map(({ id }) => id),
  };
}

/** Tickets by inspector and round, each hashed once. */
function ticketsOf(seed: Digest): Tickets {
  const known = new Map<Inspector, Digest[]>();
  return (inspector, g) => {
    const own = known.get(inspector) ?? [];
    known.set(inspector, own);
    return (own[g] ??= inspectorTicket(seed, inspector.id, g));
  };
}
