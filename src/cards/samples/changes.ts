// 示例: changes after the draw, from the form to what came of them.
import type { ChangeRequest } from '../../domain/change-request.ts';
import type { ChangeFacts } from '../faces/change.ts';
import type { ChangeFormFacts } from '../faces/change-form.ts';
import type { LeftFacts } from '../faces/left.ts';
import { LOCKED, TASK } from './draw.ts';
import { INSTITUTIONS, NAMES, NOW } from './office.ts';

const [first, second] = INSTITUTIONS;
const OTHER = '2026-03-02';
const names = { ...NAMES, '2026-03-01': first.name, [OTHER]: second?.name ?? '', '2026-03-04': second?.name ?? '' };

const RECUSAL: ChangeRequest = {
  id: '2026-0003-1',
  draw: LOCKED.number,
  task: TASK.id,
  kind: 'recusal',
  assignment: '2026-03-01',
  institution: first.id,
  person: 'P003',
  ground: 'relative',
  origin: 'self',
  words: '配偶在这家机构执业（示例）',
  by: 'P003',
  at: NOW,
  before: { kind: 'open' },
  state: 'open',
  above: null,
  decision: null,
  outcome: null,
  version: 1,
};
const SUBSTITUTE: ChangeRequest = {
  ...RECUSAL,
  kind: 'substitute',
  person: null,
  ground: 'moved',
  origin: 'office',
  by: 'P001',
  before: null,
};
const FILL: ChangeRequest = { ...SUBSTITUTE, kind: 'fill', assignment: null, institution: null, ground: 'vacant' };
const ABOVE = { number: '示例司文〔2026〕9号', ruling: { kind: 'replace' }, by: 'P001', at: NOW } as const;
const decided = { by: 'P002', at: NOW, words: '', number: null } as const;
const move = { assignment: '2026-03-01', slot: 0, out: 'P003', in: 'P004' } as const;
const base = { task: TASK, choices: [], words: null, ground: '回避', outdated: null, goesUp: false, names, may: [] } as const;
const swap = {
  kind: 'swap',
  assignment: OTHER,
  institution: second?.id ?? '',
  person: 'P004',
  accepted: 1,
  isTold: true,
  isMutual: false,
} as const;

/** The facts of the `change` card. */
export const CHANGES: readonly [ChangeFacts, ...ChangeFacts[]] = [
  {
    ...base,
    request: RECUSAL,
    words: RECUSAL.words,
    choices: [
      swap,
      { ...swap, accepted: 0, isTold: false, isMutual: true },
      { kind: 'replace', eligible: 3 },
      { kind: 'withdraw', institutions: [first.id], told: 1 },
    ],
    may: ['decide-change', 'refuse-change', 'show-assignment'],
  },
  { ...base, request: RECUSAL },
  { ...base, request: RECUSAL, choices: [{ kind: 'replace', eligible: 0 }], may: ['decide-change'] },
  { ...base, request: RECUSAL, choices: [{ kind: 'replace', eligible: 0 }], goesUp: true, may: ['record-above'] },
  { ...base, request: RECUSAL, goesUp: true },
  { ...base, request: { ...RECUSAL, state: 'to-confirm', above: ABOVE }, may: ['confirm-above'] },
  { ...base, request: { ...RECUSAL, state: 'to-confirm', above: { ...ABOVE, ruling: { ...swap } } } },
  { ...base, request: SUBSTITUTE, choices: [{ kind: 'substitute', reserves: 2 }], may: ['decide-change', 'refuse-change'] },
  { ...base, request: SUBSTITUTE, choices: [{ kind: 'substitute', reserves: 0 }], may: ['decide-change', 'refuse-change'] },
  { ...base, request: FILL, choices: [{ kind: 'fill', places: 2 }], may: ['decide-change', 'refuse-change'] },
  {
    ...base,
    request: {
      ...RECUSAL,
      state: 'done',
      decision: { ...decided, ruling: { kind: 'replace' } },
      outcome: {
        event: 1,
        moves: [move, { ...move, assignment: OTHER, in: null }, { ...move, assignment: OTHER, out: null }],
        closed: null,
        opened: null,
      },
    },
  },
  {
    ...base,
    request: {
      ...SUBSTITUTE,
      state: 'done',
      decision: { ...decided, ruling: { kind: 'substitute' } },
      outcome: { event: 2, moves: [], closed: '2026-03-01', opened: '2026-03-04' },
    },
    outdated: { now: 'normal', should: 'moved' },
  },
  {
    ...base,
    request: {
      ...SUBSTITUTE,
      state: 'done',
      decision: { ...decided, ruling: { kind: 'substitute' } },
      outcome: { event: 2, moves: [move], closed: '2026-03-01', opened: null },
    },
  },
  {
    ...base,
    request: { ...RECUSAL, state: 'refused', decision: { ...decided, words: '不属于回避的情形（示例）', ruling: { kind: 'refuse' } } },
  },
  { ...base, request: { ...SUBSTITUTE, state: 'refused', decision: { ...decided, words: '（示例）', ruling: { kind: 'refuse' } } } },
  { ...base, request: { ...RECUSAL, state: 'lapsed' } },
];

/** The facts of the `change-form` card. */
export const CHANGE_FORMS: readonly [ChangeFormFacts, ...ChangeFormFacts[]] = [
  {
    mode: 'recusal',
    assignment: '2026-03-01',
    institution: first.name,
    team: [
      { id: 'P003', name: '示例检查员甲' },
      { id: 'P004', name: '示例检查员乙' },
    ],
    may: ['ask-recusal'],
  },
  { mode: 'substitute', assignment: '2026-03-01', institution: first.name, may: ['ask-substitute'] },
  { mode: 'fill', draw: LOCKED.number, places: [{ institution: first.name, slot: 1 }], may: ['ask-fill'] },
  { mode: 'fill', draw: LOCKED.number, places: [], may: [] },
];

/** The facts of the `left` card. */
export const LEFT: readonly [LeftFacts, ...LeftFacts[]] = [
  { assignment: '2026-03-01', institution: first.name, change: RECUSAL.id, ruling: 'swap', at: NOW },
];
