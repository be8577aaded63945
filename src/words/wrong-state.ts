// A thing is in another state than what was asked of it needs: which state, why not, and what comes next.
import type { Thing } from '../domain/refusal.ts';

interface StateWords {
  /** As it is now. */
  readonly now: string;
  /** When it has got there. */
  readonly after: string;
}

type States = Readonly<Record<string, StateWords>>;

/** In the order in which a thing goes through them: what stands further down than what is needed is over. */
const BY_THING: Readonly<Partial<Record<Thing, States>>> = {
  task: {
    draft: { now: '这个任务还是草稿', after: '建好以后' },
    pending: { now: '这个任务还在等负责人批准', after: '提请以后' },
    approved: { now: '这个任务已经批准', after: '批准以后' },
    locked: { now: '这个任务已经封签', after: '封签以后' },
    settled: { now: '这个任务已经开签', after: '开签以后' },
    inspecting: { now: '这个任务正在检查', after: '检查开始以后' },
    published: { now: '这个任务已经公示', after: '公示以后' },
    finished: { now: '这个任务已经办结', after: '办结以后' },
    archived: { now: '这个任务已经归档', after: '归档以后' },
    refused: { now: '这个任务已经退回', after: '退回以后' },
    void: { now: '这个任务已经作废', after: '作废以后' },
  },
  draw: {
    locked: { now: '已经封签，见证还没有封存', after: '封签以后' },
    closed: { now: '见证已经封存，还没有开签', after: '见证封存以后' },
    settled: { now: '已经开签', after: '开签以后' },
    void: { now: '这次抽签已经作废', after: '作废以后' },
  },
  assignment: {
    offered: { now: '还在等检查人员确认', after: '抽中以后' },
    'to-approve': { now: '还在等负责人批准检查', after: '检查人员都确认以后' },
    'to-notify': { now: '还没有通知机构', after: '负责人批准检查以后' },
    'to-visit': { now: '还没有到场检查', after: '登记通知以后' },
    visiting: { now: '检查正在进行', after: '亮证开始以后' },
    submitted: { now: '检查情况已经提交', after: '提交检查情况以后' },
    cosigned: { now: '检查情况已经会签', after: '会签以后' },
    reviewed: { now: '检查已经审核', after: '审核以后' },
    archived: { now: '检查已经归档', after: '归档以后' },
    replaced: { now: '这家机构已经退出这次检查', after: '退出以后' },
  },
  change: {
    open: { now: '这件申请还在等决定', after: '登记申请以后' },
    'to-confirm': { now: '上级的决定已经登记，在等第二人确认', after: '登记上级决定以后' },
    done: { now: '这件申请已经批准', after: '批准以后' },
    refused: { now: '这件申请没有同意', after: '决定以后' },
    lapsed: { now: '这件申请已经失效', after: '决定以后' },
  },
  problem: {
    open: { now: '还在等机构整改', after: '责令整改以后' },
    uncorrected: { now: '回访时还没有改正', after: '回访以后' },
    reported: { now: '机构已经报告整改', after: '登记整改报告以后' },
    corrected: { now: '已经改正', after: '改正以后' },
    noted: { now: '这个问题只作记录', after: '记录以后' },
  },
  measure: {
    proposed: { now: '这项措施还在等批准', after: '提请以后' },
    approved: { now: '这项措施已经批准，还没有办理', after: '批准以后' },
    noticed: { now: '这项措施已经告知，还在异议期', after: '告知以后' },
    done: { now: '这项措施已经办理', after: '办理以后' },
    ended: { now: '这项措施已经结束', after: '了结以后' },
    refused: { now: '这项措施没有同意', after: '决定以后' },
    withdrawn: { now: '这项措施已经撤回', after: '撤回以后' },
  },
  publication: {
    proposed: { now: '公示还在等批准', after: '提请公示以后' },
    published: { now: '已经公示', after: '批准公示以后' },
  },
};

/** What was asked for, by the verb of `cards/acts.ts`. */
const ACTIONS: Readonly<Record<string, string>> = {
  'approve-task': '批准',
  'refuse-task': '退回',
  'forecast-draw': '推演',
  'lock-draw': '封签',
  contribute: '见证',
  'close-draw': '封存见证',
  'type-dice': '录入骰子',
  'give-beacon': '录入末项',
  'settle-draw': '开签',
  'confirm-draw': '核对',
  'dispute-draw': '提异议',
  'ask-void': '作废',
  'approve-void': '作废',
  'decline-void': '不同意作废',
  'withdraw-void': '撤回作废申请',
  'accept-assignment': '确认参加',
  'declare-conflict': '申报回避',
  'ask-recusal': '登记回避',
  'ask-substitute': '申请递补',
  'ask-fill': '申请补位',
  'decide-change': '批准',
  'swap-change': '交换',
  'refuse-change': '不同意',
  'record-above': '登记上级决定',
  'confirm-above': '确认',
  'approve-visits': '批准检查',
  'serve-notice': '登记通知',
  'start-visit': '开始检查',
  'save-findings': '填写检查情况',
  'submit-findings': '提交检查情况',
  'attach-photo': '收存文件',
  'cosign-findings': '会签',
  'return-findings': '退回',
  'review-inspection': '审核',
  'return-inspection': '退回',
  'show-publication': '公示',
  'propose-publication': '提请公示',
  'place-publication': '登记公示',
  'report-rectification': '登记整改报告',
  'follow-up': '登记回访',
  'approve-measure': '批准',
  'refuse-measure': '不同意',
  'withdraw-measure': '撤回',
  'notify-measure': '告知',
  'object-measure': '登记异议',
  'answer-measure': '答复异议',
  'carry-measure': '办理',
  'end-measure': '了结',
};

/** `已经开签，不能再作废，什么也没有改动。`, or what has to come first. */
export function sayWrongState(what: Thing, state: string, needed: string, verb: string | undefined): string {
  const states = BY_THING[what] ?? {};
  const order = Object.keys(states);
  const now = states[state]?.now ?? '现在还不到这一步';
  const action = ACTIONS[verb ?? ''] ?? '这样办';
  if (order.indexOf(state) > order.indexOf(needed)) return `${now}，不能再${action}，什么也没有改动。${insteadOf(what, state, verb)}`;
  return `${now}，要${states[needed]?.after ?? '再等一步'}才能${action}，什么也没有改动。`;
}

/** What can still be done where the question is common. */
function insteadOf(what: Thing, state: string, verb: string | undefined): string {
  const isVoiding = verb === 'ask-void' || verb === 'approve-void';
  return what === 'draw' && state === 'settled' && isVoiding ? '机构或人员有变的，请申请递补或回避。' : '';
}
