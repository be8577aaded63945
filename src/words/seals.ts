// What SSJ-1 forbids to seal, in Chinese: mostly mistakes in a list or a document that slipped past their import.
import type { SealProblem } from '../domain/ssj/lock-rules.ts';

const SEAL_WORDS: Readonly<Record<SealProblem['kind'], string>> = {
  'id-bad': '编号里有不允许的字符',
  'ids-alike': '有两个编号只差大小写',
  'recusal-unknown': '回避名单里有名录外的人或机构',
  'recusal-repeated': '同一回避登记了两次',
  'row-in-two-strata': '有机构同时适用两行比例',
  'stratum-repeated': '同一类别写了两行比例',
  'ratio-bad': '比例不是分数',
  'min-bad': '最低家数不是整数',
  'weight-bad': '权重不是 1 至 100 的整数',
  'team-bad': '每组人数不合规定',
  'cap-bad': '人员的每次上限不是整数',
  'text-bad': '有文字过长或残缺',
  'contributors-bad': '见证人名单不对',
  'witnesses-too-few': '见证人不足两名',
  'draw-number-bad': '抽签编号不对',
  'time-bad': '封签时间不对',
  'secret-bad': '服务器的密数不对',
  'chain-bad': '变更链的长度不对',
  'prev-bad': '工作记录的末条不对',
  'beacon-of-other-mode': '末项与方式不符',
  'beacon-keys': '末项的内容不对',
  'beacon-chain-unknown': '末项来自不认识的信标',
  'beacon-round-bad': '末项的轮次不对',
  'beacon-known-at-lock': '末项在封签时已经可知',
  'beacon-lottery-bad': '末项的彩票期号不对',
  'beacon-dice-bad': '骰子的个数或面数不对',
  'beacon-not-as-planned': '末项与封签时不符',
  'beacon-randomness-bad': '信标的随机数不对',
  'beacon-numbers-bad': '开奖号码不对',
  'beacon-throws-bad': '骰子点数不对',
};

/** The problems in one phrase. */
export function saySealProblems(kinds: readonly SealProblem['kind'][]): string {
  return kinds.map((kind) => SEAL_WORDS[kind]).join('、');
}
