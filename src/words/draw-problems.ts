// The Chinese of everything that a draw refuses: one sentence a problem.

import { unreachable } from '../domain/result.ts';
import type { AssignInputProblem } from '../domain/ssj/assign-input.ts';
import type { BeaconProblem } from '../domain/ssj/beacon.ts';
import type { ChangeProblem } from '../domain/ssj/change-rules.ts';
import type { ContributionProblem } from '../domain/ssj/contributions.ts';
import type { ListName, SealProblem } from '../domain/ssj/lock-rules.ts';
import type { EventProblem } from '../domain/ssj/next-event.ts';
import type { ReplayProblem } from '../domain/ssj/replay.ts';
import type { Misfit } from '../domain/ssj/standing.ts';

const LISTS: Readonly<Record<ListName | 'recusals', string>> = { roster: '机构名单', inspectors: '执法检查人员名单', recusals: '回避名单' };

/** Why a draw cannot be sealed (封签). */
export function sealProblemWords(problem: SealProblem): string {
  switch (problem.kind) {
    case 'id-bad':
      return `${LISTS[problem.list]}中的编号“${problem.id}”不合规：只能用 1 至 64 个字母、数字、点、横线或下划线。`;
    case 'ids-alike':
      return `${LISTS[problem.list]}中的编号“${problem.ids[0]}”与“${problem.ids[1]}”相同或仅大小写不同。`;
    case 'recusal-unknown':
      return `回避登记涉及名单以外的机构或人员：${problem.object} 与 ${problem.inspector}。`;
    case 'recusal-repeated':
      return `回避登记重复：${problem.object} 与 ${problem.inspector}。`;
    case 'row-in-two-strata':
      return `机构 ${problem.object} 同时属于“${problem.strata[0]}”和“${problem.strata[1]}”两层。`;
    case 'stratum-repeated':
      return `抽取层次“${problem.stratum}”出现了两次。`;
    case 'ratio-bad':
      return `“${problem.stratum}”的比例 ${problem.num}/${problem.den} 不在 0 与 1 之间。`;
    case 'min-bad':
      return `“${problem.stratum}”的最低家数 ${problem.min} 不是零或正整数。`;
    case 'weight-bad':
      return `风险等级“${problem.risk}”的权重 ${problem.weight} 不是 1 至 100 的整数。`;
    case 'team-bad':
      return `每组 ${problem.size} 人不行：至少两人，至多一百人。`;
    case 'cap-bad':
      return `人员 ${problem.inspector} 的次数上限或已有次数不是零或正整数。`;
    case 'text-bad':
      return `文字“${problem.text.slice(0, 20)}”过长或含有无法保存的字符。`;
    case 'contributors-bad':
      return '见证人名单不对：服务器须在首位，各人不得重复或空缺。';
    case 'draw-number-bad':
      return `抽签编号“${problem.draw}”不合规。`;
    case 'time-bad':
      return `封签时间“${problem.lockedAt}”不是带时区的时间。`;
    case 'secret-bad':
      return '服务器随机数或末端链值不是 64 位小写十六进制数。';
    case 'chain-bad':
      return `变更链的长度 ${problem.length} 不行：须为 1 至 1000000。`;
    case 'prev-bad':
      return '工作记录的末端摘要不是 64 位小写十六进制数。';
    case 'witnesses-too-few':
      return witnessWords(problem);
    default:
      return beaconProblemWords(problem);
  }
}

/** Why a last ingredient (末项) is not acceptable. */
export function beaconProblemWords(problem: BeaconProblem): string {
  switch (problem.kind) {
    case 'beacon-of-other-mode':
      return `末项与抽签方式“${problem.mode}”不符。`;
    case 'beacon-keys':
      return '末项的内容多了或少了。';
    case 'beacon-chain-unknown':
      return `不认识的随机信标链：${problem.chain}。`;
    case 'beacon-round-bad':
      return `随机信标的轮次 ${problem.round} 不是正整数。`;
    case 'beacon-known-at-lock':
      return `第 ${problem.round} 轮随机信标在封签时已经公开，须改用更晚的一轮。`;
    case 'beacon-lottery-bad':
      return '末项没有写明彩种或期号。';
    case 'beacon-dice-bad':
      return '骰子至少一个、至少两面。';
    case 'beacon-not-as-planned':
      return '末项不是封签时约定的那一个。';
    case 'beacon-randomness-bad':
      return '随机信标的随机值不是其签名的 SHA-256。';
    case 'beacon-numbers-bad':
      return '开奖号码须为从小到大的整数。';
    case 'beacon-throws-bad':
      return '骰子的次数或点数与约定不符。';
    default:
      return unreachable(problem);
  }
}

/** Why contributions (见证) are not acceptable. */
export function contributionProblemWords(problem: ContributionProblem): string {
  switch (problem.kind) {
    case 'contributor-unknown':
      return `“${problem.by}”不在封签时的见证人名单内。`;
    case 'contributor-out-of-order':
      return `“${problem.by}”的见证内容重复或次序不对。`;
    case 'server-silent':
      return '服务器没有公开它的随机数，此次抽签应作废。';
    case 'server-commit-broken':
      return '服务器公开的随机数与封签时的承诺不符，此次抽签应作废。';
    case 'contribution-text-bad':
      return `“${problem.by}”的见证内容超过二百字或含有无法保存的字符。`;
    case 'witnesses-too-few':
      return witnessWords(problem);
    default:
      return unreachable(problem);
  }
}

/** Why somebody does not fit a place. */
export const MISFITS: Readonly<Record<Misfit, string>> = {
  unknown: '不在可查人员之列',
  withdrawn: '已不参与本次检查',
  category: '没有该类机构的检查资格',
  lead: '不能任组长',
  recused: '须回避该机构',
  'in-team': '已在该组内',
};

/** Why a change after the draw is not allowed. */
export function changeProblemWords(problem: ChangeProblem): string {
  switch (problem.kind) {
    case 'change-object-unknown':
      return `机构 ${problem.object} 不在本次检查之列。`;
    case 'change-not-in-team':
      return `人员 ${problem.inspector} 不在机构 ${problem.object} 的检查组内。`;
    case 'change-inspector-unknown':
      return `人员 ${problem.inspector} 不在可查人员之列，或已不参与本次检查。`;
    case 'change-needs-one-place':
      return `回避须恰好针对一家机构，这里写了 ${problem.have} 家。`;
    case 'change-needs-all-places':
      return `不参与本次检查须依次列出其全部机构：${problem.places.join('、') || '（没有）'}。`;
    case 'change-swap-needs-two':
      return '交换须在两个检查组的两个人之间进行。';
    case 'change-does-not-fit':
      return `人员 ${problem.inspector} 不能换到机构 ${problem.object}：${MISFITS[problem.why]}。`;
    case 'change-nothing-to-fill':
      return '没有写明要补哪个位置。';
    case 'change-slot-not-empty':
      return `机构 ${problem.object} 的第 ${problem.slot + 1} 个位置不空、不存在或写了两次。`;
    default:
      return unreachable(problem);
  }
}

/** Why an event cannot follow the ones before it. */
export function eventProblemWords(problem: EventProblem): string {
  switch (problem.kind) {
    case 'event-number-bad':
      return `变更的序号 ${problem.n} 不连续。`;
    case 'event-chain-used-up':
      return `第 ${problem.n} 次变更超过了封签时约定的次数。`;
    case 'event-link-bad':
      return `第 ${problem.n} 次变更的链值与前一个对不上。`;
    case 'event-change-refused':
      return `第 ${problem.n} 次变更不允许：${changeProblemWords(problem.problem)}`;
    default:
      return unreachable(problem);
  }
}

/** Why an input cannot be replayed (重算). */
export function replayProblemWords(problem: ReplayProblem): string {
  switch (problem.kind) {
    case 'input-misshapen':
      return misshapenWords(problem.paths);
    case 'lock-refused':
      return problem.problems.slice(0, 5).map(sealProblemWords).join('');
    case 'root-differs':
      return `${LISTS[problem.list]}与封签时的行数或摘要不符。`;
    case 'event-number-bad':
    case 'event-chain-used-up':
    case 'event-link-bad':
    case 'event-change-refused':
      return eventProblemWords(problem);
    case 'contributor-unknown':
    case 'contributor-out-of-order':
    case 'server-silent':
    case 'server-commit-broken':
    case 'contribution-text-bad':
    case 'witnesses-too-few':
      return contributionProblemWords(problem);
    default:
      return beaconProblemWords(problem);
  }
}

/** Why an assignment alone cannot be computed. */
export function assignProblemWords(problem: AssignInputProblem): string {
  switch (problem.kind) {
    case 'input-misshapen':
      return misshapenWords(problem.paths);
    case 'assign-id-repeated':
      return `编号“${problem.id}”出现了两次。`;
    case 'assign-cap-bad':
      return `人员 ${problem.inspector} 的次数上限或已有次数不是零或正整数。`;
    default:
      return unreachable(problem);
  }
}

function misshapenWords(paths: readonly string[]): string {
  return `输入的形式不对：${paths.slice(0, 5).join('、')}${paths.length > 5 ? `等 ${paths.length} 处` : ''}。`;
}

function witnessWords({ need, have }: { readonly need: number; readonly have: number }): string {
  return `此方式至少要 ${need} 名见证人，现有 ${have} 名。`;
}
