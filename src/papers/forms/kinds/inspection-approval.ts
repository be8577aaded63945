// 行政检查审批表: every inspection is approved before it is made, with the year's count against the cap in sight (国办发〔2024〕54号).
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of an approval. Opinions are '' where they are written by hand. */
export interface InspectionApprovalFacts extends Issued {
  readonly basis: string;
  readonly subject: Subject;
  readonly origin: string;
  readonly matters: readonly string[];
  readonly method: string;
  readonly time: string;
  readonly officers: readonly Officer[];
  readonly assistants: string;
  readonly visited: string;
  readonly cap: string;
  readonly proposer: string;
  readonly legal: string;
  readonly head: string;
}

/** 行政检查审批表. */
export const INSPECTION_APPROVAL: Form<InspectionApprovalFacts> = {
  name: '行政检查审批表',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    basis: '《律师法》第五十二条',
    subject: SAMPLE_SUBJECT,
    origin: '“双随机”抽查，抽签编号 2026-0001',
    matters: ['内部管理制度建立和执行', '业务活动开展'],
    method: '实地检查',
    time: '2026年3月17日至4月30日',
    officers: SAMPLE_OFFICERS,
    assistants: '0',
    visited: '0',
    cap: '2',
    proposer: '拟同意实施检查。',
    legal: '程序合法。',
    head: '同意。',
  },
};
