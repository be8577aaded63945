// Every act a card can ask for, each with the command that says the same when typed: no button is the only way.
import { ROSTER_KINDS } from '../domain/roster.ts';
import type { CommandWord } from '../words/commands.ts';
import { LIST_WORDS } from '../words/lists.ts';
import type { Act } from './card.ts';

/** Verb → typed command. `{about}`, `{list}` (the list's own command) and extras by name are put in; `[…]` is left out when its value is missing; a command ending in `…` wants words after it. */
export const ACTS = {
  'show-help': '/帮助',
  'show-work': '/待办',
  'show-statistics': '/统计',
  'show-lists': '/名录',
  'show-list': '/{list}[ {search}][ 第{page}页]',
  'export-list': '/{list} 导出',
  'template-list': '/{list} 模板',
  'confirm-import': '/名录 确认 {about}',
  'cancel-import': '/名录 放弃 {about}',
  'issue-code': '/绑定 {about}',
  'unbind-account': '/绑定 {about} 解除',
  'bind-account': '/绑定 …',
  'show-roles': '/角色',
  'set-roles': '/角色 {about} …',
  'show-settings': '/设置',
  'choose-group': '/设置 公示群',
  'decline-group': '/设置 非公示群',
  'show-tasks': '/任务[ 第{page}页]',
  'show-task': '/任务 {about}',
  'new-task': '/任务 新建',
  'make-task': '/任务 新建',
  'approve-task': '/任务 {about} 批准',
  'refuse-task': '/任务 {about} 退回 …',
  'forecast-draw': '/推演 {about}',
  'lock-draw': '/抽签 {about} 封签',
  'show-draw': '/抽签 {about}',
  'open-contribution': '/抽签 {about} 见证',
  contribute: '/抽签 {about} 见证 …',
  'close-draw': '/抽签 {about} 封存',
  'type-dice': '/抽签 {about} 骰子 …',
  'open-dice': '/抽签 {about} 骰子',
  'open-beacon': '/末项 {about}',
  'give-beacon': '/末项 {about} …',
  'settle-draw': '/抽签 {about} 开签',
  'open-confirmation': '/抽签 {about} 核对',
  'confirm-draw': '/抽签 {about} 我已核对',
  'dispute-draw': '/抽签 {about} 异议 …',
  'open-void': '/作废 {about}',
  'approve-void': '/作废 {about} 批准',
  'decline-void': '/作废 {about} 不同意 …',
  'withdraw-void': '/作废 {about} 撤回',
  'ask-void': '/作废 {about} …',
  'verify-draw': '/验证 {about}',
  'show-assignment': '/检查 {about}',
  'accept-assignment': '/检查 {about} 确认',
  'declare-conflict': '/检查 {about} 回避 …',
  'open-recusal': '/回避 {about}',
  'ask-recusal': '/回避 {about} …',
  'open-substitute': '/递补 {about}',
  'ask-substitute': '/递补 {about} …',
  'open-fill': '/补位 {about}',
  'ask-fill': '/补位 {about} 申请',
  'show-change': '/变更 {about}',
  'decide-change': '/变更 {about} 批准 …',
  'swap-change': '/交换 {about} …',
  'refuse-change': '/变更 {about} 不同意 …',
  'record-above': '/变更 {about} 上级 …',
  'confirm-above': '/变更 {about} 确认',
  'approve-visits': '/任务 {about} 批准检查',
  'serve-notice': '/检查 {about} 通知 …',
  'start-visit': '/检查 {about} 开始',
  'show-findings': '/检查 {about} 填写[ 第{page}页]',
  'save-findings': '/检查 {about} 填写[ 第{page}页]',
  'submit-findings': '/检查 {about} 填写',
  'attach-photo': '/检查 {assignment} 文件 {about}',
  'show-inspection': '/检查 {about} 核对',
  'cosign-findings': '/检查 {about} 会签',
  'return-findings': '/检查 {about} 退回 …',
  'review-inspection': '/检查 {about} 审核通过',
  'return-inspection': '/检查 {about} 审核退回 …',
  'show-publication': '/公示 {about}',
  'propose-publication': '/公示 {about} 提请',
  'approve-publication': '/公示 {about} 批准',
  'place-publication': '/公示 {about} 登记 …',
  'show-rectifications': '/整改[ 第{page}页]',
  'show-problem': '/整改 {about}',
  'report-rectification': '/整改 {about} 报告 …',
  'follow-up': '/回访 {about} …',
  'show-measures': '/处理 {about}',
  'open-measure': '/处理 {about} 提请',
  'propose-measure': '/处理 {about} 提请 …',
  'approve-measure': '/处理 {about} 批准',
  'refuse-measure': '/处理 {about} 不同意 …',
  'withdraw-measure': '/处理 {about} 撤回',
  'notify-measure': '/处理 {about} 告知 …',
  'object-measure': '/处理 {about} 异议 …',
  'answer-measure': '/处理 {about} 答复 …',
  'carry-measure': '/处理 {about} 办理 …',
  'end-measure': '/处理 {about} 了结 …',
  'record-contact': '/处理 {about} 联系 …',
  'record-warning': '/处理 {about} 警告 …',
  'record-guidance': '/指导 {about} …',
  'record-complaint': '/投诉 {about} …',
} as const satisfies Readonly<Record<string, string>>;
export type ActVerb = keyof typeof ACTS;

/** An act of the closed list; faces make acts by this and by nothing else. */
export function act(verb: ActVerb, about = '', v?: number, extra?: Readonly<Record<string, string | number>>): Act {
  return { do: verb, about, ...(v === undefined ? {} : { v }), ...(extra === undefined ? {} : { extra }) };
}

/** True for a verb of the list. */
export function isActVerb(word: string): word is ActVerb {
  return Object.hasOwn(ACTS, word);
}

/** What one would type instead of pressing; '' for a verb nobody knows. */
export function commandOf(pressed: Act): string {
  if (!isActVerb(pressed.do)) return '';
  const kind = ROSTER_KINDS.find((known) => known === pressed.about);
  const list = kind === undefined ? '名录' : LIST_WORDS[kind].command;
  const values = new Map<string, string | number>(Object.entries({ ...pressed.extra, about: pressed.about, list }));
  const put = (pattern: string): string => pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(values.get(name) ?? ''));
  const whole = ACTS[pressed.do].replace(/\[([^\]]*)\]/g, (_, optional: string) => {
    const name = /\{(\w+)\}/.exec(optional)?.[1] ?? '';
    return String(values.get(name) ?? '') === '' ? '' : optional;
  });
  return put(whole).trim();
}

/** The act behind a command's first word, for a button beside “你要的是…吗？”. */
export const ACT_OF_COMMAND: Readonly<Record<CommandWord, Act>> = {
  帮助: act('show-help'),
  待办: act('show-work'),
  我的任务: act('show-work'),
  统计: act('show-statistics'),
  名录: act('show-list', 'institutions'),
  人员: act('show-list', 'people'),
  事项: act('show-list', 'matters'),
  文件: act('show-list', 'documents'),
  任务: act('show-tasks'),
  推演: act('show-tasks'),
  抽签: act('show-tasks'),
  末项: act('show-work'),
  检查: act('show-work'),
  回避: act('show-work'),
  交换: act('show-work'),
  递补: act('show-work'),
  补位: act('show-work'),
  变更: act('show-work'),
  整改: act('show-rectifications'),
  回访: act('show-rectifications'),
  处理: act('show-rectifications'),
  书面提醒: act('show-rectifications'),
  约谈: act('show-rectifications'),
  名单: act('show-rectifications'),
  移送: act('show-rectifications'),
  处罚建议: act('show-rectifications'),
  指导: act('show-work'),
  投诉: act('show-work'),
  公示: act('show-work'),
  作废: act('show-tasks'),
  验证: act('show-tasks'),
  绑定: act('show-help'),
  角色: act('show-roles'),
  设置: act('show-settings'),
};
