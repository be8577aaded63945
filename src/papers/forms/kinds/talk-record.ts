// 约谈记录 (Art. 17 一): at least two of ours with the one who answers for it; what was put to him and what he promised.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a talk. */
export interface TalkRecordFacts extends Issued {
  readonly subject: Subject;
  readonly person: string;
  readonly post: string;
  readonly time: string;
  readonly place: string;
  readonly participants: readonly Officer[];
  readonly reason: string;
  readonly risk: string;
  readonly basis: string;
  readonly request: string;
  readonly deadline: Day | '';
  readonly commitments: readonly string[];
}

/** 约谈记录. */
export const TALK_RECORD: Form<TalkRecordFacts> = {
  name: '约谈记录',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    person: '示例甲',
    post: '负责人',
    time: '2026-04-22 09:30',
    place: '示例县司法局',
    participants: SAMPLE_OFFICERS,
    reason: '提醒以后没有改正',
    risk: '收案登记本仍有漏登',
    basis: '《实施细则》第十七条',
    request: '补齐登记，并建立每月核对制度',
    deadline: '2026-05-10',
    commitments: ['5月10日以前补齐登记'],
  },
};
