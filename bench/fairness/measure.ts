// Fairness measured: 100,000 draws of each small roster by the product, judged, beside the same rosters drawn in ways not to be copied.
import type { Measure, Say } from '../line.ts';
import { OBJECT_CASES, type ObjectCase, TEAM_CASES, type TeamCase, WEIGHTED } from './cases.ts';
import { UNFAIR, type Verdict, worst } from './chi-square.ts';
import { type ObjectRow, objectRow, otherObjects, otherTeams, sayObjects, sayTeams, type TeamRow } from './comparison.ts';
import { judgeWeights, smallestBiasSeen, tallyObjects } from './institutions.ts';
import { optimalTeams, rarestMeetings } from './optimal-teams.ts';
import { productObjects, productTeams } from './product-draws.ts';
import { objectTable, teamTable } from './table.ts';
import { judgeLaw, tallyTeams } from './teams.ts';

const DRAWS = 100_000;
/** Cases whose best assignments are too many to list are judged without the law. */
const MOST_PLACES_LISTED = 8;

/** Exits 1 if the product's draws are unfair. The tables go to the standard error, so that the standard output stays lines of JSON. */
export const measure: Measure = async (say) => {
  const faults: string[] = [];
  const doubt = (isBad: boolean, what: string): void => void (isBad && faults.push(what));
  const objects = OBJECT_CASES.map((one) => measureObjects(one, say, doubt));
  measureWeights(WEIGHTED, say, doubt);
  const teams = TEAM_CASES.map((one) => measureTeams(one, say, doubt));
  const others = { objects: otherObjects(DRAWS), teams: otherTeams(DRAWS) };
  sayObjects(others.objects, say, DRAWS);
  sayTeams(others.teams, say, DRAWS);
  process.stderr.write(`${objectTable([...objects, ...others.objects])}\n`);
  process.stderr.write(`${teamTable([...teams.filter((row) => row !== null), ...others.teams])}\n`);
  say('faults', faults.length, 'faults', DRAWS);
  if (faults.length === 0) return;
  process.stderr.write(`unfair: ${faults.join('; ')}\n`);
  process.exitCode = 1;
};

type Doubt = (isBad: boolean, what: string) => void;

function measureObjects(objectCase: ObjectCase, say: Say, doubt: Doubt): ObjectRow {
  const { name, pool, quota } = objectCase;
  const tally = timed(name, say, () => tallyObjects(objectCase, productObjects(objectCase), DRAWS));
  const row = objectRow('product', objectCase, tally);
  const { found } = row;
  say(`${name}/subsets-reached`, found.reached, 'subsets', DRAWS, found.possible);
  say(`${name}/rarest-subset`, found.rarest, 'draws', DRAWS, found.expected);
  doubt(found.reached < found.possible, `${name}: ${found.possible - found.reached} subsets were never drawn`);
  const verdicts = { institutions: found.institutions, subsets: found.subsets, positions: found.positions, reserve: found.firstReserve };
  for (const [what, verdict] of Object.entries(verdicts)) if (verdict) sayVerdict(`${name}/${what}`, verdict, say, doubt);
  if (quota > 1) {
    say(`${name}/rarest-pair`, found.pairs.least, 'probability', DRAWS, found.pairs.law);
    say(`${name}/commonest-pair`, found.pairs.most, 'probability', DRAWS, found.pairs.law);
  }
  say(`${name}/smallest-bias-seen`, smallestBiasSeen(objectCase, DRAWS), 'probability', DRAWS, quota / pool);
  return row;
}

function measureWeights(objectCase: ObjectCase, say: Say, doubt: Doubt): void {
  const { name } = objectCase;
  const tally = timed(name, say, () => tallyObjects(objectCase, productObjects(objectCase), DRAWS));
  const found = judgeWeights(objectCase, tally);
  say(`${name}/orders-reached`, found.ordersReached, 'orders', DRAWS, found.ordersPossible);
  doubt(found.ordersReached < found.ordersPossible, `${name}: an order was never drawn`);
  sayVerdict(`${name}/orders`, found.orders, say, doubt);
  for (const [row, { weight, share, exact }] of found.rows.entries())
    say(`${name}/row-${row + 1}-of-weight-${weight}`, share, 'probability', DRAWS, exact);
}

function measureTeams(teamCase: TeamCase, say: Say, doubt: Doubt): TeamRow | null {
  const { name, institutions, team } = teamCase;
  const tally = timed(name, say, () => tallyTeams(teamCase, productTeams(teamCase), DRAWS));
  for (const [c, { all, each }] of tally.classes.entries()) {
    sayVerdict(`${name}/class-${c + 1}-visits`, all, say, doubt);
    say(`${name}/class-${c + 1}-worst-institution-p`, worst(each), 'p', each.length, UNFAIR);
    doubt(worst(each) < UNFAIR, `${name}: equal inspectors of class ${c + 1} are not equal at some institution`);
  }
  doubt(tally.doubled > 0, `${name}: somebody sat twice in a team`);
  if (institutions.length * team.size > MOST_PLACES_LISTED) return null;
  const optimal = optimalTeams(teamCase);
  const law = judgeLaw(teamCase, tally, optimal);
  say(`${name}/best-assignments-reached`, law.reached, 'assignments', DRAWS, law.optimal);
  say(`${name}/not-among-the-best`, law.outside, 'draws', DRAWS);
  doubt(law.outside > 0, `${name}: ${law.outside} assignments are not among the best`);
  say(`${name}/distance-from-uniform`, law.distance, 'total variation', DRAWS, law.distanceByChance);
  const rarest = judgeLaw(teamCase, tally, rarestMeetings(optimal));
  say(`${name}/rarest-meetings-reached`, rarest.reached, 'assignments', DRAWS, rarest.optimal);
  say(`${name}/not-of-rarest-meetings`, rarest.outside, 'draws', DRAWS);
  say(`${name}/distance-of-rarest-meetings`, rarest.distance, 'total variation', DRAWS, rarest.distanceByChance);
  say(`${name}/furthest-visit`, law.visit.share, 'probability', DRAWS, law.visit.law);
  say(`${name}/furthest-mates`, law.mate.share, 'per draw', DRAWS, law.mate.law);
  say(`${name}/second-team-guessed`, tally.secondGuessed, 'probability', DRAWS, law.secondGuessed);
  return { way: 'product', roster: name, law, tally };
}

function sayVerdict(metric: string, { p }: Verdict, say: Say, doubt: Doubt): void {
  say(`${metric}-p`, p, 'p', DRAWS, UNFAIR);
  doubt(p < UNFAIR, `${metric}: p = ${p.toExponential(1)}`);
}

/** Says how long all draws and their counting took, by the clock and by the processor: on a busy machine only the second can be compared. */
function timed<T>(name: string, say: Say, work: () => T): T {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  say(`${name}/draws-took`, performance.now() - began, 'ms', DRAWS);
  say(`${name}/draws-processor`, (user + system) / 1000, 'ms', DRAWS);
  return result;
}
