// 列入执业异常对象名单决定书 (Art. 16 五, 17 二): why, on what evidence, heard how, since when and how it ends.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a listing. */
export interface AbnormalListingFacts extends Issued {
  readonly subject: Subject;
  readonly trigger: string;
  readonly evidence: readonly string[];
  readonly priorNotice: string;
  readonly objection: string;
  readonly start: Day | '';
  readonly publish: string;
  readonly exitCondition: string;
  readonly exitDay: Day | '';
}

/** 列入执业异常对象名单决定书. */
export const ABNORMAL_LISTING: Form<AbnormalListingFacts> = {
  name: '列入执业异常对象名单决定书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    trigger: '《实施细则》第十七条第（二）项：提醒、约谈以后仍未改正',
    evidence: ['约谈记录（2026年4月22日）', '整改回访记录（2026年5月12日）'],
    priorNotice: '2026年5月13日书面告知，示例司告〔2026〕1号',
    objection: '2026年5月20日以前未提出异议',
    start: '2026-05-25',
    publish: '县政府门户网站、信用信息公示平台',
    exitCondition: '改正并经回访确认',
    exitDay: '2027-05-24',
  },
};
