// 现场检查笔录: what was done and found on the spot, in the words that everybody present signs.
import { type Form, type Issued, type Officer, SAMPLE_ISSUED, SAMPLE_OFFICERS, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of a visit's record. */
export interface SiteRecordFacts extends Issued {
  readonly subject: Subject;
  readonly started: string;
  readonly ended: string;
  readonly place: string;
  readonly present: string;
  readonly officers: readonly Officer[];
  readonly findings: readonly { readonly matter: string; readonly finding: string }[];
  readonly evidence: readonly string[];
  readonly statement: string;
  /** Who would not sign, and why; '' if nobody refused. */
  readonly refusal: string;
}

/** 现场检查笔录. */
export const SITE_RECORD: Form<SiteRecordFacts> = {
  name: '现场检查笔录',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    subject: SAMPLE_SUBJECT,
    started: '2026-03-20 09:00',
    ended: '2026-03-20 11:30',
    place: SAMPLE_SUBJECT.address,
    present: '示例甲（负责人）',
    officers: SAMPLE_OFFICERS,
    findings: [{ matter: '档案管理', finding: '抽查案卷5册，其中2册未按目录装订' }],
    evidence: ['现场照片1张，SHA-256 44444444…'],
    statement: '对检查情况没有异议。',
    refusal: '无',
  },
};
