// 示例 facts of the ceremony's faces: the lock, a witness's part, the result, the check.
import { digestOf, sm3Of } from '../../domain/ssj/canonical.ts';
import { LOCKED, RECORD, SETTLED, SM3, TASK } from './draw.ts';
import { QUIET } from './list-rows.ts';
import { INSTITUTIONS, NAMES } from './office.ts';

const [institution] = INSTITUTIONS;
export const until = new Date('2026-03-10T10:00:00+08:00');
export const address = 'https://example.gov.cn/draws/2026-0003';
const none = { names: NAMES };

const strata = [
  { id: 'lawfirm', rows: 4, listed: 3, pool: 3, forced: 0, quota: 2 },
  { id: 'notary', rows: 1, listed: 1, pool: 1, forced: 0, quota: 1 },
];
export const lock = {
  draw: LOCKED,
  task: TASK,
  sm3: SM3,
  strata,
  contributed: ['P005'],
  typed: [],
  beacon: null,
  beaconAt: null,
  isBeaconPublic: false,
  hasMissedBeacon: false,
  secret: null,
  outcome: null,
  isReady: false,
  settlesAt: null,
  isComputing: false,
  until,
  hasTooFew: false,
  isVoidAsked: false,
  warnings: QUIET,
  lists: {
    leftOut: { institutions: [{ why: '停业', ids: [institution.id] }], inspectors: [{ why: '执法证有效期不足', ids: ['P004', 'P005'] }] },
    changes: {
      since: '2026-0002',
      institutions: { added: [institution.id], gone: [], excluded: [institution.id], readmitted: [], altered: [] },
      inspectors: { added: [], gone: ['P004'], excluded: [], readmitted: ['P005'], altered: [] },
    },
  },
  names: NAMES,
};
export const settled = {
  draw: SETTLED,
  record: RECORD,
  recordHash: digestOf(RECORD),
  recordSm3: sm3Of(RECORD),
  settledHash: null,
  task: TASK,
  confirmations: { confirmed: 0, disputed: 0, silent: 2 },
  disputes: [],
  unfilled: [{ ...RECORD.unfilled[0], object: institution.id, slot: 1, people: ['P004'], institutions: [institution.id] }],
  address,
  names: NAMES,
};
export const contribute = { draw: LOCKED, task: TASK, until, isOpen: true, contributedAt: null, closeHash: null, ...none };
export const dice = { draw: SETTLED, task: TASK, count: 4, sides: 6, round: 2, missing: ['P006'], names: NAMES };
export const check = {
  number: LOCKED.number,
  state: 'settled',
  isOpen: true,
  manifestHash: LOCKED.manifestHash,
  closeHash: SETTLED.closeHash,
  lockedAt: '2026-03-16T09:00:00+08:00',
  address,
} as const;
