// 示例: findings that wait for a second inspector and then for the head, and the same cards once that is done.
import type { CosignFacts } from '../faces/cosign.ts';
import { TASK } from './draw.ts';
import { SUBMITTED } from './inspection.ts';
import { INSTITUTIONS, MATTERS, NAMES } from './office.ts';

const [institution] = INSTITUTIONS;
const due = { day: '2026-03-16', workingDays: 4 };
const base = { institution, task: TASK, matters: MATTERS, photos: 2, due, isWhole: false, names: NAMES, may: [] };

/** The facts of the `cosign` card. */
export const COSIGNS: readonly [CosignFacts, ...CosignFacts[]] = [
  { ...base, assignment: SUBMITTED, may: ['cosign-findings', 'return-findings'] },
  { ...base, assignment: SUBMITTED, due: null },
  { ...base, assignment: { ...SUBMITTED, state: 'cosigned' } },
];

/** The facts of the `review` card. */
export const REVIEWS: readonly [CosignFacts, ...CosignFacts[]] = [
  { ...base, assignment: { ...SUBMITTED, state: 'cosigned' }, may: ['review-inspection', 'return-inspection'] },
  { ...base, assignment: { ...SUBMITTED, state: 'cosigned' } },
  { ...base, assignment: { ...SUBMITTED, state: 'reviewed' }, isWhole: true },
];
