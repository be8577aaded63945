// 询问笔录: who asked whom what, after which rights were told, and the answers as they were given.
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS } from '../form.ts';

/** The facts of an interview; every page is signed by hand. */
export interface InterviewRecordFacts extends Issued {
  readonly started: string;
  readonly ended: string;
  readonly place: string;
  readonly asker: Officer;
  readonly recorder: Officer;
  readonly asked: string;
  readonly post: string;
  /** What the asked person said when he was told his rights. */
  readonly rights: string;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

/** 询问笔录. */
export const INTERVIEW_RECORD: Form<InterviewRecordFacts> = {
  name: '询问笔录',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    started: '2026-03-20 14:00',
    ended: '2026-03-20 14:40',
    place: '示例县司法局',
    asker: SAMPLE_OFFICERS[0] ?? { name: '', card: '' },
    recorder: SAMPLE_OFFICERS[1] ?? { name: '', card: '' },
    asked: '示例甲',
    post: '示例明理律师事务所负责人',
    rights: '听清楚了，不申请回避。',
    answers: [{ question: '案卷由谁装订？', answer: '由内勤装订。' }],
  },
};
