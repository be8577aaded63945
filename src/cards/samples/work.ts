// 示例: open work of every kind, and an import with its changes and problems.

import type { Institution } from '../../domain/institution.ts';
import type { PendingImport, RosterChange, SheetProblem } from '../../domain/roster.ts';
import { SHEET_PROBLEMS } from '../../domain/roster.ts';
import type { WorkItem, WorkKind } from '../../domain/work.ts';
import { WORK_KINDS } from '../../domain/work.ts';
import { INSTITUTIONS, NOW } from './office.ts';

const DAYS = [
  { day: '2026-03-06', workingDays: -2 },
  { day: '2026-03-10', workingDays: 0 },
  { day: '2026-03-12', workingDays: 2 },
  { day: '2026-03-30', workingDays: 14 },
  null,
] as const;

const [TASK, DRAW, CHANGE] = ['2026-03', '2026-0003', '2026-0003-1'];

/** What is not about a visit. */
const ABOUT: Readonly<Partial<Record<WorkKind, string>>> = {
  'approve-task': TASK,
  'lock-draw': TASK,
  contribute: DRAW,
  'type-beacon': DRAW,
  'paste-beacon': DRAW,
  'settle-draw': DRAW,
  'confirm-draw': DRAW,
  'decide-change': CHANGE,
  'record-above': CHANGE,
  'confirm-above': CHANGE,
  'approve-visits': TASK,
};

/** One piece of work of every kind, due at different times. */
export const WORK: readonly WorkItem[] = WORK_KINDS.slice(0, 14).map((kind, index) => ({
  kind,
  about: ABOUT[kind] ?? '2026-03-01',
  title: '示例明理律师事务所',
  due: DAYS[index % DAYS.length] ?? null,
}));

/** An import that waits for its confirmation. */
export const IMPORT: PendingImport = {
  id: 'I1',
  kind: 'institutions',
  fileName: '机构名录（示例）.xlsx',
  by: 'P001',
  at: NOW,
  total: 15,
  added: 1,
  changed: 1,
  unchanged: 13,
  problems: [],
  state: 'waiting',
  version: 1,
};

/** What it changes: one new row, one moved and suspended. */
export const IMPORT_CHANGES: readonly RosterChange<Institution>[] = INSTITUTIONS.map((after, index) => ({
  id: after.id,
  before: index === 0 ? null : { ...after, address: '示例县旧街 9 号', status: 'normal' },
  after,
}));

/** Every kind of problem a sheet can have. */
export const IMPORT_PROBLEMS: readonly SheetProblem[] = SHEET_PROBLEMS.map((kind, index) => ({
  row: index === 0 ? null : index + 1,
  column: index === 0 ? null : '手机',
  kind,
  value: '示例值',
}));
