// 整改回访记录 (Art. 17): problem by problem whether it was corrected, on what evidence, and what comes next.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a follow-up visit. A problem's status is 已改, 部分 or 未改. */
export interface FollowUpRecordFacts extends Issued {
  readonly subject: Subject;
  readonly order: string;
  readonly due: Day | '';
  readonly visited: Day | '';
  readonly officers: readonly Officer[];
  readonly problems: readonly { readonly problem: string; readonly status: string; readonly evidence: string }[];
  readonly next: string;
}

/** 整改回访记录. */
export const FOLLOW_UP_RECORD: Form<FollowUpRecordFacts> = {
  name: '整改回访记录',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    order: '示例司责改〔2026〕1号',
    due: '2026-04-15',
    visited: '2026-04-20',
    officers: SAMPLE_OFFICERS,
    problems: [{ problem: '2册案卷未按目录装订', status: '已改', evidence: '重新装订后的目录页照片' }],
    next: '整改到位，结束本次整改。',
  },
};
