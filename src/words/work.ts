// What is asked of a person, as one short imperative.
import type { WorkKind } from '../domain/work.ts';

/** Kinds of open work. */
export const WORK_WORDS: Readonly<Record<WorkKind, string>> = {
  'approve-task': '审批任务',
  'lock-draw': '封签',
  contribute: '见证',
  'type-beacon': '录入末项',
  'paste-beacon': '粘贴信标',
  'settle-draw': '开签',
  'confirm-draw': '核对抽签',
  answer: '确认检查',
  'decide-change': '决定变更',
  'record-above': '报上级决定',
  'confirm-above': '确认上级决定',
  'approve-visits': '批准检查',
  'serve-notice': '通知机构',
  visit: '到场检查',
  'fill-findings': '提交检查情况',
  cosign: '会签',
  review: '审核',
  'propose-publication': '提请公示',
  'approve-publication': '批准公示',
  'place-publication': '登记公示',
  'report-rectification': '催报整改',
  'follow-up': '回访',
  'decide-measure': '决定措施',
  'take-measure': '办理措施',
  'certificate-expiring': '换执法证',
  'licence-expiring': '核对许可证',
  'list-outdated': '更新名录里的状态',
  'draws-missing': '安排抽签',
};
