// 比例频次文件 (Art. 12): how many of each category, rounded how, how often; a draw reads its ratio from it and from nowhere else.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED } from '../form.ts';

/** The facts of a ratio document. */
export interface RatioDocumentFacts extends Issued {
  readonly title: string;
  /** What those above demand, and where. */
  readonly superior: string;
  readonly draws: string;
  readonly strata: string;
  readonly signer: string;
  readonly from: Day | '';
  readonly until: Day | '';
  /** The sealed document itself: file name and SHA-256. */
  readonly scan: string;
  readonly ratios: readonly { readonly category: string; readonly ratio: string; readonly rounding: string }[];
}

/** 比例频次文件. */
export const RATIO_DOCUMENT: Form<RatioDocumentFacts> = {
  name: '比例频次文件',
  isWide: false,
  sample: {
    ...SAMPLE_ISSUED,
    title: '关于2026年“双随机、一公开”抽查比例和频次的通知',
    superior: '《示例市司法局关于做好2026年抽查工作的通知》（示例市司文〔2026〕1号）',
    draws: '全年不少于2次',
    strata: '按机构类别分别抽取',
    signer: '示例丁',
    from: '2026-01-01',
    until: '2026-12-31',
    scan: '示例文件.pdf，SHA-256 00000000…',
    ratios: [{ category: '律师事务所', ratio: '10%', rounding: '向上取整，不少于1家' }],
  },
};
