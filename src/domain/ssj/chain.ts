// Swap chains: when dealing directly would leave loads uneven or a place empty, others move one step each (SSJ-1, "Inspectors", step 2 and 3).
import { type Inspector, mayJoin, type Place, type Pool, seat, unseat } from './board.ts';

/** The result of one search: whom it ends at (null: nobody better), and everything it looked at. */
export interface Search {
  readonly end: Inspector | null;
  /** For each visited place the place to which its holder would move; the place searched for leads to null. */
  readonly towards: ReadonlyMap<Place, Place | null>;
  /** For each visited inspector the place he would take. */
  readonly via: ReadonlyMap<Inspector, Place>;
}

/**
 * Breadth-first search from an empty place for someone of load under `below` who has room.
 * Of equal loads the first found wins, so the search may stop at the least load anyone in reach could have.
 */
export function searchChain(from: Place, below: number): Search {
  const floor = leastLoad(from.pool);
  const towards = new Map<Place, Place | null>([[from, null]]);
  const via = new Map<Inspector, Place>();
  let end: Inspector | null = null;
  let best = below;
  if (floor >= best && best !== Number.POSITIVE_INFINITY) return { end, towards, via };
  const waiting = new Map<Pool, readonly Inspector[]>();
  const queue = [from];
  const enqueue = (place: Place, next: Place): void => {
    if (towards.has(place)) return;
    towards.set(place, next);
    queue.push(place);
  };
  for (const place of queue) {
    for (const other of place.object.places) if (other.holder && place.pool.has.has(other.holder)) enqueue(other, place);
    const later: Inspector[] = [];
    for (const inspector of waiting.get(place.pool) ?? place.pool.members) {
      if (via.has(inspector)) continue;
      if (!mayJoin(inspector, place.object)) {
        later.push(inspector);
        continue;
      }
      via.set(inspector, place);
      if (inspector.load < inspector.cap && inspector.load < best) {
        end = inspector;
        best = inspector.load;
        if (best === floor) return { end, towards, via };
      }
      for (const held of inspector.held) enqueue(held, place);
    }
    // Whoever is not in `later` is visited for good, so each pool is walked through once and then only its leftovers.
    waiting.set(place.pool, later);
  }
  return { end, towards, via };
}

/** Shifts along the chain that ends at `end`: he takes the place he was reached from, the displaced one moves a step towards the empty place. */
export function shift(search: Search, end: Inspector): void {
  let moving = end;
  let place = search.via.get(end) ?? null;
  while (place) {
    const displaced: Inspector | null = place.holder ? unseat(place) : null;
    seat(place, moving);
    if (!displaced) break;
    moving = displaced;
    place = search.towards.get(place) ?? null;
  }
  end.load += 1;
}

/** The least load of anyone with room whom chains from this pool could reach as places are held now; infinite if nobody has room. */
function leastLoad(from: Pool): number {
  let least = Number.POSITIVE_INFINITY;
  const reached = new Set([from]);
  for (const pool of reached) {
    least = Math.min(least, pool.levels.least());
    for (const [kind, places] of pool.holds) if (places > 0) reached.add(kind);
  }
  return least;
}
