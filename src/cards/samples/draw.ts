// 示例: a task and its draw. The digests are digests of nothing in particular: these samples are looked at, not verified.
import { createHash } from 'node:crypto';
import type { Draw } from '../../domain/draw.ts';
import type { Beacon, DrawEvent, DrawRecord, Manifest } from '../../domain/record.ts';
import type { LotteryPlan, Task } from '../../domain/task.ts';
import { DOCUMENT, INSTITUTIONS, NOW } from './office.ts';

const digest = (of: string): string => createHash('sha256').update(`示例 ${of}`).digest('hex');

/** SM3 stands beside SHA-256 on the lock card. */
export const SM3 = digest('sm3');

/** A task waiting for its approval. */
export const TASK: Task = {
  id: '2026-03',
  title: '2026年上半年律师事务所双随机抽查（示例）',
  kind: 'ordinary',
  categories: ['lawfirm', 'notary'],
  document: DOCUMENT.id,
  matters: ['M01', 'M02'],
  methods: ['onsite'],
  methodReason: null,
  from: '2026-03-16',
  to: '2026-03-27',
  ownerUnit: '公共法律服务股',
  mode: 'witness',
  lottery: null,
  witnesses: ['P005', 'P006'],
  state: 'pending',
  madeBy: 'P001',
  madeAt: NOW,
  decision: null,
  draw: null,
  version: 1,
};

const MANIFEST: Manifest = {
  v: 'SSJ-1',
  draw: '2026-0003',
  lockedAt: '2026-03-10T09:30:00+08:00',
  roster: { n: 5, root: digest('roster') },
  inspectors: { n: 2, root: digest('inspectors') },
  recusals: { n: 1, root: digest('recusals') },
  rules: {
    document: DOCUMENT.id,
    strata: [
      { id: 'lawfirm', category: 'lawfirm', num: 1, den: 10, min: 2, base: 'all' },
      { id: 'notary', category: 'notary', num: 1, den: 3, min: 1, base: 'pool' },
    ],
    weights: {},
    team: { size: 2, lead: true },
  },
  entropy: { mode: 'witness', contributors: [{ by: 'server' }, { by: 'W1' }, { by: 'W2' }], serverCommit: digest('commit'), beacon: null },
  eventChain: { link: digest('link'), length: 64 },
  prev: digest('prev'),
};

/** A lottery (示例), as a task names it. */
export const LOTTERY: LotteryPlan = {
  game: '示例双色球',
  issue: '2026030',
  drawnAt: new Date('2026-03-17T21:15:00+08:00'),
  where: '示例开奖公告',
  numbers: [
    { count: 6, from: 1, to: 33 },
    { count: 1, from: 1, to: 16 },
  ],
};

/** Last ingredients that have come (示例). */
export const THROWN = { type: 'dice', count: 4, sides: 6, throws: [3, 5, 1, 6] } as const;
export const DRAWN = { type: 'lottery', game: LOTTERY.game, issue: LOTTERY.issue, numbers: [3, 8, 9, 14, 21, 27, 33] } as const;
export const ROUND = {
  type: 'drand',
  chain: digest('chain'),
  round: 26_000_000,
  randomness: digest('round'),
  signature: digest('signature'),
} as const;

/** The sample manifest with another last ingredient planned. */
export function manifestOf(mode: Manifest['entropy']['mode'], beacon: Beacon): Manifest {
  return { ...MANIFEST, entropy: { ...MANIFEST.entropy, mode, beacon } };
}

/** The draw, as its lock card shows it. */
export const LOCKED: Pick<
  Draw,
  | 'number'
  | 'state'
  | 'lockedAt'
  | 'lockedBy'
  | 'manifest'
  | 'manifestHash'
  | 'witnesses'
  | 'closeHash'
  | 'closedAt'
  | 'absent'
  | 'voided'
  | 'version'
> = {
  number: MANIFEST.draw,
  state: 'locked',
  lockedAt: NOW,
  lockedBy: 'P001',
  manifest: MANIFEST,
  manifestHash: digest('manifest'),
  witnesses: [
    { by: 'W1', person: 'P005' },
    { by: 'W2', person: 'P006' },
  ],
  closeHash: null,
  closedAt: null,
  absent: [],
  voided: null,
  version: 2,
};

/** The draw, void. */
export const VOIDED = {
  ...LOCKED,
  state: 'void',
  voided: { by: 'P001', approvedBy: 'P005', at: NOW, reason: '封签后发现名录漏了两家（示例）' },
} as const;

/** The draw, settled. */
export const SETTLED = {
  ...LOCKED,
  state: 'settled',
  closeHash: digest('close'),
  closedAt: NOW,
  settledAt: NOW,
  settledBy: 'P001',
} as const;

/** Its record. */
export const RECORD: DrawRecord = {
  v: 'SSJ-1',
  manifest: MANIFEST,
  manifestHash: LOCKED.manifestHash,
  roster: INSTITUTIONS.map(({ id, name, category, risk }) => ({ id, name, category, risk, excluded: null, forced: null })),
  inspectors: [],
  recusals: [],
  contributions: [],
  beacon: null,
  seed: digest('seed'),
  objects: [
    { stratum: 'lawfirm', forced: [], drawn: INSTITUTIONS.map(({ id }) => id), reserve: [] },
    { stratum: 'notary', forced: [], drawn: [], reserve: [] },
  ],
  inspectorSeed: digest('inspector seed'),
  teams: INSTITUTIONS.map(({ id }, index) => ({ object: id, team: ['P003', index === 0 ? 'P004' : null] })),
  unfilled: [{ object: INSTITUTIONS[1]?.id ?? '', slot: 1 }],
  events: [],
  finalTeams: [],
};

/** What happened to it since. */
export const EVENT: DrawEvent = {
  n: 1,
  request: {
    change: { kind: 'replace', out: 'P003', places: [INSTITUTIONS[0].id], withdraw: true },
    ground: '回避',
    decidedBy: 'P002',
    words: '',
    at: '2026-03-11T09:30:00+08:00',
  },
  link: digest('opened link'),
  seed: digest('event'),
  result: [{ object: INSTITUTIONS[0].id, in: 'P004' }],
};
