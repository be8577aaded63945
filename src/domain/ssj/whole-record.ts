// A record as of some moment: with the events that came after its result, with the first few of them, or with none.
import type { DrawEvent, DrawRecord } from '../record.ts';
import { standingOf } from './events.ts';
import { sortedTeams } from './settle.ts';
import { teamsOf } from './standing.ts';

/** A settled record together with its events, in order, which are trusted to be allowed. */
export function withEvents(settled: DrawRecord, events: readonly DrawEvent[]): DrawRecord {
  const whole = { ...settled, events };
  return { ...whole, finalTeams: sortedTeams(teamsOf(standingOf(whole))) };
}

/** The record as it was right after event `n`; 0: as it was settled, with the digest that was posted then. */
export function asOfEvent(record: DrawRecord, n: number): DrawRecord {
  return withEvents(record, record.events.slice(0, n));
}
