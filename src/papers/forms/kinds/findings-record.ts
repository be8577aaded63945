// 抽查情况记录表: point by point what was looked at, what was found and what became of it, with the opinions that follow.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT, type Subject } from '../form.ts';

/** The facts of the record. Opinions are '' where they are written by hand. */
export interface FindingsRecordFacts extends Issued {
  readonly task: string;
  readonly taskName: string;
  readonly subject: Subject;
  readonly liaison: string;
  readonly liaisonPhone: string;
  readonly items: readonly {
    readonly item: string;
    readonly checked: string;
    readonly problem: string;
    readonly handling: string;
  }[];
  readonly method: string;
  readonly result: string;
  readonly followUp: string;
  readonly visited: Day | '';
  readonly statement: string;
  readonly leader: string;
  readonly publication: string;
}

/** 抽查情况记录表. */
export const FINDINGS_RECORD: Form<FindingsRecordFacts> = {
  name: '抽查情况记录表',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    task: '2026-0001',
    taskName: '示例：2026年第一次抽查',
    subject: SAMPLE_SUBJECT,
    liaison: '示例辛',
    liaisonPhone: '0000-0000004',
    items: [{ item: '档案管理', checked: '已检查', problem: '2册案卷未按目录装订', handling: '责令限期改正' }],
    method: '实地检查',
    result: '发现问题1个',
    followUp: '整改后回访',
    visited: '2026-03-20',
    statement: '对检查情况没有异议。',
    leader: '情况属实。',
    publication: '同意公示。',
  },
};
