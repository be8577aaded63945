// 示例: a draw that is to be given up, from the question to the outcome.
import type { VoidFacts } from '../faces/void.ts';
import { LOCKED, SETTLED, TASK, VOIDED } from './draw.ts';
import { NAMES, NOW } from './office.ts';

const request = { by: VOIDED.voided.by, at: NOW, reason: VOIDED.voided.reason };
const base = { draw: LOCKED, task: TASK, request: null, ended: null, isIssueDrawn: false, names: NAMES, may: [] } as const;

/** The facts of the `void` card. */
export const VOIDS: readonly [VoidFacts, ...VoidFacts[]] = [
  { ...base, may: ['ask-void'] },
  base,
  { ...base, request, may: ['approve-void', 'decline-void'] },
  { ...base, request, may: ['withdraw-void'] },
  { ...base, ended: { kind: 'declined', by: 'P005', at: NOW, reason: '名录没有错，抽签可以继续（示例）' }, may: ['ask-void'] },
  { ...base, ended: { kind: 'withdrawn', by: 'P001', at: NOW, reason: '' } },
  { ...base, request },
  { ...base, draw: VOIDED, request },
  { ...base, draw: VOIDED, request, isIssueDrawn: true },
  { ...base, draw: SETTLED },
];
