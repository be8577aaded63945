// 案卷评查表: files by their index numbers and the codes of their defects, and never a word of what a client's matter was (律师法 §38).
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a review of files. Each check is 符合, 不符合 or 不适用. */
export interface FileReviewFacts extends Issued {
  readonly subject: Subject;
  readonly task: string;
  readonly files: readonly {
    readonly index: string;
    readonly type: string;
    readonly lawyer: string;
    readonly engagement: string;
    readonly charging: string;
    readonly conflict: string;
    readonly procedure: string;
    readonly filing: string;
    readonly defects: string;
  }[];
}

/** 案卷评查表. */
export const FILE_REVIEW: Form<FileReviewFacts> = {
  name: '案卷评查表',
  isWide: true,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    task: '2026-0001',
    files: [
      {
        index: '2025-民-017',
        type: '民事代理',
        lawyer: '示例甲',
        engagement: '符合',
        charging: '符合',
        conflict: '符合',
        procedure: '符合',
        filing: '不符合',
        defects: 'G-02 未按目录装订',
      },
    ],
  },
};
