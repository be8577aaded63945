// Which institutions are drawn: quota, tickets, the drawn, the reserves in their order, and the forced beside them (SSJ-1, "Objects").
import type { Digest, RosterRow, Rules, Stratum, StratumResult } from '../record.ts';
import { digest } from './canonical.ts';
import { byText } from './order.ts';
import { lowest, ranked, type Ticketed } from './ranking.ts';

/** Whether a row belongs to a stratum: its category, and its risk class if the stratum names one. */
export function isInStratum(row: RosterRow, stratum: Stratum): boolean {
  return row.category === stratum.category && (stratum.risk === undefined || row.risk === stratum.risk);
}

/** The rows of a stratum that can be drawn: neither excluded nor forced. */
export function poolOf(rows: readonly RosterRow[], stratum: Stratum): readonly RosterRow[] {
  return rows.filter((row) => isInStratum(row, stratum) && row.excluded === null && row.forced === null);
}

/** How many of a stratum are drawn: min(|pool|, max(min, ⌈base·num/den⌉)), in whole numbers of any size. */
export function quotaOf(rows: readonly RosterRow[], stratum: Stratum): number {
  const pool = poolOf(rows, stratum).length;
  const base = stratum.base === 'all' ? rows.filter((row) => isInStratum(row, stratum)).length : pool;
  const den = BigInt(stratum.den);
  const share = (BigInt(base) * BigInt(stratum.num) + den - 1n) / den;
  const wanted = share > BigInt(stratum.min) ? share : BigInt(stratum.min);
  return wanted < BigInt(pool) ? Number(wanted) : pool;
}

/** A row's ticket: the least of `weight` digests, which is exactly sampling by weight. */
export function ticketOf(seed: Digest, id: string, weight: number): Digest {
  let least = digest(`${seed}:object:${id}#1`);
  for (let j = 2; j <= weight; j += 1) {
    const next = digest(`${seed}:object:${id}#${j}`);
    if (next < least) least = next;
  }
  return least;
}

/** The weight of a risk class: as the rules say, else 1. */
export function weightOf(rules: Rules, risk: string | null): number {
  return risk !== null && Object.hasOwn(rules.weights, risk) ? (rules.weights[risk] ?? 1) : 1;
}

/** The draw of the objects, stratum by stratum in the order of the rules, with all reserves in their order, as a record lists them. */
export function drawObjects(rows: readonly RosterRow[], rules: Rules, seed: Digest): readonly StratumResult[] {
  return rules.strata.map((stratum) => {
    const order = ranked([...ticketsOf(poolOf(rows, stratum), rules, seed)]).map(({ id }) => id);
    const quota = quotaOf(rows, stratum);
    return { stratum: stratum.id, forced: forcedOf(rows, stratum), drawn: order.slice(0, quota), reserve: order.slice(quota) };
  });
}

/** As `drawObjects`, but without reserves: for whoever only asks who is drawn. A fraction of the time where few of many are. */
export function drawnOnly(rows: readonly RosterRow[], rules: Rules, seed: Digest): readonly StratumResult[] {
  return rules.strata.map((stratum) => {
    const pool = poolOf(rows, stratum);
    const drawn = lowest(() => ticketsOf(pool, rules, seed), pool.length, quotaOf(rows, stratum)).map(({ id }) => id);
    return { stratum: stratum.id, forced: forcedOf(rows, stratum), drawn, reserve: [] };
  });
}

/** Rows with their tickets, one at a time, so that who needs few need not hold all. */
export function* ticketsOf(pool: Iterable<Pick<RosterRow, 'id' | 'risk'>>, rules: Rules, seed: Digest): Generator<Ticketed> {
  for (const { id, risk } of pool) yield { id, ticket: ticketOf(seed, id, weightOf(rules, risk)) };
}

/** The drawn of all strata in draw order: of each stratum the forced, then the drawn. */
export function drawOrder(objects: readonly StratumResult[]): readonly string[] {
  return objects.flatMap(({ forced, drawn }) => [...forced, ...drawn]);
}

function forcedOf(rows: readonly RosterRow[], stratum: Stratum): readonly string[] {
  return rows
    .filter((row) => isInStratum(row, stratum) && row.excluded === null && row.forced !== null)
    .map(({ id }) => id)
    .sort(byText);
}
