// 示例: an inspection with findings, its problem and its publication.
import { type Assignment, type PointFinding, UNTOUCHED } from '../../domain/assignment.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Publication } from '../../domain/publication.ts';
import { checkPoints } from '../check-points.ts';
import { INSTITUTIONS, MATTERS, NOW } from './office.ts';

const [institution] = INSTITUTIONS;

/** An assignment that was just offered. */
export const OFFERED: Assignment = {
  id: '2026-03-01',
  task: '2026-03',
  draw: '2026-0003',
  stratum: 'lawfirm',
  category: 'lawfirm',
  institution: institution.id,
  seats: [
    { slot: 0, person: 'P003', answer: { kind: 'open' } },
    { slot: 1, person: 'P004', answer: { kind: 'accepted', at: NOW } },
  ],
  state: 'offered',
  from: '2026-03-16',
  to: '2026-03-27',
  ...UNTOUCHED,
};

/** All points answered, one of them a problem. */
export const POINTS: readonly PointFinding[] = checkPoints(MATTERS).map(({ matter, point, number }) => ({
  matter,
  point,
  result: number === 4 ? 'problem' : 'fine',
  words: number === 4 ? '有三份委托合同没有编号（示例）' : '',
}));

/** The visit is under way. */
export const VISITING: Assignment = { ...OFFERED, state: 'visiting', startedAt: NOW, draft: POINTS.slice(0, 2), version: 5 };

/** The findings are in. */
export const SUBMITTED: Assignment = {
  ...VISITING,
  state: 'submitted',
  draft: POINTS,
  findings: {
    method: 'onsite',
    visitedOn: '2026-03-18',
    points: POINTS,
    outcome: 'ordered',
    rectifyBy: '2026-04-17',
    summary: '查看案卷 12 份，三份委托合同没有编号，已当场说明（示例）。',
  },
  submitted: { by: 'P003', at: NOW },
  version: 6,
};

/** Its problem. */
export const PROBLEM: Problem = {
  id: '2026-03-01-1',
  assignment: OFFERED.id,
  task: '2026-03',
  institution: institution.id,
  matter: 'M02',
  point: 0,
  words: '有三份委托合同没有编号（示例）',
  outcome: 'ordered',
  due: '2026-04-17',
  state: 'open',
  report: null,
  followUp: null,
  version: 1,
};

/** Its publication, proposed. */
export const PUBLICATION: Publication = {
  id: '2026-03-01',
  assignment: OFFERED.id,
  task: '2026-03',
  category: 'lawfirm',
  institutionId: institution.id,
  fields: {
    institution: institution.name,
    time: '2026年3月18日',
    method: '实地检查',
    content: MATTERS.map(({ name }) => name).join('；'),
    result: '发现问题，责令限期改正',
    handling: '有三份委托合同没有编号，责令于2026年4月17日前改正（示例）',
  },
  state: 'proposed',
  due: '2026-04-15',
  proposed: { by: 'P001', at: NOW, words: '' },
  approved: null,
  publishedOn: null,
  channels: [
    { channel: 'page', address: null, on: null, by: null },
    { channel: 'portal', address: null, on: null, by: null },
    { channel: 'credit', address: null, on: null, by: null },
  ],
  version: 1,
};
