// The Chinese of measures and of the journal: kinds, states, and what is missing, with what may be done now.
import type { Day } from '../domain/day.ts';
import type { GuidanceKind, JournalKind } from '../domain/journal.ts';
import type { MeasureKind, MeasureState, Sanction, Severity } from '../domain/measure.ts';
import type { Lack } from '../domain/measure-lack.ts';
import { sayDay } from './days.ts';

/** Kinds of measures. */
export const MEASURE_WORDS: Readonly<Record<MeasureKind, string>> = {
  reminder: '书面提醒',
  talk: '约谈',
  licence: '转许可办理',
  case: '立案',
  advice: '处罚建议书',
  transfer: '移送书',
  abnormal: '列入执业异常对象名单',
  'abnormal-exit': '移出执业异常对象名单',
  credit: '信用平台公示',
  penalty: '处罚决定登记',
  blacklist: '列入信用黑名单',
  'blacklist-exit': '移出信用黑名单',
};

/** States of a measure. */
export const MEASURE_STATE_WORDS: Readonly<Record<MeasureState, string>> = {
  proposed: '待批准',
  refused: '不同意',
  withdrawn: '已撤回',
  approved: '待办理',
  noticed: '告知期',
  done: '已办理',
  ended: '已结束',
};

/** What makes not cooperating grave. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  refusal: '拒绝检查',
  concealment: '隐瞒、转移材料',
  obstruction: '阻挠检查',
  threat: '威胁检查人员',
};

/** What a penalty ordered. */
export const SANCTION_WORDS: Readonly<Record<Sanction, string>> = { warning: '警告', other: '其他处罚' };

/** Kinds of journal lines. */
export const JOURNAL_WORDS: Readonly<Record<JournalKind, string>> = {
  guidance: '行政指导',
  contact: '联系',
  warning: '警告在先',
  complaint: '投诉',
};

/** Kinds of guidance (Art. 15). */
export const GUIDANCE_WORDS: Readonly<Record<GuidanceKind, string>> = {
  advise: '建议',
  coach: '辅导',
  remind: '提醒',
  urge: '规劝',
  show: '示范',
  publicise: '公示',
};

/** What is missing, and what may be done now. */
const LACK_WORDS: Readonly<Record<Lack, string>> = {
  'open-problem': '要针对一个还没整改完的问题。请先从检查发现的问题入手',
  unlawful: '要先有违法行为：处理为“立案”或“许可”，或责令改正后回访仍未改。现在可以先责令改正、回访',
  'licence-problem': '检查的处理不是“许可问题”。现在可以书面提醒或约谈',
  'criminal-problem': '检查的处理不是“涉嫌犯罪移送”。现在可以书面提醒、约谈或提出处罚建议',
  rung: '要先书面提醒或约谈并已办理，回访仍未改，才能列入（第十七条第二项）。现在可以书面提醒或约谈',
  'failed-follow-up': '提醒或约谈以后还没有“未改”的回访（第十七条第二项）。现在请回访并登记结果',
  contacts: '要有不同日期的两次联系，每次都有证明（第十六条第五项）。现在请登记联系并附上照片或邮寄凭证',
  uncooperative: '检查的处理不是“不配合情节严重”（第十六条第六项）',
  severity: '要写明情节：拒绝、隐瞒、阻挠或威胁（第十六条第六项）',
  warning: '要先警告过对方（第十六条第六项）。现在请登记警告',
  witnesses: '要有两名见证人（第十六条第六项）。请写上两位同事',
  competence: '县局对律师事务所、公证处不立案、不处罚（律师法第五十二条、公证法第四十一条）。现在可以向市局提出处罚建议书',
  'own-penalty': '县局对基层法律服务所只能给予警告，其他处罚由有权机关决定。请核对决定机关，或登记为警告',
  penalty: '要先登记有权机关的处罚决定：机关、文号、日期（第十七条第三项）。仅有处罚建议不能列入。现在可以登记处罚决定',
  'appeal-open': '处罚决定还在复议、诉讼期限内',
  listed: '机构现在不在这份名单上，不用移出',
  underway: '同样的措施已在办理或仍然有效，没有重复提请',
};

/** Why a measure may not be taken now. */
export function sayLack(measure: MeasureKind, lack: Lack, until: Day | null): string {
  const when = until === null ? '' : `，${sayDay(until)}以后才能列入`;
  return `现在不能${MEASURE_WORDS[measure]}：${LACK_WORDS[lack]}${when}。什么也没有改动。`;
}
