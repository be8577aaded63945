// The order of tickets without sorting more than is asked for: all of a pool, or only its lowest.
import type { Digest } from '../record.ts';
import { byText } from './order.ts';

/** One row of a pool and its ticket (64 hex characters). */
export interface Ticketed {
  readonly id: string;
  readonly ticket: Digest;
}

/** Tickets fall evenly into this many drawers by their first four digits, so that each drawer is small. */
const DRAWERS = 0x10000;
/** Below this, drawers cost more than they save. */
const FEW = 4096;
/** 13 hex digits: as many as a number holds exactly. */
const EXACT = 2 ** 52;

/** All rows by ascending ticket; equal tickets by id. */
export function ranked(rows: readonly Ticketed[]): readonly Ticketed[] {
  if (rows.length < FEW) return rows.toSorted(byTicket);
  const drawers: Ticketed[][] = Array.from({ length: DRAWERS }, () => []);
  for (const row of rows) drawers[Number.parseInt(row.ticket.slice(0, 4), 16)]?.push(row);
  return drawers.flatMap((drawer) => drawer.sort(byTicket));
}

/**
 * The first `count` of `ranked(rows())`, of which only those are kept whose ticket can be among them. `rows` is gone
 * through once, and again in full if that kept too few (less than one time in 10⁸); `size` is how many it has.
 */
export function lowest(rows: () => Iterable<Ticketed>, size: number, count: number): readonly Ticketed[] {
  const bound = boundFor(size, count);
  const kept: Ticketed[] = [];
  for (const row of rows()) if (row.ticket < bound) kept.push(row);
  return ranked(kept.length < Math.min(count, size) ? [...rows()] : kept).slice(0, count);
}

/** A text below which six standard deviations more than `count` of `size` even tickets lie; `g` is above every ticket. Weights only add to them. */
function boundFor(size: number, count: number): string {
  const share = (count + 6 * Math.sqrt(count) + 10) / size;
  if (share >= 1) return 'g';
  return Math.floor(share * EXACT)
    .toString(16)
    .padStart(13, '0');
}

function byTicket(a: Ticketed, b: Ticketed): number {
  return byText(a.ticket, b.ticket) || byText(a.id, b.id);
}
