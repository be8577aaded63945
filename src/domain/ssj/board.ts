// The board on which inspectors are assigned: who holds which place, who fits where, who has met whom.
import type { Digest } from '../record.ts';
import { digest } from './canonical.ts';
import { type Levels, levelsOf } from './levels.ts';
import { byText } from './order.ts';

/** What `assign` starts from. A slot needs all of its qualifications; `cap` counts the starting `load`, null is no cap. */
export interface AssignInput {
  readonly seed: Digest;
  readonly objects: readonly {
    readonly id: string;
    readonly slots: readonly (readonly string[])[];
    readonly recused: readonly string[];
  }[];
  readonly inspectors: readonly {
    readonly id: string;
    readonly qualifications: readonly string[];
    readonly cap: number | null;
    readonly load: number;
  }[];
}

/** All inspectors who fit one kind of slot. `levels`: the same by load; `holds`: how many places of each kind they hold now, which is where chains lead from here. */
export interface Pool {
  readonly members: readonly Inspector[];
  readonly has: ReadonlySet<Inspector>;
  readonly levels: Levels<Inspector>;
  readonly holds: Map<Pool, number>;
}

/** One slot of one object. */
export interface Place {
  readonly object: TeamObject;
  readonly slot: number;
  readonly pool: Pool;
  holder: Inspector | null;
}

/** One object with its places in slot order. */
export interface TeamObject {
  readonly id: string;
  readonly places: Place[];
  readonly recused: ReadonlySet<string>;
}

/** One inspector; `held` in the order in which he came to hold the places. */
export interface Inspector {
  readonly id: string;
  readonly cap: number;
  load: number;
  readonly held: Place[];
  /** The pools he is in. */
  readonly pools: Pool[];
  /** In how many present teams he is together with each other inspector. */
  readonly met: Map<Inspector, number>;
}

/** The whole board: inspectors in base order, objects in draw order. */
export interface Board {
  readonly objects: readonly TeamObject[];
  readonly inspectors: readonly Inspector[];
}

/** `u(i, g)`: the ticket of an inspector for round `g`. */
export function inspectorTicket(seed: Digest, id: string, g: number): Digest {
  return digest(`${seed}:inspector:${id}#${g}`);
}

/** Sets up an empty board; time grows with objects and with inspectors times kinds of slots. */
export function setUp(input: AssignInput): Board {
  const rows = input.inspectors
    .map((row) => ({ row, base: inspectorTicket(input.seed, row.id, 0) }))
    .sort((a, b) => byText(a.base, b.base) || byText(a.row.id, b.row.id))
    .map(({ row }) => ({ qualifications: new Set(row.qualifications), inspector: inspectorOf(row) }));
  const pools = new Map<string, Pool>();
  const poolFor = (needs: readonly string[]): Pool => {
    const name = JSON.stringify([...new Set(needs)].sort());
    let pool = pools.get(name);
    if (!pool) {
      const members = rows.filter((row) => needs.every((need) => row.qualifications.has(need))).map((row) => row.inspector);
      const levels = levelsOf(members, (one, g) => inspectorTicket(input.seed, one.id, g));
      pool = { members, has: new Set(members), levels, holds: new Map() };
      for (const member of members) member.pools.push(pool);
      pools.set(name, pool);
    }
    return pool;
  };
  const objects = input.objects.map(({ id, slots, recused }) => {
    const object: TeamObject = { id, places: [], recused: new Set(recused) };
    slots.forEach((needs, slot) => object.places.push({ object, slot, pool: poolFor(needs), holder: null }));
    return object;
  });
  return { objects, inspectors: rows.map((row) => row.inspector) };
}

/** Gives an empty place to an inspector; his load is the caller's business. */
export function seat(place: Place, inspector: Inspector): void {
  for (const mate of matesAt(place)) countMeeting(mate, inspector, 1);
  place.holder = inspector;
  inspector.held.push(place);
  countHeld(inspector, place.pool, 1);
}

/** Takes the holder off a filled place and names him. */
export function unseat(place: Place): Inspector {
  const inspector = place.holder;
  if (!inspector) throw new Error('unseat: empty place');
  place.holder = null;
  inspector.held.splice(inspector.held.indexOf(place), 1);
  countHeld(inspector, place.pool, -1);
  for (const mate of matesAt(place)) countMeeting(mate, inspector, -1);
  return inspector;
}

/** Whether an inspector may come into an object's team: not recused, and not in it already. */
export function mayJoin(inspector: Inspector, object: TeamObject): boolean {
  return !object.recused.has(inspector.id) && !object.places.some((place) => place.holder === inspector);
}

/** The holders of the other places of a place's team. */
export function matesAt(place: Place): readonly Inspector[] {
  const mates: Inspector[] = [];
  for (const other of place.object.places) if (other !== place && other.holder) mates.push(other.holder);
  return mates;
}

function inspectorOf({ id, cap, load }: AssignInput['inspectors'][number]): Inspector {
  return { id, cap: cap ?? Number.POSITIVE_INFINITY, load, held: [], pools: [], met: new Map() };
}

function countMeeting(a: Inspector, b: Inspector, step: 1 | -1): void {
  a.met.set(b, (a.met.get(b) ?? 0) + step);
  b.met.set(a, (b.met.get(a) ?? 0) + step);
}

function countHeld(inspector: Inspector, kind: Pool, step: 1 | -1): void {
  for (const { holds } of inspector.pools) holds.set(kind, (holds.get(kind) ?? 0) + step);
}
