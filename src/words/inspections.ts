// The words of an inspection: methods, point results, outcomes, conflict grounds, follow-ups (Art. 11, 13, 16, 17).
import type { ConflictGround, Outcome, PointResult } from '../domain/assignment.ts';
import type { Method } from '../domain/matter.ts';
import type { FollowUpResult } from '../domain/problem.ts';
import type { Channel } from '../domain/publication.ts';

/** Methods of Art. 11. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = { onsite: '实地检查', written: '书面检查' };

/** Results of a check point; none is the default. */
export const POINT_RESULT_WORDS: Readonly<Record<PointResult, string>> = {
  fine: '符合',
  problem: '存在问题',
  'not-applicable': '不适用',
  unchecked: '未检查',
};

/** Outcomes of Art. 16, and the first rung of Art. 17. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  corrected: '当场改正',
  ordered: '责令限期改正',
  licence: '涉及许可，依法处理',
  file: '涉嫌违法，提请立案',
  transfer: '涉嫌犯罪，移送司法机关',
  unreachable: '通过登记住所无法联系',
  uncooperative: '不配合检查，情节严重',
  reminder: '书面提醒',
  talk: '约谈',
};

/** Grounds for stepping aside (河南省行政执法条例 §23). */
export const CONFLICT_GROUND_WORDS: Readonly<Record<ConflictGround, string>> = {
  relative: '本人是当事人，或与当事人有近亲属关系',
  interest: '本人或近亲属与检查事项有利害关系',
  other: '其他可能影响公正的情形',
};

/** Results of a follow-up visit. */
export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpResult, string>> = { corrected: '已改正', partly: '部分改正', uncorrected: '未改正' };

/** Where a result is published (Art. 14). */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  page: '本局公示网页',
  portal: '政府门户网站',
  credit: '信用信息公示平台',
};

/** Ways in which an institution can be told of a visit. */
export const NOTICE_WAYS = ['当面送达', '电话通知', '邮寄送达', '电子送达', '留置送达'] as const;

/** `实地检查、书面检查`. */
export function sayMethods(methods: readonly Method[]): string {
  return methods.map((method) => METHOD_WORDS[method]).join('、');
}
