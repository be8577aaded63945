// Repeats the assignment of the inspectors, step by step as the protocol tells it (SSJ-1, "Inspectors").
import type { Crew, Person, ReadRecord, Spot } from './record.ts';
import { sha256 } from './sha256.ts';

/** What the assignment should have come to. */
export interface Arranged {
  readonly teams: readonly Crew[];
  readonly unfilled: readonly Spot[];
}

/** Seats are numbered through: object by object, slot by slot. */
interface Table {
  readonly objects: readonly string[];
  readonly size: number;
  /** Candidates in base order. */
  readonly people: readonly Person[];
  /** Who has what a seat asks for, in base order; seats that ask for the same share one set. */
  readonly able: readonly ReadonlySet<Person>[];
  /** Who is recused from an object. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sitting: (Person | null)[];
  /** Seats of each person in the order in which he came to hold them. */
  readonly seats: Map<Person, number[]>;
  readonly load: Map<Person, number>;
  /** Tickets once computed, with the id behind each for equal ones. */
  readonly tickets: Map<string, string>;
  readonly seed: string;
}

/** All teams of the drawn institutions. */
export function arrange(record: ReadRecord, objects: readonly string[], seed: string): Arranged {
  const table = lay(record, objects, seed);
  const unfilled: Spot[] = [];
  for (let seat = 0; seat < table.sitting.length; seat += 1) {
    if (!take(table, seat)) unfilled.push({ object: objects[Math.floor(seat / table.size)]!, slot: seat % table.size });
  }
  const teams = objects.map((object, o) => ({ object, team: crew(table, o * table.size).map((person) => person?.id ?? null) }));
  return { teams, unfilled };
}

function lay({ manifest, roster, inspectors, recusals }: ReadRecord, objects: readonly string[], seed: string): Table {
  const { size, lead } = manifest.rules.team;
  const category = new Map(roster.map((row) => [row.id, row.category]));
  const apart = new Map(objects.map((object) => [object, new Set<string>()]));
  for (const { object, inspector } of recusals) apart.get(object)?.add(inspector);
  const listed = inspectors.filter(({ excluded }) => excluded === null);
  const ranked = listed.map((person) => ({ person, line: `${sha256(`${seed}:inspector:${person.id}#0`)} ${person.id}` }));
  const people = ranked.sort((a, b) => (a.line < b.line ? -1 : 1)).map(({ person }) => person);
  const sets = new Map<string, ReadonlySet<Person>>();
  const able = objects.flatMap((object) =>
    Array.from({ length: size }, (_, slot) => {
      const [wanted, first] = [category.get(object)!, lead && slot === 0];
      const name = `${first} ${wanted}`;
      const set = sets.get(name) ?? new Set(people.filter((person) => (person.lead || !first) && person.categories.includes(wanted)));
      sets.set(name, set);
      return set;
    }),
  );
  return {
    objects,
    size,
    people,
    able,
    apart,
    sitting: Array.from({ length: objects.length * size }, () => null),
    seats: new Map(people.map((person) => [person, []])),
    load: new Map(people.map((person) => [person, person.load])),
    tickets: new Map(),
    seed,
  };
}

/** Fills one seat, by a chain if that keeps the loads more even, else directly; false if nobody can. */
function take(table: Table, seat: number): boolean {
  const team = crew(table, seat);
  const free = [...table.able[seat]!].filter((person) => hasRoom(table, person) && !isKept(table, person, seat, team));
  const least = free.reduce((low, person) => Math.min(low, table.load.get(person)!), Infinity);
  const end = chainEnd(table, seat, least);
  if (end) {
    pass(table, end);
    return true;
  }
  const equal = free.filter((person) => table.load.get(person) === least);
  if (equal.length === 0) return false;
  const rank = equal.map((person) => ({ person, met: meetings(table, person, team), line: ticket(table, person, least + 1) }));
  const { person } = rank.reduce((a, b) => (b.met < a.met || (b.met === a.met && b.line < a.line) ? b : a));
  sit(table, person, seat);
  table.load.set(person, least + 1);
  return true;
}

function ticket({ tickets, seed }: Table, { id }: Person, round: number): string {
  const text = `${seed}:inspector:${id}#${round}`;
  const known = tickets.get(text) ?? `${sha256(text)} ${id}`;
  tickets.set(text, known);
  return known;
}

/** The seats of a chain: the end's new one first, the empty one last. */
interface Chain {
  readonly person: Person;
  readonly path: readonly number[];
}

/** Searches in breadth for a chain to somebody with room whose load is under `least`. */
function chainEnd(table: Table, empty: number, least: number): Chain | null {
  const idle = table.people.reduce((low, person) => (hasRoom(table, person) ? Math.min(low, table.load.get(person)!) : low), Infinity);
  if (idle >= least) return null;
  const before = new Map<number, number>([[empty, -1]]);
  const met = new Set<Person>();
  const left = new Map<ReadonlySet<Person>, readonly Person[]>();
  let end: { person: Person; at: number } | null = null;
  let low = least;
  for (const seat of before.keys()) {
    // Nobody can be less burdened than the idlest, and of equals the first counts.
    if (low === idle) break;
    const first = seat - (seat % table.size);
    const team = crew(table, seat);
    const able = table.able[seat]!;
    for (const [slot, mate] of team.entries()) {
      if (mate && able.has(mate) && !before.has(first + slot)) before.set(first + slot, seat);
    }
    const kept: Person[] = [];
    for (const person of left.get(able) ?? able) {
      if (met.has(person)) continue;
      if (isKept(table, person, seat, team)) {
        kept.push(person);
        continue;
      }
      met.add(person);
      if (hasRoom(table, person) && table.load.get(person)! < low) {
        end = { person, at: seat };
        low = table.load.get(person)!;
      }
      for (const held of table.seats.get(person)!) if (!before.has(held)) before.set(held, seat);
    }
    left.set(able, kept);
  }
  if (!end) return null;
  const path: number[] = [];
  for (let at = end.at; at !== -1; at = before.get(at)!) path.push(at);
  return { person: end.person, path };
}

/** Whether someone who is able may still not come to a seat: recused, or in its team already. */
function isKept({ apart, objects, size }: Table, person: Person, seat: number, team: readonly (Person | null)[]): boolean {
  return apart.get(objects[Math.floor(seat / size)]!)!.has(person.id) || team.includes(person);
}

/** Moves everyone on the chain one seat on. */
function pass(table: Table, { person, path }: Chain): void {
  let moving = person;
  for (const seat of path) {
    const there = table.sitting[seat] ?? null;
    if (there) {
      const own = table.seats.get(there)!;
      own.splice(own.indexOf(seat), 1);
    }
    sit(table, moving, seat);
    if (there) moving = there;
  }
  table.load.set(person, table.load.get(person)! + 1);
}

function sit(table: Table, person: Person, seat: number): void {
  table.sitting[seat] = person;
  table.seats.get(person)!.push(seat);
}

function crew({ sitting, size }: Table, seat: number): readonly (Person | null)[] {
  const first = seat - (seat % size);
  return sitting.slice(first, first + size);
}

/** In how many teams someone is together with each of those present, summed. */
function meetings(table: Table, person: Person, team: readonly (Person | null)[]): number {
  let sum = 0;
  for (const seat of table.seats.get(person)!) for (const mate of crew(table, seat)) if (mate && team.includes(mate)) sum += 1;
  return sum;
}

function hasRoom({ load }: Table, person: Person): boolean {
  return load.get(person)! < person.cap;
}
