// The same random draws for whoever asks: a number gives a record, and the same number always the same.
import type { DrawRecord } from '../../src/domain/record.ts';
import { chanceOf } from './chance.ts';
import { randomRecord } from './random-record.ts';

/** So many whole draws made by the product's own code: all modes, weights, forced rows, unfilled slots, every kind of change. */
export function randomRecords(count: number, from = 1): readonly DrawRecord[] {
  return Array.from({ length: count }, (_, i) => {
    const chance = chanceOf(from + i);
    return randomRecord((least, most) => least + Math.floor(chance() * (most - least + 1)));
  });
}

/** What a record shows of all that a record may show, by name. */
export function featuresOf(record: DrawRecord): readonly string[] {
  const { rules, entropy } = record.manifest;
  return [
    entropy.mode,
    ...record.events.map(({ request }) => request.change.kind),
    ...(record.unfilled.length > 0 ? ['unfilled'] : []),
    ...(Object.keys(rules.weights).length > 0 ? ['weights'] : []),
    ...(record.objects.some(({ forced }) => forced.length > 0) ? ['forced'] : []),
    ...(record.recusals.length > 0 ? ['recusals'] : []),
  ];
}
