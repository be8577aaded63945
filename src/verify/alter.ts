// Repeats the changes after the draw, one by one (SSJ-1, "Events").
import type { Chosen } from './choose.ts';
import type { Alteration, Crew, Person, ReadRecord, Spot } from './record.ts';
import { sha256 } from './sha256.ts';

/** The draw as it stands: crews in draw order with substitutes behind. */
export interface State {
  readonly lead: boolean;
  readonly people: readonly Person[];
  readonly byId: ReadonlyMap<string, Person>;
  readonly category: ReadonlyMap<string, string>;
  crews: { readonly object: string; readonly team: (string | null)[] }[];
  /** Of which stratum each object came that has reserves behind it. */
  readonly stratumOf: Map<string, string>;
  readonly reserves: Map<string, readonly string[]>;
  readonly apart: Set<string>;
  readonly gone: Set<string>;
}

/** The state before the first change. */
export function beginning(record: ReadRecord, chosen: readonly Chosen[], teams: readonly Crew[]): State {
  const people = record.inspectors.filter(({ excluded }) => excluded === null);
  return {
    lead: record.manifest.rules.team.lead,
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    category: new Map(record.roster.map((row) => [row.id, row.category])),
    crews: teams.map(({ object, team }) => ({ object, team: [...team] })),
    stratumOf: new Map(chosen.flatMap(({ stratum, drawn, reserve }) => [...drawn, ...reserve].map((id) => [id, stratum] as const))),
    reserves: new Map(chosen.map(({ stratum, reserve }) => [stratum, reserve])),
    apart: new Set(record.recusals.map(({ object, inspector }) => `${object} ${inspector}`)),
    gone: new Set(),
  };
}

/** Why a change was not allowed, in words; null if it was. */
export function objection(state: State, change: Alteration): string | null {
  switch (change.kind) {
    case 'substitute':
      return find(state, change.object) ? null : `${change.object} 不在检查之列`;
    case 'replace':
      return replaceObjection(state, change);
    case 'swap':
      return swapObjection(state, change);
    default: {
      const names = change.places.map(({ object, slot }) => `${object} ${slot}`);
      const isEmpty = ({ object, slot }: Spot): boolean => find(state, object)?.team[slot] === null;
      if (names.length === 0) return '没有要补的位置';
      return new Set(names).size === names.length && change.places.every(isEmpty) ? null : '要补的位置不存在、不空或重复';
    }
  }
}

/** Makes an allowed change and answers its result. */
export function alter(state: State, change: Alteration, seed: string): unknown {
  switch (change.kind) {
    case 'replace': {
      const { out, places, withdraw } = change;
      if (withdraw) state.gone.add(out);
      const spots = places.map((object) => ({ object, slot: find(state, object)!.team.indexOf(out) }));
      for (const { object, slot } of spots) {
        state.apart.add(`${object} ${out}`);
        find(state, object)!.team[slot] = null;
      }
      return spots.map((spot) => ({ object: spot.object, in: refill(state, spot, seed) }));
    }
    case 'swap': {
      const { a, b, recused } = change;
      if (recused === 'a' || recused === 'both') state.apart.add(`${a.object} ${a.inspector}`);
      if (recused === 'b' || recused === 'both') state.apart.add(`${b.object} ${b.inspector}`);
      const [left, right] = [find(state, a.object)!.team, find(state, b.object)!.team];
      left.splice(left.indexOf(a.inspector), 1, b.inspector);
      right.splice(right.indexOf(b.inspector), 1, a.inspector);
      return true;
    }
    case 'substitute':
      return stepIn(state, change.object, seed);
    default:
      return change.places.map((spot) => ({ object: spot.object, in: refill(state, spot, seed) }));
  }
}

/** The teams in ascending order of their objects. */
export function finalTeams(state: State): readonly Crew[] {
  return [...state.crews].sort((a, b) => (a.object < b.object ? -1 : 1));
}

function replaceObjection(state: State, { out, places, withdraw }: Extract<Alteration, { kind: 'replace' }>): string | null {
  if (state.gone.has(out) || !state.byId.has(out)) return `${out} 不在可查人员之列`;
  const own = state.crews.filter(({ team }) => team.includes(out)).map(({ object }) => object);
  if (withdraw) return own.join() === places.join() ? null : `应列出其全部位置：${own.join('、')}`;
  return places.length === 1 && own.includes(places[0]!) ? null : '应恰为其一个位置';
}

function swapObjection(state: State, { a, b }: Extract<Alteration, { kind: 'swap' }>): string | null {
  const [left, right] = [find(state, a.object)?.team, find(state, b.object)?.team];
  if (!left?.includes(a.inspector) || !right?.includes(b.inspector)) return '其中一人不在所说的组内';
  if (left === right || a.inspector === b.inspector) return '须是两个组的两个人';
  const fits = (id: string, object: string, team: readonly (string | null)[], other: string): boolean =>
    !team.includes(id) && suits(state, id, { object, slot: team.indexOf(other) });
  return fits(a.inspector, b.object, right, b.inspector) && fits(b.inspector, a.object, left, a.inspector) ? null : '换位后有人不合条件';
}

function stepIn(state: State, old: string, seed: string): unknown {
  const { team } = find(state, old)!;
  state.crews = state.crews.filter(({ object }) => object !== old);
  const stratum = state.stratumOf.get(old);
  const [object, ...rest] = stratum === undefined ? [] : (state.reserves.get(stratum) ?? []);
  if (object === undefined || stratum === undefined) return { object: null, changes: [] };
  state.reserves.set(stratum, rest);
  state.crews.push({ object, team });
  const misfits = team.flatMap((out, slot) => (out === null || suits(state, out, { object, slot }) ? [] : [{ out, slot }]));
  for (const { slot } of misfits) team[slot] = null;
  return { object, changes: misfits.map(({ out, slot }) => ({ out, in: refill(state, { object, slot }, seed) })) };
}

/** Who comes into an empty place: least load, then least ticket, then id. */
function refill(state: State, spot: Spot, seed: string): string | null {
  const { team } = find(state, spot.object)!;
  const loads = loadsOf(state);
  const open = state.people.filter(({ id, cap }) => loads.get(id)! < cap && !team.includes(id) && suits(state, id, spot));
  if (open.length === 0) return null;
  const least = Math.min(...open.map(({ id }) => loads.get(id)!));
  const lines = open.filter(({ id }) => loads.get(id) === least).map(({ id }) => `${sha256(`${seed}:inspector:${id}#${least + 1}`)} ${id}`);
  const winner = lines.sort()[0]!.slice(65);
  team[spot.slot] = winner;
  return winner;
}

/** Counted anew each time: the load of the list, and one for every place held. */
function loadsOf({ people, crews }: State): Map<string, number> {
  const loads = new Map(people.map(({ id, load }) => [id, load]));
  for (const { team } of crews) for (const id of team) if (id !== null) loads.set(id, loads.get(id)! + 1);
  return loads;
}

function suits({ byId, category, lead, apart, gone }: State, id: string, { object, slot }: Spot): boolean {
  const person = byId.get(id);
  if (!person || gone.has(id) || apart.has(`${object} ${id}`)) return false;
  return person.categories.includes(category.get(object)!) && (person.lead || slot !== 0 || !lead);
}

function find(state: State, wanted: string): State['crews'][number] | undefined {
  return state.crews.find(({ object }) => object === wanted);
}
