// What an allowed change does: out, in, swapped, substituted, filled; the successor is fixed by the event's seed (SSJ-1, "Events").
import type { Change, Digest, DrawRecord, EventResult } from '../record.ts';
import { unreachable } from '../result.ts';
import { inspectorTicket } from './board.ts';
import { byText } from './order.ts';
import { addLoad, isEligible, misfit, recuse, type Standing, type StandingTeam, standingAtResult } from './standing.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** How a draw stands after all events of its record, which are trusted to be allowed. */
export function standingOf(record: DrawRecord): Standing {
  const standing = standingAtResult(record);
  for (const { request, seed } of record.events) applyChange(standing, request.change, seed);
  return standing;
}

/** Applies a change that is allowed, and answers what an event's `result` holds. */
export function applyChange(standing: Standing, change: Change, seed: Digest): EventResult {
  switch (change.kind) {
    case 'replace':
      return replace(standing, change, seed);
    case 'swap':
      return swap(standing, change);
    case 'substitute':
      return substitute(standing, change, seed);
    case 'fill':
      return change.places.map(({ object, slot }) => ({ object, in: fill(standing, object, slot, seed) }));
    default:
      return unreachable(change);
  }
}

function replace(standing: Standing, { out, places, withdraw }: Of<'replace'>, seed: Digest): EventResult {
  if (withdraw) standing.withdrawn.add(out);
  const vacated = places.map((object) => {
    recuse(standing, object, out);
    return { object, slot: vacate(standing, object, out) };
  });
  return vacated.map(({ object, slot }) => ({ object, in: fill(standing, object, slot, seed) }));
}

function swap(standing: Standing, { a, b, recused }: Of<'swap'>): EventResult {
  if (recused !== 'b') recuse(standing, a.object, a.inspector);
  if (recused !== 'a') recuse(standing, b.object, b.inspector);
  const [teamA, teamB] = [teamAt(standing, a.object).team, teamAt(standing, b.object).team];
  teamA[teamA.indexOf(a.inspector)] = b.inspector;
  teamB[teamB.indexOf(b.inspector)] = a.inspector;
  return true;
}

function substitute(standing: Standing, { object: old }: Of<'substitute'>, seed: Digest): EventResult {
  const left = teamAt(standing, old);
  standing.teams.delete(old);
  const object = left.isForced ? undefined : standing.reserves.get(left.stratum)?.shift();
  if (object === undefined) {
    for (const id of left.team) if (id !== null) addLoad(standing, id, -1);
    return { object: null, changes: [] };
  }
  standing.teams.set(object, left);
  const outs = left.team.flatMap((out, slot) => (out !== null && misfit(standing, out, object, slot) ? [{ out, slot }] : []));
  for (const { out } of outs) vacate(standing, object, out);
  return { object, changes: outs.map(({ out, slot }) => ({ out, in: fill(standing, object, slot, seed) })) };
}

/** Takes someone out of a team and names his slot. */
function vacate(standing: Standing, object: string, out: string): number {
  const { team } = teamAt(standing, object);
  const slot = team.indexOf(out);
  team[slot] = null;
  addLoad(standing, out, -1);
  return slot;
}

/** Gives an empty slot to the eligible inspector of least load, the event's ticket deciding between equals; null if there is none. */
function fill(standing: Standing, object: string, slot: number, seed: Digest): string | null {
  const { team } = teamAt(standing, object);
  let chosen: { readonly id: string; readonly load: number; readonly ticket: Digest } | null = null;
  for (const id of standing.inspectors.keys()) {
    const load = standing.load.get(id) ?? 0;
    if ((chosen && load > chosen.load) || !isEligible(standing, id, object, slot)) continue;
    const next = { id, load, ticket: inspectorTicket(seed, id, load + 1) };
    const order = chosen ? load - chosen.load || byText(next.ticket, chosen.ticket) || byText(id, chosen.id) : -1;
    if (order < 0) chosen = next;
  }
  if (!chosen) return null;
  team[slot] = chosen.id;
  addLoad(standing, chosen.id, 1);
  return chosen.id;
}

function teamAt(standing: Standing, object: string): StandingTeam {
  const team = standing.teams.get(object);
  if (!team) throw new Error(`no team at ${object}: the change was not checked`);
  return team;
}
