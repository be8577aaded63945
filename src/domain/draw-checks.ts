// What our own repetition of a settled draw says, line by line. It is not the independent verifier, and the card says so.
import type { Draw } from './draw.ts';
import type { DrawRecord } from './record.ts';
import { canonical, type DigestPair, digestOf, digestPairOf } from './ssj/canonical.ts';
import { replay } from './ssj/replay.ts';
import { closeHash, SERVER } from './ssj/secrets.ts';
import { asOfEvent } from './ssj/whole-record.ts';

/** What is looked at, in this order. */
export const DRAW_CHECKS = ['lock', 'close', 'lists', 'seeds', 'objects', 'teams', 'events'] as const;

/** One line: what was looked at, and whether it holds. */
export interface DrawCheck {
  readonly what: (typeof DRAW_CHECKS)[number];
  readonly holds: boolean;
}

/** What of a draw is looked at. */
export type Checked = Pick<Draw, 'record' | 'manifestHash' | 'closeHash'>;

/** The lines of a draw with a record, null before there is one. Takes as long as the draw itself. */
export function drawChecks({ record, manifestHash, closeHash: posted }: Checked): readonly DrawCheck[] | null {
  if (record === null) return null;
  const again = replay(JSON.parse(JSON.stringify(record)));
  const same = (key: keyof DrawRecord & keyof Extract<typeof again, { ok: true }>['value']): boolean =>
    again.ok && canonical(again.value[key]) === canonical(record[key]);
  const witnessed = record.contributions.filter(({ by }) => by !== SERVER);
  return [
    { what: 'lock', holds: digestOf(record.manifest) === manifestHash },
    { what: 'close', holds: posted === closeHash(witnessed) },
    { what: 'lists', holds: again.ok },
    { what: 'seeds', holds: same('seed') && same('inspectorSeed') },
    { what: 'objects', holds: same('objects') },
    { what: 'teams', holds: same('teams') && same('unfilled') },
    ...(record.events.length === 0 ? [] : [{ what: 'events', holds: same('finalTeams') && eventsHold(record, again) } as const]),
  ];
}

/** Every event's seed and result, as they follow from its request and its link. */
function eventsHold({ events }: DrawRecord, again: ReturnType<typeof replay>): boolean {
  const told = events.map(({ n, seed, result }) => ({ n, seed, result }));
  return again.ok && canonical(again.value.events) === canonical(told);
}

/** The digests of a record as it is now, and, if it was changed since, of what it was as a result. */
export interface RecordDigests extends DigestPair {
  readonly settled: string | null;
}

/** The digests by which people hold a record against what was announced. */
export function recordDigests(record: DrawRecord): RecordDigests {
  return { ...digestPairOf(record), settled: record.events.length === 0 ? null : digestOf(asOfEvent(record, 0)) };
}
