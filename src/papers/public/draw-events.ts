// The facts of what happened to a draw after its result: how often it was changed, and once it may be shown, how.
import { nameOfChange } from '../../domain/announcement.ts';
import type { Draw } from '../../domain/draw.ts';
import type { Change, DrawEvent, DrawRecord } from '../../domain/record.ts';
import { unreachable } from '../../domain/result.ts';
import { digestOf } from '../../domain/ssj/canonical.ts';
import { asOfEvent } from '../../domain/ssj/whole-record.ts';
import { CHANGE_WORDS } from '../../words/changes.ts';
import { type Facts, groups, namesBy } from './frame.ts';

/** How often a draw was changed since its result, and the digest that was posted then: before the visits are over, no more. */
export function changesOf(record: DrawRecord): Facts {
  return { count: record.events.length, length: record.manifest.eventChain.length, settled: groups(digestOf(asOfEvent(record, 0))) };
}

/** One change, once it may be shown: which, why, by whom, and what about. */
export function eventLine({ roster }: Draw, { n, request, result }: DrawEvent): Facts {
  const institutions = namesBy(roster);
  const { change, ground, decidedBy, words, at } = request;
  const objects = objectsOf(change).map((id) => institutions.get(id) ?? id);
  const substitute = typeof result === 'object' && 'object' in result ? result.object : null;
  return {
    n,
    kind: CHANGE_WORDS[nameOfChange(change)],
    ground,
    institutions: objects.join('、'),
    substitute: substitute === null ? '' : (institutions.get(substitute) ?? substitute),
    by: words === '' ? decidedBy : `${decidedBy} ${words}`,
    at: at.replace('T', ' ').slice(0, 16),
  };
}

function objectsOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'replace':
      return change.places;
    case 'swap':
      return [change.a.object, change.b.object];
    case 'substitute':
      return [change.object];
    case 'fill':
      return [...new Set(change.places.map(({ object }) => object))];
    default:
      return unreachable(change);
  }
}
