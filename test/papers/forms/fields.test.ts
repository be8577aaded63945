// Every paper held against the published fields of its form: the list below is the table of forms, field by field, in the order in which it has them.
import { expect, test } from 'vitest';
import type { PaperKind } from '../../../src/papers/forms/all.ts';
import { docxOf } from '../../../src/papers/forms/docx.ts';
import { paperKinds } from '../../../src/papers/forms/open-papers.ts';
import { openPrintPage } from '../../../src/papers/forms/print-page.ts';
import { papersFrom, samplePaper } from '../../support/papers.ts';
import { readDocx } from '../../support/read-docx.ts';

const MATTER = '序号 抽查类别 事项 子项 依据 主体 对象 内容 方式 比例 频次 检查人员要求 材料清单 版本和生效日';
const RIGHTS = '陈述申辩 申请回避 拒绝未亮证检查 五个严禁 八个不得';
const RECEIPT = '送达回证 送达文书 受送达人 送达地点 送达方式 送达时间 收件人签名或者盖章 拒收事由 见证人签名 送达人签名';

/** What must stand on each paper: the words of its fields, as the table has them. */
const FIELDS: Readonly<Record<PaperKind, string>> = {
  'matter-list': MATTER,
  'year-plan': `${MATTER} 完成时限 发文号 公布日 备案`,
  'ratio-document': '示例司检〔2026〕1号 上级要求依据 比例 取整规则 抽查次数 分层 签发人 生效期 扫描件',
  'draw-protocol':
    '抽签编号 抽取时间 抽取地点 名录库摘要 名录库数量 未列入抽取 原因 应抽数量 算法和版本 规则 承诺值 种子 见证 被抽中机构 递补次序 检查人员 组长 经办人 负责人 见证人',
  recusal: '回避人员 检查对象 回避事由 提出方式 提出日期 决定人 决定日期 处理方式 替换人员',
  'inspection-approval':
    '检查依据 检查主体 检查对象 任务来源 检查事项 检查方式 检查时间 检查人员和执法证号 协助人员数 本年度已检查次数和上限 承办人意见 法制审核意见 负责人意见',
  'inspection-notice': `示例明理律师事务所 统一社会信用代码 根据 任务编号 检查事项 检查时间 检查方式 请准备的材料 检查人员和执法证号 检查频次 ${RIGHTS} 联系人和电话 监督电话 印章 2026年3月12日 ${RECEIPT}`,
  'site-record':
    '2026年3月20日09时00分至2026年3月20日11时30分 检查地点 检查对象 在场人员 检查人员和执法证号 亮证告知 检查过程和情况 证据清单 当事人说明 拒绝签名情况 逐页签名',
  'findings-record':
    '任务名称 任务编号 检查对象 统一社会信用代码 地址 负责人和电话 联络员和电话 检查事项 是否检查 发现问题情况 处置情况 核查方式 检查结果 后续处置 被检查单位意见（签章） 检查人员签名 组长意见 结果公示审批意见 检查日期',
  'file-review': '案卷索引号 类型 承办人 委托 收费 利益冲突 程序 归档 缺陷代码 不记委托人和案情',
  'rectification-order': `示例司检〔2026〕1号 示例明理律师事务所 存在以下问题 违反了 按下列要求改正 2026年4月15日 行政复议 行政诉讼 印章 ${RECEIPT}`,
  'interview-record': '询问时间 询问地点 询问人和执法证号 记录人和执法证号 被询问人 申请回避 陈述申辩 问： 答： 逐页签名',
  'follow-up-record': '责令改正文号 改正期限 回访日期 回访人员 问题 整改情况 证据 下一步 回访对象',
  'reminder-letter': '示例甲 负责人 因2026年第一次抽查 收案登记本漏登 根据《实施细则》第十七条 补齐登记 2026年4月15日 被提醒人',
  'talk-record': '被约谈人和职务 约谈事由 存在的风险或者问题 依据 要求 期限 承诺 约谈人员',
  'abnormal-listing': '下列情形 证据 事先告知 异议 列入日期 公布 移出条件 移出日期',
  'abnormal-removal': '情形是 证据 事先告知 异议 自2026年5月25日起 公布 移出条件 移出日期',
  'blacklist-decision': '处罚决定文号 处罚机关 事先告知 期限 公布渠道 移出和信用修复',
  'penalty-proposal': '下列情况 证据目录 涉嫌违反 建议给予 附件',
  'transfer-letter': '涉嫌犯罪案件移送书 示例县公安局 检查中发现 证据清单 根据 移送回执 接收人',
  'result-sheet': '机构名称 抽查时间 抽查方式 抽查内容 抽查结果 违法行为查处情况 抽查机关 任务编号 检查人员和执法证号 公示日期 公示期限',
  'dossier-catalogue':
    '封面 目录 比例文件和计划 事项清单版本 名录库快照 抽取公证表 回避材料 审批表 通知书和送达回证 笔录、记录表、评查表 证据清单 责令改正、提醒、约谈 整改报告和回访 处理文书 公示截图 指导记录 备考表 本卷页数 立卷人 检查人 立卷日期',
};

const papers = papersFrom();
const printPage = openPrintPage();

test.each(paperKinds())('%s has every field of its form, in the Word file and on the print page', async (kind) => {
  const paper = samplePaper(papers, kind);
  const docx = readDocx(await docxOf(paper)).text;
  const page = printPage(paper);
  const missing = FIELDS[kind].split(' ').filter((field) => !docx.includes(field) || !page.includes(field));
  expect(missing).toEqual([]);
});

/** What the parts that papers share may bring without its being printed on each; `crime` only turns the title. */
const SHARED = /^(office|number|crime|subject\.(code|address|head|phone))$/;

test.each(paperKinds())('%s prints each of its facts, so that none is asked for in vain', async (kind) => {
  // Each fact becomes a word of its own: what is not printed is then missed, whatever else says the same.
  const ours = new Map<string, string>();
  const paper = samplePaper(papers, kind, (text, path) => {
    if (/^\d{4}-\d\d-\d\d/.test(text)) return text;
    const word = `词${ours.size}词`;
    ours.set(word, path);
    return word;
  });
  const docx = readDocx(await docxOf(paper)).text;
  const page = printPage(paper);
  const unprinted = [...ours].filter(([word, path]) => !SHARED.test(path) && !(docx.includes(word) && page.includes(word)));
  expect(unprinted).toEqual([]);
});

test('every paper is A4 with numbered pages and the margins of official papers', async () => {
  for (const kind of paperKinds()) {
    const paper = samplePaper(papers, kind);
    const { margins, size, pageNumberField } = readDocx(await docxOf(paper));
    expect(pageNumberField, kind).toBe(true);
    const sides = [Number(size['w']), Number(size['h'])];
    expect(paper.isWide ? sides : sides.toReversed(), kind).toEqual([16838, 11906]);
    const millimetres = ['top', 'bottom', 'left', 'right'].map((side) => Math.round(((margins[side] ?? 0) / 1440) * 25.4));
    expect(millimetres, kind).toEqual(paper.isWide ? [28, 26, 20, 20] : [37, 35, 28, 26]);
  }
  expect(printPage(samplePaper(papers, 'inspection-notice'))).toContain('margin: 37mm 26mm 35mm 28mm');
});

test('a field table and a table of columns come back from the Word file cell by cell', async () => {
  const { tables } = readDocx(await docxOf(samplePaper(papers, 'findings-record')));
  expect(tables[0]?.[0]).toEqual(['任务名称', '示例：2026年第一次抽查']);
  expect(tables[1]).toEqual([
    ['序号', '检查事项', '是否检查', '发现问题情况', '处置情况'],
    ['1', '档案管理', '已检查', '2册案卷未按目录装订', '责令限期改正'],
  ]);
});
