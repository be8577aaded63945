// The same rosters drawn in the ways of real systems, to stand beside the product's draws.
import type { Say } from '../line.ts';
import { EQUALS, FOUR_OF_TEN, OBJECT_CASES, type ObjectCase, type ObjectDraw, type TeamCase, type TeamDraw, UNLIKE } from './cases.ts';
import { worst } from './chi-square.ts';
import { cyclicGroups } from './cyclic-groups.ts';
import { choose, judgeObjects, type ObjectFindings, type ObjectTally, tallyObjects } from './institutions.ts';
import { listedModulo } from './listed-modulo.ts';
import { optimalTeams } from './optimal-teams.ts';
import { productObjects } from './product-draws.ts';
import { redrawing } from './redrawing.ts';
import { roundRobin } from './round-robin.ts';
import { secretWeight } from './secret-weight.ts';
import { skipSampling } from './skip-sampling.ts';
import { judgeLaw, type LawFindings, type TeamTally, tallyTeams } from './teams.ts';

/** One way to draw institutions, and what became of it. */
export interface ObjectRow {
  readonly way: string;
  readonly roster: string;
  readonly found: ObjectFindings;
  /** The least p of institutions, subsets and, if there are reserves, places. */
  readonly p: number;
}

/** One way to draw teams, and what became of it. */
export interface TeamRow {
  readonly way: string;
  readonly roster: string;
  readonly law: LawFindings;
  readonly tally: TeamTally;
}

/** Ways of real systems to draw institutions, and one bias on purpose: skipping rows on every roster, the others on four of ten. */
export function otherObjects(draws: number): readonly ObjectRow[] {
  const hold = (way: string, one: ObjectCase, draw: ObjectDraw): ObjectRow => objectRow(way, one, tallyObjects(one, draw, draws));
  return [
    ...OBJECT_CASES.map((one) => hold('skip-sampling', one, skipSampling(one))),
    hold('listed-modulo-100', FOUR_OF_TEN, listedModulo(FOUR_OF_TEN, 100)),
    hold('secret-weight-1.05', FOUR_OF_TEN, secretWeight(FOUR_OF_TEN, 105)),
    hold('redrawing-up-to-3', FOUR_OF_TEN, redrawing(productObjects(FOUR_OF_TEN), 3)),
  ];
}

/** The ways of real systems to make teams: dealing round, and groups made once. */
export function otherTeams(draws: number): readonly TeamRow[] {
  const hold = (way: string, one: TeamCase, draw: TeamDraw): TeamRow => {
    const tally = tallyTeams(one, draw, draws);
    return { way, roster: one.name, tally, law: judgeLaw(one, tally, optimalTeams(one)) };
  };
  return [EQUALS, UNLIKE].flatMap((one) => [hold('round-robin', one, roundRobin(one)), hold('cyclic-groups-2', one, cyclicGroups(one, 2))]);
}

/** Judges one way to draw institutions. */
export function objectRow(way: string, objectCase: ObjectCase, tally: ObjectTally): ObjectRow {
  const found = judgeObjects(objectCase, tally);
  const verdicts = [found.institutions, found.subsets, found.positions].filter((verdict) => verdict !== null);
  return { way, roster: objectCase.name, found, p: worst(verdicts) };
}

/** Says the figures of the other ways; nothing is demanded of them. */
export function sayObjects(rows: readonly ObjectRow[], say: Say, draws: number): void {
  for (const { way, roster, found, p } of rows) {
    say(`${roster}/${way}/subsets-reached`, found.reached, 'subsets', draws, found.possible);
    say(`${roster}/${way}/rows-never-drawn`, found.neverDrawn.length, 'rows', draws);
    say(`${roster}/${way}/rows-always-drawn`, found.alwaysDrawn.length, 'rows', draws);
    say(`${roster}/${way}/least-p`, p, 'p', draws);
  }
  // A lottery whose seed has six digits, published or not, cannot have more outcomes than seeds.
  say('10-of-40/six-digit-seed/subsets-reachable', 1_000_000, 'subsets', 0, choose(40, 10));
}

/** The same for teams. */
export function sayTeams(rows: readonly TeamRow[], say: Say, draws: number): void {
  for (const { way, roster, law, tally } of rows) {
    say(`${roster}/${way}/best-assignments-reached`, law.reached, 'assignments', draws, law.optimal);
    say(`${roster}/${way}/not-among-the-best`, law.outside, 'draws', draws);
    say(`${roster}/${way}/distance-from-uniform`, law.distance, 'total variation', draws, law.distanceByChance);
    say(`${roster}/${way}/second-team-guessed`, tally.secondGuessed, 'probability', draws, law.secondGuessed);
  }
}
