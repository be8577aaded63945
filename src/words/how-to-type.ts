// How a command is typed that wants words after it: its form, an example, and what the words may be.
import { GROUNDS_OF } from '../domain/change-request.ts';
import { CHANGE_GROUND_WORDS } from '../words/changes.ts';
import { NOTICE_WAYS } from './inspections.ts';
import { GUIDANCE_WORDS } from './measures.ts';
import { ROLE_WORDS } from './people.ts';

/** A way to type. In `form` and `example` the subject stands as `#`; `about` is what it is called, `sample` one such number. */
interface HowToType {
  readonly about: string;
  readonly sample: string;
  readonly form: string;
  readonly example: string;
  readonly more?: string;
}

const DRAW = { about: '抽签编号', sample: '2026-0003' } as const;
const VISIT = { about: '检查编号', sample: '2026-01-03' } as const;
const CHANGE = { about: '申请编号', sample: '2026-0003-1' } as const;
const PROBLEM = { about: '问题编号', sample: '2026-01-03-1' } as const;
const MEASURE = { about: '措施编号', sample: 'CS2026-001' } as const;
const REMEDIES = '怎么办写其中一个：另补、不参与、交换 姓名（这个人有几处检查的，后面再写检查编号）。递补、补位的申请不用写。';

/** By the verb of `cards/acts.ts`; every verb whose command wants words is here. */
export const HOW_TO_TYPE: Readonly<Record<string, HowToType>> = {
  contribute: { ...DRAW, form: '/抽签 # 见证 一句话或一串数字', example: '/抽签 # 见证 今天有小雨' },
  'type-dice': { ...DRAW, form: '/末项 # 点数', example: '/末项 # 3 5 1 6', more: '按掷出的顺序，用空格隔开。' },
  'give-beacon': {
    ...DRAW,
    form: '/末项 # 点数、开奖号码或粘贴的内容',
    example: '/末项 # 3 5 1 6',
    more: '骰子按掷出的顺序；彩票按公告的次序；公共信标粘贴网页上从 { 到 } 的整段。',
  },
  'dispute-draw': { ...DRAW, form: '/抽签 # 异议 哪里不对', example: '/抽签 # 异议 封签摘要与群里的不一样' },
  'ask-void': { ...DRAW, form: '/作废 # 理由', example: '/作废 # 名录有误，漏了两家' },
  'decline-void': { ...DRAW, form: '/作废 # 不同意 理由', example: '/作废 # 不同意 名录没有错' },
  'refuse-task': { about: '任务编号', sample: '2026-01', form: '/任务 # 退回 理由', example: '/任务 # 退回 检查时间改到下月' },
  'declare-conflict': { ...VISIT, form: '/检查 # 回避 事由', example: '/检查 # 回避 配偶在这家执业' },
  'ask-recusal': {
    ...VISIT,
    form: '/回避 # 姓名 事由',
    example: '/回避 # 李检查 机构提出两人有往来',
    more: '申报自己回避的，不用写姓名。',
  },
  'ask-substitute': {
    ...VISIT,
    form: '/递补 # 理由 依据',
    example: '/递补 # 注销 登记机关3月2日的注销公告',
    more: `理由写其中一个：${GROUNDS_OF.substitute.map((ground) => CHANGE_GROUND_WORDS[ground]).join('、')}。`,
  },
  'decide-change': { ...CHANGE, form: '/变更 # 批准 怎么办', example: '/变更 # 批准 另补', more: REMEDIES },
  'swap-change': {
    ...CHANGE,
    form: '/交换 # 姓名',
    example: '/交换 # 张检查',
    more: '写和谁交换；这个人有几处检查的，后面再写检查编号。',
  },
  'refuse-change': { ...CHANGE, form: '/变更 # 不同意 理由', example: '/变更 # 不同意 不属于应当回避的情形' },
  'record-above': {
    ...CHANGE,
    form: '/变更 # 上级 文号 怎么办',
    example: '/变更 # 上级 示例司文〔2026〕9号 不参与',
    more: `${REMEDIES}上级不同意的，写“不同意”。文号里不要写人名和电话。`,
  },
  'serve-notice': {
    ...VISIT,
    form: '/检查 # 通知 方式',
    example: '/检查 # 通知 电话通知',
    more: `方式有：${NOTICE_WAYS.join('、')}。日期记今天，别的日期请在卡片上登记。`,
  },
  'return-findings': { ...VISIT, form: '/检查 # 退回 理由', example: '/检查 # 退回 第 3 点没有写明情况' },
  'return-inspection': { ...VISIT, form: '/检查 # 审核退回 理由', example: '/检查 # 审核退回 收费票据没有核对' },
  'place-publication': {
    ...VISIT,
    form: '/公示 # 登记 网址',
    example: '/公示 # 登记 https://www.example.gov.cn/1.html',
    more: '网址以 http:// 或 https:// 开头，记为政府门户网站、今天；别的渠道和日期请在卡片上登记。',
  },
  'report-rectification': { ...PROBLEM, form: '/整改 # 报告 机构怎么改的', example: '/整改 # 报告 已补开票据并报送复印件' },
  'follow-up': {
    ...PROBLEM,
    form: '/回访 # 结果 说明',
    example: '/回访 # 已改 票据已补齐',
    more: '结果写其中一个：已改、部分、未改；部分、未改要写明情况。',
  },
  'propose-measure': {
    ...PROBLEM,
    form: '/处理 # 提请 措施 期限 人员 事实',
    example: '/处理 # 提请 约谈 2026-05-01 李检查 王经办 三份合同没有编号',
    more: '期限、人员按措施的需要写；更多内容请在卡片上填。',
  },
  'refuse-measure': { ...MEASURE, form: '/处理 # 不同意 理由', example: '/处理 # 不同意 事实还没有核实' },
  'notify-measure': { ...MEASURE, form: '/处理 # 告知 方式', example: '/处理 # 告知 直接送达', more: '日期记今天；别的日期写在方式前面。' },
  'object-measure': { ...MEASURE, form: '/处理 # 异议 机构怎么说', example: '/处理 # 异议 已经改正，附照片' },
  'answer-measure': { ...MEASURE, form: '/处理 # 答复 怎么答复', example: '/处理 # 答复 经核实，异议不成立' },
  'carry-measure': { ...MEASURE, form: '/处理 # 办理 文号 方式', example: '/处理 # 办理 示例司文〔2026〕9号 直接送达' },
  'end-measure': { ...MEASURE, form: '/处理 # 了结 回执或结果', example: '/处理 # 了结 收到回执' },
  'record-contact': { ...VISIT, form: '/处理 # 联系 日期 方式 情况', example: '/处理 # 联系 2026-03-19 电话 无人接听' },
  'record-warning': { ...VISIT, form: '/处理 # 警告 说了什么', example: '/处理 # 警告 已告知拒绝检查的后果' },
  'record-guidance': {
    ...VISIT,
    form: '/指导 # 种类 一句话',
    example: '/指导 # 辅导 讲了合同编号的办法',
    more: `种类写其中一个：${Object.values(GUIDANCE_WORDS).join('、')}。`,
  },
  'record-complaint': { about: '机构名称或代码', sample: '示例明理律师事务所', form: '/投诉 # 内容', example: '/投诉 # 收费没有票据' },
  'set-roles': {
    about: '人员编号或姓名',
    sample: 'P007',
    form: '/角色 # 角色…',
    example: '/角色 # 经办人 见证人',
    more: `角色有：${Object.values(ROLE_WORDS).join('、')}。写上的就是全部角色。`,
  },
};

/** Verbs that only open something, by the verb of the words that would follow. */
const CONTINUED: Readonly<Record<string, string>> = {
  'open-contribution': 'contribute',
  'open-dice': 'type-dice',
  'open-beacon': 'give-beacon',
  'open-void': 'ask-void',
  'open-recusal': 'ask-recusal',
  'open-substitute': 'ask-substitute',
  'show-change': 'decide-change',
};

/** True if there is a way to type it. */
export function canBeTyped(verb: string): boolean {
  return Object.hasOwn(HOW_TO_TYPE, CONTINUED[verb] ?? verb);
}

/** `这样发：“/作废 抽签编号 理由”，例如“/作废 2026-0003 名录有误”。`, with the subject that was typed if it looks like one; '' for a verb that takes no words. */
export function sayHowToType(verb: string, typed: string): string {
  const how = HOW_TO_TYPE[CONTINUED[verb] ?? verb];
  if (!how) return '';
  const about = isNumber(typed) ? typed : how.sample;
  return `这样发：“${how.form.replace('#', how.about)}”，例如“${how.example.replace('#', about)}”。${how.more ?? ''}`;
}

/** Looks like a number of ours (`2026-0003-1`, `P007`): what else stands in its place was meant as words. */
export function isNumber(typed: string): boolean {
  return /^(?:(?:CS)?\d{4}(?:-P?\d+)+|P\d+)$/i.test(typed);
}
