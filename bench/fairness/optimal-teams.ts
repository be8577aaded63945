// Every best assignment of a small case, by trying them all: most places filled, then the most even loads. Knows nothing of how the product searches.
import type { TeamCase, Teams } from './cases.ts';

/** All best assignments, each once: who leads matters, the order of the others in a team does not. For some ten places. */
export function optimalTeams(teamCase: TeamCase): readonly Teams[] {
  const { institutions, inspectors, team } = teamCase;
  const places = institutions.flatMap((_, object) => Array.from({ length: team.size }, (__, slot) => ({ object, slot })));
  const load = inspectors.map(() => 0);
  const current: (number | null)[][] = institutions.map(() => []);
  let best = { filled: -1, squares: 0, found: [] as Teams[] };

  const keep = (filled: number): void => {
    const squares = load.reduce((sum, one) => sum + one * one, 0);
    if (filled < best.filled || (filled === best.filled && squares > best.squares)) return;
    if (filled > best.filled || squares < best.squares) best = { filled, squares, found: [] };
    best.found.push(normal(teamCase, current));
  };
  const walk = (at: number, filled: number): void => {
    if (filled + places.length - at < best.filled) return;
    const place = places[at];
    if (!place) return keep(filled);
    const members = current[place.object] ?? [];
    for (const i of inspectors.keys()) {
      if (!mayTake(teamCase, place, members, i) || (load[i] ?? 0) >= (inspectors[i]?.cap ?? 0)) continue;
      load[i] = (load[i] ?? 0) + 1;
      members.push(i);
      walk(at + 1, filled + 1);
      members.pop();
      load[i] = (load[i] ?? 0) - 1;
    }
    members.push(null);
    walk(at + 1, filled);
    members.pop();
  };
  walk(0, 0);
  return best.found;
}

/** Of these, the ones in which the same people meet as rarely as can be: the least sum over all pairs of their meetings squared. */
export function rarestMeetings(all: readonly Teams[]): readonly Teams[] {
  const meetings = all.map((teams) => {
    const met = new Map<string, number>();
    for (const team of teams) {
      for (const one of team)
        for (const other of team) if (one !== other) met.set(`${one}+${other}`, (met.get(`${one}+${other}`) ?? 0) + 1);
    }
    return [...met.values()].reduce((sum, times) => sum + times * times, 0);
  });
  const least = Math.min(...meetings);
  return all.filter((_, i) => meetings[i] === least);
}

/** One name for assignments that differ only in the order of team members who do the same. */
export function nameOf(teamCase: TeamCase, teams: Teams): string {
  return normal(teamCase, teams)
    .map((team) => team.join('+'))
    .join(' ');
}

function mayTake(
  { institutions, inspectors, team }: TeamCase,
  { object, slot }: { readonly object: number; readonly slot: number },
  members: readonly (number | null)[],
  i: number,
): boolean {
  const [inspector, institution] = [inspectors[i], institutions[object]];
  if (!inspector || !institution || members.includes(i) || institution.recused.includes(i)) return false;
  if (!inspector.categories.includes(institution.category)) return false;
  const leads = team.lead && slot === 0;
  if (leads) return inspector.lead;
  // Members who do the same are tried in ascending order only, so that each team comes once.
  return members.slice(team.lead ? 1 : 0).every((other) => other !== null && other < i);
}

function normal({ team }: TeamCase, teams: Teams): Teams {
  return teams.map((members) => {
    const leaders = team.lead ? members.slice(0, 1) : [];
    return [...leaders, ...members.slice(leaders.length).toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity))];
  });
}
