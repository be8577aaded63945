// What many draws of teams show: how often each inspector visits, whom he visits, with whom, and which assignments come at all.
import { equalInspectors, type TeamCase, type TeamDraw, type Teams } from './cases.ts';
import { alike, type Verdict } from './chi-square.ts';
import { nameOf } from './optimal-teams.ts';

/** Counts of many draws. */
export interface TeamTally {
  readonly draws: number;
  /** By `nameOf` an assignment. */
  readonly assignments: ReadonlyMap<string, number>;
  /** `visits[object][inspector]`. */
  readonly visits: readonly (readonly number[])[];
  /** `mates[i][j]`: in how many teams both sat. */
  readonly mates: readonly (readonly number[])[];
  /** One for each class of equal inspectors: of their visits in all, and at each institution. */
  readonly classes: readonly { readonly all: Verdict; readonly each: readonly Verdict[] }[];
  /** The share of draws in which the second team is guessed right by whoever saw the first and knows what usually follows. */
  readonly secondGuessed: number;
  /** Draws in which someone sat twice in a team. */
  readonly doubled: number;
}

/** Holds the draws 1 … `draws`. */
export function tallyTeams(teamCase: TeamCase, draw: TeamDraw, draws: number): TeamTally {
  const { institutions, inspectors } = teamCase;
  const assignments = new Map<string, number>();
  const visits = institutions.map(() => inspectors.map(() => 0));
  const mates = inspectors.map(() => inspectors.map(() => 0));
  const classes = equalInspectors(teamCase);
  const spreads = classes.map(() => ({ all: 0, each: institutions.map(() => 0) }));
  let doubled = 0;
  for (let counter = 1; counter <= draws; counter += 1) {
    const teams = draw(counter);
    const name = nameOf(teamCase, teams);
    assignments.set(name, (assignments.get(name) ?? 0) + 1);
    if (teams.some((team) => team.some((member, slot) => member !== null && team.indexOf(member) < slot))) doubled += 1;
    for (const [object, team] of teams.entries()) countTeam(team, visits[object] ?? [], mates);
    for (const [c, members] of classes.entries()) addSpread(spreads[c], members, teams);
  }
  return {
    draws,
    assignments,
    visits,
    mates,
    classes: classes.map((members, c) => judgeClass(members, visits, spreads[c])),
    secondGuessed: secondGuessed(assignments),
    doubled,
  };
}

interface Spread {
  all: number;
  readonly each: number[];
}

function countTeam(team: Teams[number], visits: number[], mates: readonly number[][]): void {
  for (const member of team) {
    if (member === null) continue;
    visits[member] = (visits[member] ?? 0) + 1;
    const row = mates[member] ?? [];
    for (const mate of team) if (mate !== null && mate !== member) row[mate] = (row[mate] ?? 0) + 1;
  }
}

/** Adds one draw's squared distances from the class mean, of all visits and of those at each institution. */
function addSpread(spread: Spread | undefined, members: readonly number[], teams: Teams): void {
  if (!spread) return;
  const loads = members.map(() => 0);
  for (const [object, team] of teams.entries()) {
    const here = members.map((member) => team.filter((one) => one === member).length);
    here.forEach((times, m) => (loads[m] = (loads[m] ?? 0) + times));
    spread.each[object] = (spread.each[object] ?? 0) + squaredDistance(here);
  }
  spread.all += squaredDistance(loads);
}

function squaredDistance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function judgeClass(members: readonly number[], visits: TeamTally['visits'], spread: Spread | undefined): TeamTally['classes'][number] {
  const totals = members.map((member) => visits.reduce((sum, row) => sum + (row[member] ?? 0), 0));
  const each = visits.map((row, object) =>
    alike(
      members.map((member) => row[member] ?? 0),
      spread?.each[object] ?? 0,
    ),
  );
  return { all: alike(totals, spread?.all ?? 0), each };
}

function secondGuessed(assignments: TeamTally['assignments']): number {
  const follows = new Map<string, Map<string, number>>();
  let all = 0;
  for (const [name, times] of assignments) {
    const [first = '', second = ''] = name.split(' ');
    const next = follows.get(first) ?? new Map<string, number>();
    follows.set(first, next.set(second, (next.get(second) ?? 0) + times));
    all += times;
  }
  return [...follows.values()].reduce((sum, next) => sum + Math.max(...next.values()), 0) / all;
}

/** How far the draws are from the exactly uniform law over all best assignments: reported, not claimed to be nothing. */
export interface LawFindings {
  readonly optimal: number;
  readonly reached: number;
  /** Draws whose assignment is not among the best. */
  readonly outside: number;
  /** Total variation distance from the uniform law, 0 … 1, and what so many exactly uniform draws would show by chance. */
  readonly distance: number;
  readonly distanceByChance: number;
  /** As in the tally, under the law. */
  readonly secondGuessed: number;
  /** The pair of institution and inspector, and the pair of mates, furthest from the law; shares of draws. */
  readonly visit: Gap;
  readonly mate: Gap;
}

/** A measured share beside the one of the law. */
export interface Gap {
  readonly share: number;
  readonly law: number;
}

/** Holds the counts against the uniform law over `optimal`. */
export function judgeLaw(teamCase: TeamCase, { draws, assignments, visits, mates }: TeamTally, optimal: readonly Teams[]): LawFindings {
  const names = optimal.map((teams) => nameOf(teamCase, teams));
  const counts = names.map((name) => assignments.get(name) ?? 0);
  const inside = counts.reduce((sum, count) => sum + count, 0);
  const expected = draws / optimal.length;
  const lawVisits = visits.map((row) => row.map(() => 0));
  const lawMates = mates.map((row) => row.map(() => 0));
  for (const teams of optimal) for (const [object, team] of teams.entries()) countTeam(team, lawVisits[object] ?? [], lawMates);
  const furthest = (measured: TeamTally['visits'], law: TeamTally['visits']): Gap =>
    measured
      .flatMap((row, i) => row.map((count, j) => ({ share: count / draws, law: (law[i]?.[j] ?? 0) / optimal.length })))
      .reduce((worst, gap) => (Math.abs(gap.share - gap.law) > Math.abs(worst.share - worst.law) ? gap : worst));
  return {
    optimal: optimal.length,
    reached: counts.filter((count) => count > 0).length,
    outside: draws - inside,
    distance: (counts.reduce((sum, count) => sum + Math.abs(count - expected), 0) + draws - inside) / draws / 2,
    distanceByChance: Math.sqrt(optimal.length / (2 * Math.PI * draws)),
    secondGuessed: secondGuessed(new Map(names.map((name) => [name, 1]))),
    visit: furthest(visits, lawVisits),
    mate: furthest(mates, lawMates),
  };
}
