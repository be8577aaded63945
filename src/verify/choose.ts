// Repeats the draw of the institutions (SSJ-1, "Objects").

import type { Institution, Layer, ReadRecord } from './record.ts';
import { belongs } from './seal.ts';
import { sha256 } from './sha256.ts';

/** What one stratum should have come to. */
export interface Chosen {
  readonly stratum: string;
  readonly forced: readonly string[];
  readonly drawn: readonly string[];
  readonly reserve: readonly string[];
}

/** All strata in the order of the rules. */
export function choose({ manifest: { rules }, roster }: ReadRecord, seed: string): readonly Chosen[] {
  return rules.strata.map((layer) => {
    const rows = roster.filter((row) => belongs(row, layer));
    const listed = rows.filter((row) => row.excluded === null);
    const pool = listed.filter((row) => row.forced === null);
    const order = pool.map((row) => `${lot(row, weightFor(row, rules.weights), seed)} ${row.id}`).sort();
    const ids = order.map((line) => line.slice(65));
    const many = howMany(layer, rows.length, pool.length);
    const forced = listed.filter((row) => row.forced !== null).map((row) => row.id);
    return { stratum: layer.id, forced: forced.sort(), drawn: ids.slice(0, many), reserve: ids.slice(many) };
  });
}

/** The institutions in draw order. */
export function inDrawOrder(chosen: readonly Chosen[]): readonly string[] {
  const ids: string[] = [];
  for (const { forced, drawn } of chosen) ids.push(...forced, ...drawn);
  return ids;
}

/** An institution's ticket: the least of as many digests as its weight. */
export function lot(row: Institution, weight: number, seed: string): string {
  const tries = Array.from({ length: weight }, (_, j) => sha256(`${seed}:object:${row.id}#${j + 1}`));
  return tries.sort()[0]!;
}

/** The weight of an institution's risk class, 1 if none is given. */
export function weightFor(row: Institution, weights: Readonly<Record<string, number>>): number {
  return row.risk !== null && Object.hasOwn(weights, row.risk) ? weights[row.risk]! : 1;
}

/** min(|pool|, max(min, ⌈base·num/den⌉)): the least whole number not below the ratio. */
function howMany({ num, den, min, base }: Layer, all: number, pool: number): number {
  const parts = BigInt(base === 'all' ? all : pool) * BigInt(num);
  let share = parts / BigInt(den);
  if (share * BigInt(den) < parts) share += 1n;
  const wished = share < BigInt(min) ? BigInt(min) : share;
  return wished > BigInt(pool) ? pool : Number(wished);
}
