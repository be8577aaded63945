// Makes whole draws at random, through the product's own lock, settle and events: all modes, weights, forced rows, every kind of change.
import { createHash } from 'node:crypto';
import type {
  Beacon,
  Change,
  Contribution,
  DrawRecord,
  Entropy,
  InspectorRow,
  Recusal,
  RosterRow,
  Rules,
} from '../../src/domain/record.ts';
import { QUICKNET } from '../../src/domain/ssj/beacon.ts';
import { standingOf } from '../../src/domain/ssj/events.ts';
import { type LockInput, lockDraw } from '../../src/domain/ssj/lock.ts';
import { addEvent, refusalOf } from '../../src/domain/ssj/next-event.ts';
import { linkOf } from '../../src/domain/ssj/secrets.ts';
import { settle } from '../../src/domain/ssj/settle.ts';
import { placesOf } from '../../src/domain/ssj/standing.ts';

/** A whole number from `least` to `most`. */
export type Pick = (least: number, most: number) => number;

const CATEGORIES = ['lawfirm', 'notary', 'grassroots'];
const RISKS = ['A', 'B', 'C'];
const CHAIN_LENGTH = 8;
/** Round 1000 of quicknet, as it was. */
const ROUND_1000 = {
  signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
};

/** A lock of 示例 lists that nothing forbids. */
export function randomLock(pick: Pick): LockInput {
  const mode = oneOf(pick, ['drand', 'lottery', 'dice', 'witness'] as const);
  const roster = rosterOf(pick);
  const inspectors = inspectorsOf(pick);
  return {
    draw: `2026-${String(pick(1, 9999)).padStart(4, '0')}`,
    lockedAt: '2023-08-23T23:50:00+08:00',
    roster,
    inspectors,
    recusals: recusalsOf(pick, roster, inspectors),
    rules: rulesOf(pick),
    entropy: { mode, contributors: ['server', 'W1', 'W2', 'W3'].map((by) => ({ by })), beacon: plannedOf(pick, mode) },
    secret: hex(pick),
    lastLink: hex(pick),
    chainLength: CHAIN_LENGTH,
    prev: hex(pick),
  };
}

/** A whole draw with up to six changes. */
export function randomRecord(pick: Pick): DrawRecord {
  const input = randomLock(pick);
  const locked = lockDraw(input);
  if (!locked.ok) throw new Error(JSON.stringify(locked.problem));
  const { roster, inspectors, recusals } = input;
  const typed = input.entropy.mode === 'lottery' || input.entropy.mode === 'dice' ? { beaconTypedBy: ['W1', 'W3'] } : {};
  const contributions = contributionsOf(pick, input);
  const beacon = comeOf(pick, input.entropy.beacon);
  let record = settle({ ...locked.value, roster, inspectors, recusals, contributions, beacon, ...typed });
  for (let tries = pick(0, 6); tries > 0; tries -= 1) record = changed(pick, record, input.lastLink);
  return record;
}

function changed(pick: Pick, record: DrawRecord, lastLink: string): DrawRecord {
  const change = changeOf(pick, record);
  if (!change || refusalOf(record, change)) return record;
  const request = { change, ground: 'interest', decidedBy: 'head-1', words: '同意', at: '2026-04-01T09:00:00+08:00' };
  const next = addEvent(record, request, linkOf(lastLink, CHAIN_LENGTH, record.events.length + 1));
  if (!next.ok) throw new Error(JSON.stringify(next.problem));
  return next.value;
}

function changeOf(pick: Pick, record: DrawRecord): Change | null {
  const standing = standingOf(record);
  const teams = [...standing.teams];
  if (teams.length === 0) return null;
  const held = teams.flatMap(([object, { team }]) => team.flatMap((inspector) => (inspector === null ? [] : [{ object, inspector }])));
  const empty = teams.flatMap(([object, { team }]) => team.flatMap((inspector, slot) => (inspector === null ? [{ object, slot }] : [])));
  const kind = oneOf(pick, ['replace', 'swap', 'substitute', 'fill'] as const);
  if (kind === 'substitute') return { kind, object: oneOf(pick, teams)[0] };
  if (kind === 'fill') return empty.length > 0 ? { kind, places: empty } : null;
  if (held.length === 0) return null;
  const a = oneOf(pick, held);
  if (kind === 'swap') return { kind, a, b: oneOf(pick, held), recused: oneOf(pick, ['a', 'b', 'both'] as const) };
  const withdraw = pick(0, 1) === 1;
  return { kind, out: a.inspector, places: withdraw ? placesOf(standing, a.inspector) : [a.object], withdraw };
}

function rosterOf(pick: Pick): readonly RosterRow[] {
  return Array.from({ length: pick(0, 18) }, (_, i) => ({
    id: `${pick(0, 9)}914100MA${i}`,
    name: `示例机构${i}`,
    category: oneOf(pick, CATEGORIES),
    risk: pick(0, 5) === 0 ? null : oneOf(pick, RISKS),
    excluded: pick(0, 7) === 0 ? '停业' : null,
    forced: pick(0, 7) === 0 ? '投诉达标' : null,
  }));
}

function inspectorsOf(pick: Pick): readonly InspectorRow[] {
  return Array.from({ length: pick(0, 9) }, (_, i) => ({
    id: `P${pick(0, 9)}${i}`,
    lead: pick(0, 1) === 1,
    categories: CATEGORIES.filter(() => pick(0, 3) > 0),
    cap: oneOf(pick, [0, 2, 3, 20]),
    load: pick(0, 2),
    excluded: pick(0, 9) === 0 ? '外出学习' : null,
  }));
}

function recusalsOf(pick: Pick, roster: readonly RosterRow[], inspectors: readonly InspectorRow[]): readonly Recusal[] {
  const pairs = roster.flatMap(({ id: object }) => inspectors.map(({ id: inspector }) => ({ object, inspector })));
  return pairs.filter(() => pick(0, 11) === 0);
}

function rulesOf(pick: Pick): Rules {
  const split = pick(0, 1) === 1;
  const layers = CATEGORIES.flatMap((category) =>
    split && category === 'lawfirm' ? RISKS.map((risk) => ({ id: `${category}-${risk}`, category, risk })) : [{ id: category, category }],
  );
  const den = oneOf(pick, [3, 10, 100]);
  return {
    document: '示例文〔2026〕3号',
    strata: layers.map((layer) => ({ ...layer, num: pick(0, den), den, min: pick(0, 2), base: oneOf(pick, ['pool', 'all'] as const) })),
    weights: pick(0, 1) === 1 ? { A: pick(1, 3), C: pick(1, 100) } : {},
    team: { size: pick(2, 3), lead: pick(0, 1) === 1 },
  };
}

function plannedOf(pick: Pick, mode: Entropy['mode']): Beacon {
  if (mode === 'drand') return { type: 'drand', chain: QUICKNET.chain, round: 1000 };
  if (mode === 'lottery') return { type: 'lottery', game: '快乐8', issue: String(pick(2_026_001, 2_026_351)) };
  return mode === 'dice' ? { type: 'dice', count: pick(1, 5), sides: 6 } : null;
}

function comeOf(pick: Pick, planned: Beacon): Beacon {
  if (planned?.type === 'drand') return { ...planned, ...ROUND_1000 };
  if (planned?.type === 'lottery') return { ...planned, numbers: [pick(1, 5), pick(6, 40), pick(41, 80)] };
  return planned?.type === 'dice' ? { ...planned, throws: Array.from({ length: planned.count }, () => pick(1, 6)) } : null;
}

function contributionsOf(pick: Pick, { entropy, secret }: LockInput): readonly Contribution[] {
  const texts = ['阳光抽查', '', 'x"<at id=all></at>\\', '两行\n文字', '𠮷😀', '0877 2473'];
  const given = ['W1', 'W2', 'W3'].filter((by) => (entropy.mode === 'witness' && by !== 'W2') || pick(0, 2) > 0);
  return [{ by: 'server', value: secret }, ...given.map((by) => ({ by, value: oneOf(pick, texts) }))];
}

function hex(pick: Pick): string {
  return createHash('sha256')
    .update(String(pick(0, 1_000_000_000)))
    .digest('hex');
}

function oneOf<T>(pick: Pick, from: readonly T[]): T {
  return from[pick(0, from.length - 1)] as T;
}
