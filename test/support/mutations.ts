// What somebody who wants another outcome would change in a record, and the line that has to give him away.
import type { DrawRecord } from '../../src/domain/record.ts';

/** One forgery: `spoil` answers null where the record has nothing of the kind. */
interface Mutation {
  readonly name: string;
  readonly spoil: (record: DrawRecord) => DrawRecord | null;
  /** The check that must fail, without what follows `:`. */
  readonly line: string;
}

/** Every part of a record that carries weight, changed once. */
export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'roster',
    line: 'roster-root',
    spoil: (it) => ({ ...it, roster: first(it.roster, (row) => ({ ...row, name: `${row.name}甲` })) }),
  },
  { name: 'roster row gone', line: 'roster-count', spoil: (it) => ({ ...it, roster: it.roster.slice(1) }) },
  { name: 'exclusion', line: 'roster-root', spoil: (it) => ({ ...it, roster: first(it.roster, toggled) }) },
  {
    name: 'inspector',
    line: 'inspectors-root',
    spoil: (it) => ({ ...it, inspectors: first(it.inspectors, (row) => ({ ...row, cap: row.cap + 1 })) }),
  },
  {
    name: 'quota',
    line: 'manifest',
    spoil: withRules(({ strata, ...rest }) => ({ ...rest, strata: first(strata, (row) => ({ ...row, min: row.min + 1 })) })),
  },
  {
    name: 'weight',
    line: 'manifest',
    spoil: withRules((rules) => ({ ...rules, weights: { ...rules.weights, A: (rules.weights['A'] ?? 1) + 1 } })),
  },
  { name: 'recusal', line: 'recusals-root', spoil: (it) => (it.recusals.length === 0 ? null : { ...it, recusals: it.recusals.slice(1) }) },
  {
    name: 'contribution',
    line: 'seed',
    spoil: (it) => ({
      ...it,
      contributions: it.contributions.map((row, i) => (i === it.contributions.length - 1 ? { ...row, value: `${row.value}.` } : row)),
    }),
  },
  {
    name: 'server secret',
    line: 'server-commit',
    spoil: (it) => ({ ...it, contributions: first(it.contributions, (row) => ({ ...row, value: `${row.value}.` })) }),
  },
  { name: 'beacon', line: 'seed', spoil: withBeacon },
  { name: 'beacon of drand', line: 'beacon-randomness', spoil: (it) => (it.beacon?.type === 'drand' ? withBeacon(it) : null) },
  { name: 'order', line: 'objects', spoil: withOrder },
  { name: 'team', line: 'teams', spoil: (it) => withTeams(it, 'teams') },
  {
    name: 'event',
    line: 'event-result',
    spoil: (it) =>
      it.events.length === 0
        ? null
        : { ...it, events: first(it.events, (event) => ({ ...event, result: event.result === true ? [] : true })) },
  },
  { name: 'change of an event', line: 'event-seed', spoil: withChange },
  { name: 'final team', line: 'final-teams', spoil: (it) => withTeams(it, 'finalTeams') },
  {
    name: 'link',
    line: 'event-link',
    spoil: (it) =>
      it.events.length === 0 ? null : { ...it, events: first(it.events, (event) => ({ ...event, link: turned(event.link) })) },
  },
  { name: 'digest', line: 'manifest', spoil: (it) => ({ ...it, manifestHash: turned(it.manifestHash) }) },
  { name: 'seed', line: 'seed', spoil: (it) => ({ ...it, seed: turned(it.seed) }) },
  { name: 'seed of the inspectors', line: 'inspector-seed', spoil: (it) => ({ ...it, inspectorSeed: turned(it.inspectorSeed) }) },
];

/** A record changed in one way; null where that changes nothing, as in an empty list. */
export function spoilt({ spoil }: Mutation, record: DrawRecord): DrawRecord | null {
  const made = spoil(record);
  return made === null || JSON.stringify(made) === JSON.stringify(record) ? null : made;
}

function first<T>(rows: readonly T[], change: (row: T) => T): readonly T[] {
  return rows.map((row, i) => (i === 0 ? change(row) : row));
}

function toggled<T extends { readonly excluded: string | null }>(row: T): T {
  return { ...row, excluded: row.excluded === null ? '停业' : null };
}

function turned(hex: string): string {
  return `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`;
}

function withRules(change: (rules: DrawRecord['manifest']['rules']) => DrawRecord['manifest']['rules']): Mutation['spoil'] {
  return (record) => ({ ...record, manifest: { ...record.manifest, rules: change(record.manifest.rules) } });
}

function withBeacon(record: DrawRecord): DrawRecord | null {
  const { beacon } = record;
  switch (beacon?.type) {
    case 'drand':
      return { ...record, beacon: { ...beacon, randomness: turned(beacon.randomness ?? '') } };
    case 'lottery':
      return { ...record, beacon: { ...beacon, numbers: (beacon.numbers ?? []).map((number) => number + 1) } };
    case 'dice':
      return { ...record, beacon: { ...beacon, throws: (beacon.throws ?? []).map((face) => (face % beacon.sides) + 1) } };
    default:
      return null;
  }
}

function withOrder(record: DrawRecord): DrawRecord | null {
  const at = record.objects.findIndex(({ reserve }) => reserve.length > 1);
  if (at < 0) return null;
  return { ...record, objects: record.objects.map((row, i) => (i === at ? { ...row, reserve: row.reserve.toReversed() } : row)) };
}

function withTeams(record: DrawRecord, key: 'teams' | 'finalTeams'): DrawRecord | null {
  const at = record[key].findIndex(({ team }) => new Set(team).size > 1);
  if (at < 0) return null;
  return { ...record, [key]: record[key].map((row, i) => (i === at ? { ...row, team: row.team.toReversed() } : row)) };
}

function withChange(record: DrawRecord): DrawRecord | null {
  const at = record.events.findIndex(({ request: { change } }) => change.kind === 'swap');
  if (at < 0) return null;
  const events = record.events.map((event, i) => {
    const { change } = event.request;
    if (i !== at || change.kind !== 'swap') return event;
    return {
      ...event,
      request: { ...event.request, change: { ...change, recused: change.recused === 'a' ? ('b' as const) : ('a' as const) } },
    };
  });
  return { ...record, events };
}
