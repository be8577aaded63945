// 抽查事项清单 (Art. 10): what may be inspected, on what basis, by whom and how; only what is published may be inspected.
import { type Form, type Issued, SAMPLE_ISSUED } from '../form.ts';

/** One matter of the list. */
interface MatterRow {
  readonly category: string;
  readonly matter: string;
  readonly part: string;
  readonly basis: string;
  readonly authority: string;
  readonly subject: string;
  readonly content: string;
  readonly method: string;
  readonly ratio: string;
  readonly frequency: string;
  readonly inspectors: string;
  readonly materials: string;
  /** Version and the day from which it is in force. */
  readonly version: string;
}

/** The facts of the list. */
export interface MatterListFacts extends Issued {
  readonly matters: readonly MatterRow[];
}

/** 抽查事项清单. */
export const MATTER_LIST: Form<MatterListFacts> = {
  name: '抽查事项清单',
  isWide: true,
  sample: {
    ...SAMPLE_ISSUED,
    matters: [
      {
        category: '一般检查事项',
        matter: '对律师事务所的检查',
        part: '内部管理制度建立和执行',
        basis: '《律师法》第二十三条、第五十二条',
        authority: '示例县司法局',
        subject: '律师事务所',
        content: '执业管理、利益冲突审查、收费与财务、投诉查处、年度考核、档案管理',
        method: '实地检查',
        ratio: '10%，不少于1家',
        frequency: '每年不少于2次',
        inspectors: '2名以上持证执法人员',
        materials: '执业许可证、收案登记本、档案目录',
        version: '第1版，2026年1月1日起',
      },
    ],
  },
};
