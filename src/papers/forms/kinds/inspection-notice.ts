// 行政检查通知书: what comes, by whom, how often it may come, what the inspected may refuse, and what the inspectors must not do.
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a notice. The delivery receipt follows on a page of its own, to be filled in by hand. */
export interface InspectionNoticeFacts extends Issued {
  readonly subject: Subject;
  readonly basis: string;
  readonly task: string;
  readonly matters: readonly string[];
  readonly time: string;
  readonly method: string;
  readonly materials: readonly string[];
  readonly officers: readonly Officer[];
  /** How many visits this year, of at most how many. */
  readonly frequency: string;
  readonly contact: string;
  readonly phone: string;
  readonly supervision: string;
}

/** 行政检查通知书. */
export const INSPECTION_NOTICE: Form<InspectionNoticeFacts> = {
  name: '行政检查通知书',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    basis: '《律师法》第五十二条',
    task: '2026-0001',
    matters: ['内部管理制度建立和执行', '业务活动开展'],
    time: '2026年3月17日至4月30日',
    method: '实地检查',
    materials: ['执业许可证', '收案登记本', '档案目录'],
    officers: SAMPLE_OFFICERS,
    frequency: '本年度第1次；本机关对同一机构每年不超过2次',
    contact: '示例丁',
    phone: '0000-0000002',
    supervision: '0000-0000003',
  },
};
