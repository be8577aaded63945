// Which changes are refused, before any link is opened: a refused one leaves no event (SSJ-1, "Events").
import type { Change } from '../record.ts';
import { unreachable } from '../result.ts';
import { type Misfit, misfit, placesOf, type Standing } from './standing.ts';

/** Why a change is not allowed. */
export type ChangeProblem =
  | { readonly kind: 'change-object-unknown'; readonly object: string }
  | { readonly kind: 'change-not-in-team'; readonly object: string; readonly inspector: string }
  | { readonly kind: 'change-inspector-unknown'; readonly inspector: string }
  | { readonly kind: 'change-needs-one-place'; readonly have: number }
  | { readonly kind: 'change-needs-all-places'; readonly places: readonly string[] }
  | { readonly kind: 'change-swap-needs-two' }
  | { readonly kind: 'change-does-not-fit'; readonly object: string; readonly inspector: string; readonly why: Misfit }
  | { readonly kind: 'change-nothing-to-fill' }
  | { readonly kind: 'change-slot-not-empty'; readonly object: string; readonly slot: number };

type Of<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** The first reason why a change is not allowed as the draw stands, or null. */
export function changeProblem(standing: Standing, change: Change): ChangeProblem | null {
  switch (change.kind) {
    case 'replace':
      return replaceProblem(standing, change);
    case 'swap':
      return swapProblem(standing, change);
    case 'substitute':
      return standing.teams.has(change.object) ? null : { kind: 'change-object-unknown', object: change.object };
    case 'fill':
      return fillProblem(standing, change);
    default:
      return unreachable(change);
  }
}

/** The places are spelt out and in one order, as the seed depends on them: a free choice would be a second try. */
function replaceProblem(standing: Standing, { out, places, withdraw }: Of<'replace'>): ChangeProblem | null {
  if (!standing.inspectors.has(out) || standing.withdrawn.has(out)) return { kind: 'change-inspector-unknown', inspector: out };
  for (const object of places) {
    const held = standing.teams.get(object);
    if (!held) return { kind: 'change-object-unknown', object };
    if (!held.team.includes(out)) return { kind: 'change-not-in-team', object, inspector: out };
  }
  if (!withdraw) return places.length === 1 ? null : { kind: 'change-needs-one-place', have: places.length };
  const all = placesOf(standing, out);
  const isAll = all.length === places.length && all.every((object, i) => object === places[i]);
  return isAll ? null : { kind: 'change-needs-all-places', places: all };
}

function swapProblem(standing: Standing, change: Of<'swap'>): ChangeProblem | null {
  const { a, b } = change;
  for (const { object, inspector } of [a, b]) {
    const held = standing.teams.get(object);
    if (!held) return { kind: 'change-object-unknown', object };
    if (!held.team.includes(inspector)) return { kind: 'change-not-in-team', object, inspector };
  }
  if (a.object === b.object || a.inspector === b.inspector) return { kind: 'change-swap-needs-two' };
  for (const [mover, goal] of [
    [a, b],
    [b, a],
  ] as const) {
    const team = standing.teams.get(goal.object)?.team ?? [];
    const why = team.includes(mover.inspector) ? 'in-team' : misfit(standing, mover.inspector, goal.object, team.indexOf(goal.inspector));
    if (why) return { kind: 'change-does-not-fit', object: goal.object, inspector: mover.inspector, why };
  }
  return null;
}

function fillProblem(standing: Standing, { places }: Of<'fill'>): ChangeProblem | null {
  if (places.length === 0) return { kind: 'change-nothing-to-fill' };
  const seen = new Set<string>();
  for (const { object, slot } of places) {
    const held = standing.teams.get(object);
    if (!held) return { kind: 'change-object-unknown', object };
    const name = JSON.stringify([object, slot]);
    if (held.team[slot] !== null || seen.has(name)) return { kind: 'change-slot-not-empty', object, slot };
    seen.add(name);
  }
  return null;
}
