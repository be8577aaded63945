// 年度抽查计划: the list's columns with a deadline, and on which document it rests, when it was published, with whom it is on file.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED } from '../form.ts';
import { MATTER_LIST, type MatterListFacts } from './matter-list.ts';

/** One line of the plan: a matter and until when it is inspected. */
type PlanRow = MatterListFacts['matters'][number] & { readonly deadline: Day };

/** The facts of a plan, of a year or of one task. */
export interface YearPlanFacts extends Issued {
  readonly year: string;
  /** The ratio document that the plan follows, with its number. */
  readonly document: string;
  readonly published: Day | '';
  readonly filedWith: string;
  readonly matters: readonly PlanRow[];
}

/** 年度抽查计划. */
export const YEAR_PLAN: Form<YearPlanFacts> = {
  name: '年度抽查计划',
  isWide: true,
  sample: {
    ...SAMPLE_ISSUED,
    year: '2026',
    document: '《示例县司法局2026年抽查比例和频次》（示例司文〔2026〕3号）',
    published: '2026-01-20',
    filedWith: '示例市司法局',
    matters: MATTER_LIST.sample.matters.map((matter) => ({ ...matter, deadline: '2026-11-30' })),
  },
};
