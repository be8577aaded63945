// Why places stay empty over many sample draws: the same few people at their limits, told once with the smallest example.
import type { RosterRow } from './record.ts';
import type { Shortage } from './ssj/assign.ts';

/**
 * A Hall violator: places that only these inspectors can fill, and all of them are at their limits (SSJ-1, "Inspectors", step 5).
 * The institutions are those of the smallest sample in which it was met; `inspectors` empty: nobody is qualified at all.
 */
export interface ShortageGroup {
  /** In how many samples. */
  readonly samples: number;
  readonly inspectors: readonly string[];
  readonly categories: readonly string[];
  readonly objects: readonly string[];
  /** How many of those institutions' places are in question; more than the inspectors can still take. */
  readonly places: number;
  /** True if only the leaders' places are. */
  readonly onlyLeads: boolean;
}

/** The shortages of all samples (a list for each), one group for each set of inspectors, the most frequent first. */
export function mergeShortages(samples: readonly (readonly Shortage[])[], roster: readonly RosterRow[]): readonly ShortageGroup[] {
  const groups = new Map<string, { samples: number; smallest: Shortage; last: number }>();
  for (const [index, shortages] of samples.entries()) {
    for (const shortage of shortages) {
      const key = shortage.inspectors.toSorted().join(' ');
      const group = groups.get(key) ?? { samples: 0, smallest: shortage, last: -1 };
      groups.set(key, group);
      if (group.last !== index) group.samples += 1;
      group.last = index;
      if (shortage.places.length < group.smallest.places.length) group.smallest = shortage;
    }
  }
  const categories = new Map(roster.map(({ id, category }) => [id, category]));
  return [...groups.values()]
    .sort((a, b) => b.samples - a.samples || a.smallest.places.length - b.smallest.places.length)
    .map(({ samples: times, smallest }) => ({ samples: times, ...explained(smallest, categories) }));
}

/** One shortage as people are told of it. */
export function explained(shortage: Shortage, categories: ReadonlyMap<string, string>): Omit<ShortageGroup, 'samples'> {
  const objects = [...new Set(shortage.places.map(({ object }) => object))];
  return {
    inspectors: shortage.inspectors.toSorted(),
    categories: [...new Set(objects.map((id) => categories.get(id) ?? ''))].filter((one) => one !== ''),
    objects,
    places: shortage.places.length,
    onlyLeads: shortage.places.every(({ slot }) => slot === 0),
  };
}
