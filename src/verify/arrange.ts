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
  /** Whether a person has what a seat asks for and is not recused from its object. */
  readonly suits: (person: Person, seat: number) => boolean;
  /** Seats of one kind ask for the same. */
  readonly kind: (seat: number) => string;
  readonly sitting: (Person | null)[];
  /** Seats of each person in the order in which he came to hold them. */
  readonly seats: Map<Person, number[]>;
  readonly load: Map<Person, number>;
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
  const apart = new Set(recusals.map(({ object, inspector }) => `${object} ${inspector}`));
  const ranked = inspectors
    .filter(({ excluded }) => excluded === null)
    .map((person) => [`${sha256(`${seed}:inspector:${person.id}#0`)} ${person.id}`, person] as const);
  const people = ranked.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
  const asks = (seat: number): readonly [string, boolean] => [category.get(objects[Math.floor(seat / size)]!)!, lead && seat % size === 0];
  return {
    objects,
    size,
    people,
    suits: (person, seat) => {
      const [wanted, first] = asks(seat);
      return (
        (person.lead || !first) && person.categories.includes(wanted) && !apart.has(`${objects[Math.floor(seat / size)]} ${person.id}`)
      );
    },
    kind: (seat) => asks(seat).join(' '),
    sitting: Array.from({ length: objects.length * size }, () => null),
    seats: new Map(people.map((person) => [person, []])),
    load: new Map(people.map((person) => [person, person.load])),
    seed,
  };
}

/** Fills one seat, by a chain if that keeps the loads more even, else directly; false if nobody can. */
function take(table: Table, seat: number): boolean {
  const team = crew(table, seat);
  const free = table.people.filter((person) => hasRoom(table, person) && table.suits(person, seat) && !team.includes(person));
  const least = free.reduce((low, person) => Math.min(low, table.load.get(person)!), Infinity);
  const end = chainEnd(table, seat, least);
  if (end) {
    pass(table, end);
    return true;
  }
  const equal = free.filter((person) => table.load.get(person) === least);
  if (equal.length === 0) return false;
  const line = (person: Person): string => `${sha256(`${table.seed}:inspector:${person.id}#${least + 1}`)} ${person.id}`;
  const rank = equal.map((person) => ({ person, met: meetings(table, person, team), line: line(person) }));
  const { person } = rank.reduce((a, b) => (b.met < a.met || (b.met === a.met && b.line < a.line) ? b : a));
  sit(table, person, seat);
  table.load.set(person, least + 1);
  return true;
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
  const left = new Map<string, readonly Person[]>();
  let end: { person: Person; at: number } | null = null;
  let low = least;
  for (const seat of before.keys()) {
    const first = seat - (seat % table.size);
    const team = crew(table, seat);
    for (const [slot, mate] of team.entries()) {
      if (mate && table.suits(mate, seat) && !before.has(first + slot)) before.set(first + slot, seat);
    }
    const kept: Person[] = [];
    for (const person of left.get(table.kind(seat)) ?? table.people) {
      if (met.has(person)) continue;
      if (!table.suits(person, seat) || team.includes(person)) {
        if (mayYet(table, person, seat)) kept.push(person);
        continue;
      }
      met.add(person);
      if (hasRoom(table, person) && table.load.get(person)! < low) {
        end = { person, at: seat };
        low = table.load.get(person)!;
      }
      for (const held of table.seats.get(person)!) if (!before.has(held)) before.set(held, seat);
    }
    left.set(table.kind(seat), kept);
  }
  if (!end) return null;
  const path: number[] = [];
  for (let at = end.at; at !== -1; at = before.get(at)!) path.push(at);
  return { person: end.person, path };
}

/** Whether someone kept from this seat by a recusal or his own team might suit another of its kind. */
function mayYet({ kind }: Table, person: Person, seat: number): boolean {
  const [category, first] = kind(seat).split(/ (?=true$|false$)/);
  return person.categories.includes(category!) && (person.lead || first === 'false');
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
