// The words of changes after the draw: kinds, origins, grounds, what may be decided, what came of it (Art. 13).
import type { ChangeName } from '../domain/announcement.ts';
import type { ChangeGround, ChangeKind, ChangeOrigin, Ruling } from '../domain/change-request.ts';

/** What is asked for. */
export const CHANGE_KIND_WORDS: Readonly<Record<ChangeKind, string>> = { recusal: '回避', substitute: '递补', fill: '补位' };

/** Who asked for it. */
export const ORIGIN_WORDS: Readonly<Record<ChangeOrigin, string>> = {
  self: '本人申请',
  institution: '机构申请',
  order: '负责人指令',
  office: '本局查明',
};

/** Grounds as people choose them; a record says less (`GROUND_LABELS`). */
export const CHANGE_GROUND_WORDS: Readonly<Record<ChangeGround, string>> = {
  relative: '本人是当事人，或与当事人有近亲属关系',
  interest: '本人或近亲属与检查事项有利害关系',
  other: '其他可能影响公正的情形',
  leave: '请假',
  lapsed: '执法证失效',
  gone: '离岗',
  suspended: '停业',
  cancelled: '注销',
  moved: '迁出',
  unreachable: '无法联系',
  'under-case': '正在办理重大案件',
  'force-majeure': '不可抗力',
  capped: '年度检查次数已达上限',
  vacant: '席位空缺',
};

/** What was decided. */
export const RULING_WORDS: Readonly<Record<Ruling['kind'], string>> = {
  swap: '交换',
  replace: '回避这一家，另行补人',
  withdraw: '不参与本次检查',
  substitute: '递补',
  fill: '补位',
  refuse: '不同意',
};

/** The kind of a change in the record, for everybody. */
export const CHANGE_WORDS: Readonly<Record<ChangeName, string>> = {
  replace: '回避',
  withdraw: '不参与',
  swap: '交换',
  substitute: '递补',
  fill: '补位',
};

/** `李检查与陈检查交换：李检查改查示例公证处，陈检查改查示例一所`: both people, and where each goes. */
export function saySwap(
  one: { readonly person: string; readonly goesTo: string },
  other: { readonly person: string; readonly goesTo: string },
): string {
  return `${one.person}与${other.person}交换：${one.person}改查${one.goesTo}，${other.person}改查${other.goesTo}`;
}
