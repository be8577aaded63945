// Words that stand on buttons and are no commands: what one would type who sees the button, and the command that says the same.
import type { WorkKind } from '../domain/work.ts';

/** What a number is of, by its form: `2026-01`, `2026-0001`, `2026-01-03`, `2026-0001-2`, `2026-01-03-1`, `CS2026-001`; `other` is a name or a code. */
export type Shape = 'task' | 'draw' | 'visit' | 'change' | 'problem' | 'measure' | 'other';

/** A word of a button. In `as` the number that was typed stands as `#`; alone it opens the only work of these kinds, or is the command `alone`. */
export interface Spoken {
  readonly as: Readonly<Partial<Record<Shape, string>>>;
  readonly kinds: readonly WorkKind[];
  readonly alone?: string;
}

const dice: Spoken = { as: { draw: '抽签 # 骰子' }, kinds: ['type-beacon'] };
const beacon: Spoken = { as: { draw: '末项 #' }, kinds: ['type-beacon', 'paste-beacon'] };
const lock: Spoken = { as: { task: '抽签 # 封签', draw: '抽签 #' }, kinds: ['lock-draw'] };
const close: Spoken = { as: { draw: '抽签 # 封存' }, kinds: [], alone: '抽签' };
const accept: Spoken = { as: { visit: '检查 # 确认' }, kinds: ['answer'] };
const notice: Spoken = { as: { visit: '检查 # 通知' }, kinds: ['serve-notice'] };
const start: Spoken = { as: { visit: '检查 # 开始' }, kinds: ['visit'] };
const findings: Spoken = { as: { visit: '检查 # 填写' }, kinds: ['fill-findings'] };
const recusal: Spoken = { as: { visit: '回避 #' }, kinds: ['answer', 'visit'] };
const propose: Spoken = { as: { visit: '公示 # 提请' }, kinds: ['propose-publication'] };
const place: Spoken = { as: { visit: '公示 # 登记' }, kinds: ['place-publication'] };
const report: Spoken = { as: { problem: '整改 # 报告' }, kinds: ['report-rectification'] };
const above: Spoken = { as: { change: '变更 # 上级' }, kinds: ['record-above'] };
const dispute: Spoken = { as: { draw: '抽签 # 异议' }, kinds: ['confirm-draw'] };
const approveVisits: Spoken = { as: { task: '任务 # 批准检查' }, kinds: ['approve-visits'] };
/** What measures stand on: an inspection, a problem, or an institution by its code or name. */
const onAnything = (as: string): Spoken['as'] => ({ visit: as, problem: as, other: as });
const measures: Spoken = { as: { ...onAnything('处理 #'), measure: '处理 #' }, kinds: [], alone: '处理' };
const noted = (as: string): Spoken => ({ as: onAnything(as), kinds: [], alone: '处理' });
const decideMeasure = { measure: '处理 # 批准' } as const;
const notified: Spoken = { as: { measure: '处理 # 告知' }, kinds: ['take-measure'] };
const served: Spoken = { as: { measure: '处理 # 办理' }, kinds: ['take-measure'] };
const ended: Spoken = { as: { measure: '处理 # 了结' }, kinds: ['take-measure'] };
const newTask: Spoken = { as: {}, kinds: [], alone: '任务 新建' };

/** By the word as it stands on the button, and as one would say it shorter. */
export const SPOKEN: Readonly<Record<string, Spoken>> = {
  新建任务: newTask,
  新建: newTask,
  建任务: newTask,
  提请批准: newTask,
  封签: lock,
  见证: { as: { draw: '抽签 # 见证' }, kinds: ['contribute'] },
  封存见证: close,
  封存: close,
  骰子: dice,
  录入骰子: dice,
  录入点数: dice,
  录入: beacon,
  粘贴: beacon,
  录入号码: beacon,
  录入开奖号码: beacon,
  粘贴信标数值: beacon,
  提交信标数值: beacon,
  开签: { as: { draw: '抽签 # 开签', task: '抽签 #' }, kinds: ['settle-draw'] },
  核对: { as: { draw: '抽签 # 核对', visit: '检查 # 核对' }, kinds: ['confirm-draw', 'cosign', 'review'] },
  我已核对: { as: { draw: '抽签 # 我已核对' }, kinds: ['confirm-draw'] },
  有异议: dispute,
  异议: dispute,
  申请作废: { as: { draw: '作废 #' }, kinds: [], alone: '作废' },
  批准作废: { as: { draw: '作废 # 批准' }, kinds: [], alone: '作废' },
  批准: {
    as: { task: '任务 # 批准', draw: '作废 # 批准', change: '变更 # 批准', visit: '公示 # 批准', ...decideMeasure },
    kinds: ['approve-task', 'decide-change', 'approve-visits', 'approve-publication', 'decide-measure'],
  },
  审批: { as: { task: '任务 #', change: '变更 #' }, kinds: ['approve-task', 'decide-change'] },
  批准检查: approveVisits,
  批准全部检查: approveVisits,
  退回: { as: { task: '任务 # 退回', visit: '检查 # 退回' }, kinds: ['approve-task', 'cosign', 'review'] },
  退回修改: { as: { visit: '检查 # 退回' }, kinds: ['cosign'] },
  退回重查: { as: { visit: '检查 # 审核退回' }, kinds: ['review'] },
  决定: { as: { change: '变更 #' }, kinds: ['decide-change'] },
  不同意: { as: { change: '变更 # 不同意', measure: '处理 # 不同意' }, kinds: ['decide-change', 'decide-measure'] },
  撤回: { as: { measure: '处理 # 撤回', draw: '作废 # 撤回' }, kinds: [], alone: '处理' },
  撤回申请: { as: { draw: '作废 # 撤回' }, kinds: [], alone: '作废' },
  不同意作废: { as: { draw: '作废 # 不同意' }, kinds: [], alone: '作废' },
  登记告知: notified,
  告知: notified,
  登记送达: served,
  办理: served,
  登记异议: { as: { measure: '处理 # 异议' }, kinds: [], alone: '处理' },
  登记答复: { as: { measure: '处理 # 答复' }, kinds: ['take-measure'] },
  登记了结: ended,
  了结: ended,
  办理经过: measures,
  措施和指导: measures,
  记下指导: noted('指导 #'),
  记下联系: noted('处理 # 联系'),
  记下警告: noted('处理 # 警告'),
  记下投诉: noted('投诉 #'),
  登记上级决定: above,
  上级决定: above,
  与文件一致: { as: { change: '变更 # 确认' }, kinds: ['confirm-above'] },
  我参加: accept,
  参加: accept,
  确认: { as: { visit: '检查 # 确认', change: '变更 # 确认' }, kinds: ['answer', 'confirm-above'] },
  申报回避: recusal,
  登记回避: recusal,
  登记回避申请: recusal,
  申请回避: recusal,
  申请递补: { as: { visit: '递补 #' }, kinds: [], alone: '递补' },
  申请补位: { as: { draw: '补位 #' }, kinds: [], alone: '补位' },
  登记通知: notice,
  通知: notice,
  登记: { as: { visit: '检查 #', change: '变更 #' }, kinds: ['serve-notice', 'record-above', 'place-publication'] },
  亮证并开始检查: start,
  亮证: start,
  开始检查: start,
  填写检查情况: findings,
  填写: findings,
  保存: findings,
  提交检查情况: findings,
  会签: { as: { visit: '检查 # 会签' }, kinds: ['cosign'] },
  审核: { as: { visit: '检查 # 核对' }, kinds: ['review'] },
  审核通过: { as: { visit: '检查 # 审核通过' }, kinds: ['review'] },
  提请公示: propose,
  提请: { as: { visit: '公示 # 提请', problem: '处理 # 提请', other: '处理 # 提请' }, kinds: ['propose-publication'] },
  批准公示: { as: { visit: '公示 # 批准' }, kinds: ['approve-publication'] },
  登记公示: place,
  登记整改报告: report,
  整改报告: report,
  登记回访: { as: { problem: '回访 #' }, kinds: ['follow-up'] },
  重新推演: { as: { task: '推演 #' }, kinds: [], alone: '推演' },
  导入: { as: { other: '名录 # 确认' }, kinds: [], alone: '名录' },
  放弃: { as: { other: '名录 # 放弃' }, kinds: [], alone: '名录' },
  导出: { as: { other: '名录 # 导出' }, kinds: [], alone: '名录' },
  模板: { as: { other: '名录 # 模板' }, kinds: [], alone: '名录' },
  改角色: { as: { other: '角色 #' }, kinds: [], alone: '角色' },
  要绑定验证码: { as: { other: '绑定 #' }, kinds: [], alone: '帮助' },
  解除绑定: { as: { other: '绑定 # 解除' }, kinds: [], alone: '帮助' },
  用作公示群: { as: {}, kinds: [], alone: '设置 公示群' },
  不用作公示群: { as: {}, kinds: [], alone: '设置 非公示群' },
};

/** `去见证`, `看任务`: the way to a thing, as buttons of lists have it. */
const WAY = /^(?:去|看这次|看全部|看|怎么)/;

/** The word as it stands in the table, `去` and `看` left out. */
export function spokenWord(head: string): string | null {
  return [head, withoutWay(head)].find((word) => Object.hasOwn(SPOKEN, word)) ?? null;
}

/** `任务` of `看任务`; a word without such a beginning as it is. */
export function withoutWay(head: string): string {
  return head.replace(WAY, '');
}

/** What a number is of. */
export function shapeOf(typed: string): Shape {
  // A publication's number (`2026-01-03-P1`) is its visit's with one of its own.
  const [, year, first = '', second, third] = /^(\d{4})-(\d+)(?:-(\d+))?(?:-(\d+))?$/.exec(typed.replace(/-P\d+$/i, '')) ?? [];
  if (/^CS\d{4}-\d+$/i.test(typed)) return 'measure';
  if (year === undefined) return 'other';
  if (third !== undefined) return 'problem';
  if (first.length >= 4) return second === undefined ? 'draw' : 'change';
  return second === undefined ? 'task' : 'visit';
}
