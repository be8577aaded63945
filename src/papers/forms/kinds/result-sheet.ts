// 抽查结果公示表 (Art. 14): the six contents that must be published, and who publishes them.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED, SAMPLE_SUBJECT } from '../form.ts';

/** The facts of a publication. Inspectors may be left empty: their names need not be published. */
export interface ResultSheetFacts extends Issued {
  readonly task: string;
  readonly results: readonly {
    readonly institution: string;
    readonly time: string;
    readonly method: string;
    readonly content: string;
    readonly result: string;
    readonly violations: string;
    readonly inspectors: string;
  }[];
  readonly published: Day | '';
  readonly until: string;
}

/** 抽查结果公示表. */
export const RESULT_SHEET: Form<ResultSheetFacts> = {
  name: '抽查结果公示表',
  isWide: true,
  sample: {
    ...SAMPLE_ISSUED,
    task: '2026-0001',
    results: [
      {
        institution: SAMPLE_SUBJECT.name,
        time: '2026年3月20日',
        method: '实地检查',
        content: '内部管理制度建立和执行',
        result: '发现问题1个，已责令限期改正',
        violations: '已改正',
        inspectors: '示例乙（示例证16010001）、示例丙（示例证16010002）',
      },
    ],
    published: '2026-04-25',
    until: '长期',
  },
};
