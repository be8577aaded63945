// How a draw stands after its events so far: teams, loads, reserves, recusals, withdrawals (SSJ-1, "Events").
import type { DrawRecord, InspectorRow, Rules, Team } from '../record.ts';

/** One team as it stands. */
export interface StandingTeam {
  readonly stratum: string;
  /** A forced object has no reserve behind it. */
  readonly isForced: boolean;
  readonly team: (string | null)[];
}

/** What events read and change. `teams` is in draw order, substitutes after it. */
export interface Standing {
  readonly rules: Rules;
  readonly inspectors: ReadonlyMap<string, InspectorRow>;
  readonly categories: ReadonlyMap<string, string>;
  readonly teams: Map<string, StandingTeam>;
  readonly load: Map<string, number>;
  /** Unused reserves of each stratum, next first. */
  readonly reserves: Map<string, string[]>;
  readonly recused: Set<string>;
  readonly withdrawn: Set<string>;
}

/** What the standing is built from: a settled record, whose events are not looked at. */
export type Settled = Pick<DrawRecord, 'manifest' | 'roster' | 'inspectors' | 'recusals' | 'objects' | 'teams'>;

/** The standing right after the result, before any event. */
export function standingAtResult(record: Settled): Standing {
  const categories = new Map(record.roster.map(({ id, category }) => [id, category]));
  const home = new Map<string, Pick<StandingTeam, 'stratum' | 'isForced'>>();
  for (const { stratum, forced, drawn } of record.objects) {
    for (const id of forced) home.set(id, { stratum, isForced: true });
    for (const id of drawn) home.set(id, { stratum, isForced: false });
  }
  const standing: Standing = {
    rules: record.manifest.rules,
    inspectors: new Map(record.inspectors.filter(({ excluded }) => excluded === null).map((row) => [row.id, row])),
    categories,
    teams: new Map(),
    load: new Map(record.inspectors.map(({ id, load }) => [id, load])),
    reserves: new Map(record.objects.map(({ stratum, reserve }) => [stratum, [...reserve]])),
    recused: new Set(record.recusals.map(({ object, inspector }) => pair(object, inspector))),
    withdrawn: new Set(),
  };
  for (const { object, team } of record.teams) {
    const { stratum, isForced } = home.get(object) ?? { stratum: '', isForced: true };
    standing.teams.set(object, { stratum, isForced, team: [...team] });
    for (const id of team) if (id !== null) addLoad(standing, id, 1);
  }
  return standing;
}

/** The teams as a record lists them. */
export function teamsOf(standing: Standing): readonly Team[] {
  return [...standing.teams].map(([object, { team }]) => ({ object, team: [...team] }));
}

/** Why an inspector does not fit a place, or null if he does. Room under his cap is not looked at. */
export type Misfit = 'unknown' | 'withdrawn' | 'category' | 'lead' | 'recused' | 'in-team';

/** Looks whether an inspector fits a slot of an object of the given category, apart from who is in its team. */
export function misfit(standing: Standing, inspector: string, object: string, slot: number): Misfit | null {
  const row = standing.inspectors.get(inspector);
  if (!row) return 'unknown';
  if (standing.withdrawn.has(inspector)) return 'withdrawn';
  if (!row.categories.includes(standing.categories.get(object) ?? '')) return 'category';
  if (slot === 0 && standing.rules.team.lead && !row.lead) return 'lead';
  return standing.recused.has(pair(object, inspector)) ? 'recused' : null;
}

/** Whether an inspector may be given an empty slot: he fits it, is not in its team, and has room under his cap. */
export function isEligible(standing: Standing, inspector: string, object: string, slot: number): boolean {
  const cap = standing.inspectors.get(inspector)?.cap ?? 0;
  if ((standing.load.get(inspector) ?? 0) >= cap) return false;
  return !standing.teams.get(object)?.team.includes(inspector) && misfit(standing, inspector, object, slot) === null;
}

/** Changes a load. */
export function addLoad(standing: Standing, inspector: string, step: 1 | -1): void {
  standing.load.set(inspector, (standing.load.get(inspector) ?? 0) + step);
}

/** Records that an inspector may not meet an object. */
export function recuse(standing: Standing, object: string, inspector: string): void {
  standing.recused.add(pair(object, inspector));
}

/** All objects whose team an inspector is in, in draw order, substitutes after it. */
export function placesOf(standing: Standing, inspector: string): readonly string[] {
  return [...standing.teams].filter(([, { team }]) => team.includes(inspector)).map(([object]) => object);
}

function pair(object: string, inspector: string): string {
  return JSON.stringify([object, inspector]);
}
