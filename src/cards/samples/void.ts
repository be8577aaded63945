// 示例: a draw that is to be given up, from the question to the outcome.
import type { VoidFacts } from '../faces/void.ts';
import { LOCKED, SETTLED, TASK, VOIDED } from './draw.ts';
import { NAMES, NOW } from './office.ts';

const request = { by: VOIDED.voided.by, at: NOW, reason: VOIDED.voided.reason };
const base = { draw: LOCKED, task: TASK, request: null, names: NAMES, may: [] } as const;

/** The facts of the `void` card. */
export const VOIDS: readonly [VoidFacts, ...VoidFacts[]] = [
  { ...base, may: ['ask-void'] },
  base,
  { ...base, request, may: ['approve-void'] },
  { ...base, request },
  { ...base, draw: VOIDED, request },
  { ...base, draw: SETTLED },
];
