// The states of everything that has states, in the glossary's words.
import type { AssignmentState } from '../domain/assignment.ts';
import type { ChangeState } from '../domain/change-request.ts';
import type { DrawState } from '../domain/draw.ts';
import type { InstitutionStatus } from '../domain/institution.ts';
import type { CertificateState, PersonStatus } from '../domain/person.ts';
import type { ProblemState } from '../domain/problem.ts';
import type { Publication } from '../domain/publication.ts';
import type { Thing } from '../domain/refusal.ts';
import type { PendingImport } from '../domain/roster.ts';
import type { TaskState } from '../domain/task.ts';
import { MEASURE_STATE_WORDS } from './measures.ts';

/** States of a task. */
export const TASK_STATE_WORDS: Readonly<Record<TaskState, string>> = {
  draft: '草稿',
  pending: '待批准',
  refused: '已退回',
  approved: '已批准',
  locked: '已封签',
  settled: '已开签',
  inspecting: '检查中',
  published: '已公示',
  finished: '已办结',
  archived: '已归档',
  void: '作废',
};

/** States of a draw. */
export const DRAW_STATE_WORDS: Readonly<Record<DrawState, string>> = {
  locked: '已封签',
  closed: '见证已封存',
  settled: '已开签',
  void: '作废',
};

/** States of an inspection. */
export const ASSIGNMENT_STATE_WORDS: Readonly<Record<AssignmentState, string>> = {
  offered: '待确认',
  'to-approve': '检查待批',
  'to-notify': '待通知',
  'to-visit': '待检查',
  visiting: '检查中',
  submitted: '已提交',
  cosigned: '已会签',
  reviewed: '已审核',
  archived: '已归档',
  replaced: '已递补',
};

/** States of a request for a change. */
export const CHANGE_STATE_WORDS: Readonly<Record<ChangeState, string>> = {
  open: '待决定',
  'to-confirm': '待第二人确认',
  done: '已变更',
  refused: '不同意',
  lapsed: '已失效',
};

/** States of a problem. */
export const PROBLEM_STATE_WORDS: Readonly<Record<ProblemState, string>> = {
  open: '待整改',
  reported: '待回访',
  corrected: '已改正',
  uncorrected: '未改正',
  noted: '已记录',
};

/** States of a publication. */
export const PUBLICATION_STATE_WORDS: Readonly<Record<Publication['state'], string>> = { proposed: '待批准', published: '已公示' };

/** States of an import. */
export const IMPORT_STATE_WORDS: Readonly<Record<PendingImport['state'], string>> = {
  waiting: '待确认',
  confirmed: '已导入',
  cancelled: '已放弃',
};

/** Statuses of an institution (Art. 9). */
export const INSTITUTION_STATUS_WORDS: Readonly<Record<InstitutionStatus, string>> = {
  normal: '正常',
  suspended: '停业',
  cancelled: '注销',
  moved: '迁出',
  abnormal: '异常',
  blacklisted: '黑名单',
};

/** Statuses of a person. */
export const PERSON_STATUS_WORDS: Readonly<Record<PersonStatus, string>> = { active: '在岗', away: '不在岗', left: '已离开' };

/** Whether the enforcement certificate is held (Art. 7). */
export const CERTIFICATE_STATE_WORDS: Readonly<Record<CertificateState, string>> = { held: '已取得', pending: '办理中', none: '未取得' };

const BY_THING: Readonly<Partial<Record<Thing, Readonly<Record<string, string>>>>> = {
  task: TASK_STATE_WORDS,
  draw: DRAW_STATE_WORDS,
  assignment: ASSIGNMENT_STATE_WORDS,
  change: CHANGE_STATE_WORDS,
  problem: PROBLEM_STATE_WORDS,
  measure: MEASURE_STATE_WORDS,
  publication: PUBLICATION_STATE_WORDS,
  import: IMPORT_STATE_WORDS,
};

/** The word of a state of some thing; the state itself when it is none of the thing's. */
export function sayState(what: Thing, state: string): string {
  return BY_THING[what]?.[state] ?? state;
}
