// 信用黑名单决定书 (Art. 17 三): only after the competent body's penalty, and with a legal basis, a hearing, an end and a way back.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a blacklisting. */
export interface BlacklistDecisionFacts extends Issued {
  readonly subject: Subject;
  readonly penalty: string;
  readonly authority: string;
  readonly penaltyDay: Day | '';
  readonly basis: string;
  readonly priorNotice: string;
  readonly objection: string;
  readonly from: Day | '';
  readonly until: Day | '';
  readonly channel: string;
  readonly exit: string;
}

/** 列入信用黑名单决定书. */
export const BLACKLIST_DECISION: Form<BlacklistDecisionFacts> = {
  name: '列入信用黑名单决定书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    penalty: '示例市司罚〔2026〕1号',
    authority: '示例市司法局',
    penaltyDay: '2026-06-01',
    basis: '《实施细则》第十七条第（三）项；本局内部监管名单',
    priorNotice: '2026年6月20日书面告知',
    objection: '2026年6月27日以前未提出异议',
    from: '2026-07-01',
    until: '2027-06-30',
    channel: '县政府门户网站',
    exit: '期满移出；履行处罚决定并作出承诺的，可以申请信用修复提前移出',
  },
};
