// Who of a pool has had how many places, in the order of their tickets, without going through the whole pool for every place.
import type { Digest } from '../record.ts';
import { byText } from './order.ts';

/** As much of an inspector as a level looks at. Loads only ever grow. */
export interface Bearer {
  readonly id: string;
  readonly cap: number;
  readonly load: number;
}

/** The levels of one pool. */
export interface Levels<One extends Bearer> {
  /** The least load of a member with room; infinite if nobody has any. */
  readonly least: () => number;
  /** The next load above another that a member with room has; infinite if there is none. */
  readonly above: (load: number) => number;
  /** The members of exactly that load who have room, by ascending ticket for their next place. */
  readonly at: (load: number) => Iterable<One>;
}

/** Members by the ticket of one round. `next[k]`: where the first is, from the k-th on, who may still be of that load. */
interface Level<One> {
  readonly members: readonly One[];
  readonly next: Int32Array;
}

/** The levels of a pool; each is sorted once, when it is first asked for. `ticket` as `u(i, g)`. */
export function levelsOf<One extends Bearer>(pool: readonly One[], ticket: (one: One, g: number) => Digest): Levels<One> {
  const known = new Map<number, Level<One>>();
  let low = above(Number.NEGATIVE_INFINITY);

  function above(load: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const one of pool) if (one.load > load && one.load < one.cap && one.load < least) least = one.load;
    return least;
  }

  function level(load: number): Level<One> {
    const made = known.get(load);
    if (made) return made;
    const sorted = pool
      .filter((one) => one.load <= load && load < one.cap)
      .map((one) => ({ one, ticket: ticket(one, load + 1) }))
      .sort((a, b) => byText(a.ticket, b.ticket) || byText(a.one.id, b.one.id));
    const members = sorted.map(({ one }) => one);
    const fresh = { members, next: Int32Array.from({ length: members.length + 1 }, (_, k) => k) };
    known.set(load, fresh);
    return fresh;
  }

  return {
    least() {
      if (low !== Number.POSITIVE_INFINITY && firstFrom(level(low), 0, low) === level(low).members.length) low = above(low);
      return low;
    },
    above,
    *at(load) {
      const here = level(load);
      for (let k = firstFrom(here, 0, load); k < here.members.length; k = firstFrom(here, k + 1, load)) {
        const one = here.members[k] as One;
        if (one.load === load) yield one;
      }
    },
  };
}

/** The first place from `k` on whose member is not beyond the load; whoever is beyond is passed over for good. */
function firstFrom<One extends Bearer>({ members, next }: Level<One>, k: number, load: number): number {
  let found = k;
  for (;;) {
    const further = next[found] as number;
    if (further !== found) found = further;
    else if (found < members.length && (members[found] as One).load > load) {
      next[found] = found + 1;
      found += 1;
    } else break;
  }
  // Who comes this way again goes straight there.
  for (let at = k; at < found; ) {
    const further = next[at] as number;
    next[at] = found;
    at = further;
  }
  return found;
}
