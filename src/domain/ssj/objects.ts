// Which institutions are drawn: quota, tickets, the drawn, the reserves in their order, and the forced beside them (SSJ-1, "Objects").
import type { Digest, RosterRow, Rules, Stratum, StratumResult } from '../record.ts';
import { digest } from './canonical.ts';
import { byText } from './order.ts';

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

/** The draw of the objects, stratum by stratum in the order of the rules. */
export function drawObjects(rows: readonly RosterRow[], rules: Rules, seed: Digest): readonly StratumResult[] {
  return rules.strata.map((stratum) => {
    const ranked = poolOf(rows, stratum)
      .map(({ id, risk }) => ({ id, ticket: ticketOf(seed, id, weightOf(rules, risk)) }))
      .sort((a, b) => byText(a.ticket, b.ticket) || byText(a.id, b.id))
      .map(({ id }) => id);
    const quota = quotaOf(rows, stratum);
    return { stratum: stratum.id, forced: forcedOf(rows, stratum), drawn: ranked.slice(0, quota), reserve: ranked.slice(quota) };
  });
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
