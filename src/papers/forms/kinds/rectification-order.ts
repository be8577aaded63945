// 责令限期改正通知书: what was unlawful, what has to be done about it, by when, and how to object.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of an order; the delivery receipt follows on a page of its own. */
export interface RectificationOrderFacts extends Issued {
  readonly subject: Subject;
  readonly facts: string;
  readonly provisions: string;
  readonly action: string;
  readonly deadline: Day | '';
  readonly contact: string;
  readonly phone: string;
}

/** 责令限期改正通知书. */
export const RECTIFICATION_ORDER: Form<RectificationOrderFacts> = {
  name: '责令限期改正通知书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    facts: '抽查案卷5册，其中2册未按目录装订',
    provisions: '《律师法》第二十三条',
    action: '按照档案管理规定重新装订，并检查全部案卷',
    deadline: '2026-04-15',
    contact: '示例丁',
    phone: '0000-0000002',
  },
};
