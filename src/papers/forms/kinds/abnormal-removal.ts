// 移出执业异常对象名单决定书: the listing that ends, why it ends and what shows it.
import type { Day } from '../../../domain/day.ts';
import { type Form, type Issued, SAMPLE_ISSUED } from '../form.ts';
import { ABNORMAL_LISTING, type AbnormalListingFacts } from './abnormal-listing.ts';

/** The facts of a removal: those of the listing, and its number and the day out. */
export interface AbnormalRemovalFacts extends Issued, Omit<AbnormalListingFacts, keyof Issued> {
  /** The number of the decision by which it was listed. */
  readonly listing: string;
  readonly removed: Day | '';
}

/** 移出执业异常对象名单决定书. */
export const ABNORMAL_REMOVAL: Form<AbnormalRemovalFacts> = {
  name: '移出执业异常对象名单决定书',
  isWide: false,
  sample: {
    ...ABNORMAL_LISTING.sample,
    ...SAMPLE_ISSUED,
    number: '示例司异移〔2026〕1号',
    listing: '示例司异〔2026〕1号',
    evidence: ['整改回访记录（2026年6月20日）：已改'],
    removed: '2026-06-25',
  },
};
