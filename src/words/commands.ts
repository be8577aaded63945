// The commands people can type: their words, other spellings, who they are for, and one sentence on what they do.
import type { Role } from '../domain/person.ts';

/** The commands by their Chinese word. */
export const COMMAND_WORDS = [
  '帮助',
  '待办',
  '我的任务',
  '统计',
  '名录',
  '人员',
  '事项',
  '文件',
  '任务',
  '推演',
  '抽签',
  '末项',
  '作废',
  '检查',
  '回避',
  '交换',
  '递补',
  '补位',
  '变更',
  '整改',
  '回访',
  '处理',
  '书面提醒',
  '约谈',
  '名单',
  '移送',
  '处罚建议',
  '指导',
  '投诉',
  '公示',
  '验证',
  '绑定',
  '角色',
  '设置',
] as const;
export type CommandWord = (typeof COMMAND_WORDS)[number];

/** A command: spellings that mean the same, the roles it is shown to (empty: everybody), what it does. */
export interface Command {
  readonly also: readonly string[];
  readonly roles: readonly Role[];
  readonly what: string;
}

/** The table. Whether somebody may do a thing is decided elsewhere; this only says whom to tell about it. */
export const COMMANDS: Readonly<Record<CommandWord, Command>> = {
  帮助: { also: ['help', 'bangzhu', '?', '？'], roles: [], what: '看看自己能做什么' },
  待办: { also: ['todo', 'daiban'], roles: [], what: '等着我办的事，最急的在前' },
  我的任务: { also: ['mine', 'woderenwu'], roles: [], what: '同“待办”' },
  统计: { also: ['stats', 'tongji'], roles: [], what: '今年抽了多少、查了多少、公示了多少' },
  名录: { also: ['lists', 'minglu'], roles: ['operator', 'admin', 'head', 'auditor'], what: '机构名录：查找、导入、导出' },
  人员: { also: ['people', 'renyuan'], roles: ['operator', 'admin', 'head', 'auditor'], what: '执法检查人员名录：查找、导入、导出' },
  事项: { also: ['matters', 'shixiang'], roles: ['operator', 'admin', 'head', 'auditor'], what: '抽查事项清单：查找、导入、导出' },
  文件: { also: ['documents', 'wenjian'], roles: ['operator', 'admin', 'head', 'auditor'], what: '比例频次文件：查找、导入、导出' },
  任务: { also: ['task', 'renwu'], roles: ['operator', 'head', 'auditor'], what: '新建、查看和审批抽查任务' },
  推演: { also: ['forecast', 'tuiyan'], roles: ['operator', 'head'], what: '封签前看看：每家被抽中的机会，人够不够' },
  抽签: { also: ['draw', 'chouqian'], roles: ['operator', 'witness', 'head', 'auditor'], what: '封签、见证、开签、核对' },
  末项: { also: ['beacon', 'moxiang'], roles: ['witness', 'operator', 'head'], what: '录入骰子、开奖号码，或粘贴公共信标' },
  作废: { also: ['void', 'zuofei'], roles: ['operator', 'head', 'witness'], what: '申请、批准或不同意作废还没开签的抽签' },
  检查: { also: ['inspect', 'jiancha'], roles: ['inspector', 'operator', 'head'], what: '我的检查：确认、通知、填写、会签' },
  回避: { also: ['recuse', 'huibi'], roles: ['inspector', 'operator', 'head'], what: '申报回避，或登记机构提出的回避' },
  交换: { also: ['swap', 'jiaohuan'], roles: ['head'], what: '批准回避，与另一组的人交换检查对象' },
  递补: { also: ['substitute', 'dibu'], roles: ['operator', 'head'], what: '抽中的机构停业、迁出等，申请由下一家递补' },
  补位: { also: ['fill', 'buwei'], roles: ['operator', 'head'], what: '检查组有空席，申请补人' },
  变更: { also: ['change', 'biangeng'], roles: ['operator', 'head', 'witness', 'auditor'], what: '查看和决定回避、交换、递补、补位' },
  整改: { also: ['rectify', 'zhenggai'], roles: ['inspector', 'operator', 'head'], what: '还没整改完的问题' },
  回访: { also: ['followup', 'huifang'], roles: ['inspector', 'operator'], what: '登记回访结果' },
  处理: { also: ['measure', 'chuli'], roles: ['inspector', 'operator', 'head'], what: '检查以后的措施：能办什么、办到哪一步' },
  书面提醒: { also: ['remindletter', 'shumiantixing'], roles: ['inspector', 'operator'], what: '提请书面提醒' },
  约谈: { also: ['talk', 'yuetan'], roles: ['inspector', 'operator'], what: '提请约谈负责人' },
  名单: { also: ['listing', 'mingdan'], roles: ['operator', 'head'], what: '列入、移出执业异常对象名单和信用黑名单' },
  移送: { also: ['transfer', 'yisong'], roles: ['inspector', 'operator'], what: '涉嫌犯罪的，提请移送' },
  处罚建议: { also: ['advice', 'chufajianyi'], roles: ['inspector', 'operator'], what: '向有权机关提出处罚建议' },
  指导: { also: ['guide', 'zhidao'], roles: ['inspector', 'operator', 'head'], what: '记下一次行政指导' },
  投诉: { also: ['complaint', 'tousu'], roles: ['operator'], what: '记下对机构的投诉' },
  公示: { also: ['publish', 'gongshi'], roles: ['operator', 'head'], what: '提请、批准和登记公示' },
  验证: { also: ['verify', 'yanzheng'], roles: [], what: '核对一次抽签' },
  绑定: { also: ['bind', 'bangding'], roles: [], what: '用一次性验证码认领自己的账号' },
  角色: { also: ['roles', 'juese'], roles: ['admin'], what: '谁是经办人、负责人、见证人……' },
  设置: { also: ['settings', 'shezhi'], roles: ['admin'], what: '选公示群' },
};

/** The commands to tell a person of these roles about. */
export function commandsFor(roles: readonly Role[]): readonly CommandWord[] {
  return COMMAND_WORDS.filter((word) => {
    const { roles: shownTo } = COMMANDS[word];
    return shownTo.length === 0 || shownTo.some((role) => roles.includes(role));
  });
}
