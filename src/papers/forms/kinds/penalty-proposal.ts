// 行政处罚建议书 (律师法 §52): a county punishes no law firm; it lays facts and evidence before the city.
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a proposal. */
export interface PenaltyProposalFacts extends Issued {
  readonly receiver: string;
  readonly subject: Subject;
  readonly facts: string;
  readonly evidence: readonly string[];
  readonly provisions: string;
  readonly suggestion: string;
  readonly attachments: readonly string[];
  readonly contact: string;
  readonly phone: string;
}

/** 行政处罚建议书. */
export const PENALTY_PROPOSAL: Form<PenaltyProposalFacts> = {
  name: '行政处罚建议书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    receiver: '示例市司法局',
    subject: SAMPLE_SUBJECT,
    facts: '责令限期改正以后，仍未统一收案、统一收费',
    evidence: ['现场检查笔录', '责令限期改正通知书及送达回证', '整改回访记录'],
    provisions: '《律师法》第二十五条、第五十条第（一）项',
    suggestion: '警告',
    attachments: ['证据材料1套'],
    contact: '示例丁',
    phone: '0000-0000002',
  },
};
