// 回避审批表 (Art. 13; 河南省行政执法条例 §23): who steps aside from what, why, who decided, and who comes instead.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT } from '../form.ts';

/** The facts of a recusal. */
export interface RecusalFacts extends Issued {
  readonly person: Officer;
  readonly institution: string;
  readonly ground: string;
  /** 本人申报, 检查对象申请 or 负责人决定. */
  readonly origin: string;
  readonly asked: Day | '';
  readonly decider: string;
  readonly decision: string;
  readonly decided: Day | '';
  /** 交换被检查对象 or 不参与本次执法检查. */
  readonly mode: string;
  readonly replacement: string;
}

/** 回避审批表. */
export const RECUSAL: Form<RecusalFacts> = {
  name: '回避审批表',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    person: SAMPLE_OFFICERS[0] ?? { name: '', card: '' },
    institution: SAMPLE_SUBJECT.name,
    ground: '与检查对象负责人有近亲属关系',
    origin: '本人申报',
    asked: '2026-03-13',
    decider: '示例丁',
    decision: '同意回避',
    decided: '2026-03-13',
    mode: '交换被检查对象',
    replacement: '示例庚',
  },
};
