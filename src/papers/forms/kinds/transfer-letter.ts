// 案件移送函 and 涉嫌犯罪案件移送书 (行政处罚法 §27): to whom, in short what, with which evidence, and the receipt that comes back.
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a transfer; `crime` is not '' where a crime is suspected, and changes the title. */
export interface TransferLetterFacts extends Issued {
  readonly receiver: string;
  readonly crime: string;
  readonly subject: Subject;
  readonly summary: string;
  readonly evidence: readonly string[];
  readonly basis: string;
  readonly contact: string;
  readonly phone: string;
}

/** 案件移送书. */
export const TRANSFER_LETTER: Form<TransferLetterFacts> = {
  name: '案件移送书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    receiver: '示例县公安局',
    crime: '是',
    subject: SAMPLE_SUBJECT,
    summary: '检查中发现伪造公文的线索',
    evidence: ['现场检查笔录', '复印件3页'],
    basis: '《行政处罚法》第二十七条',
    contact: '示例丁',
    phone: '0000-0000002',
  },
};
