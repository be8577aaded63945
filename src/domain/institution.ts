// The institutions that are inspected: the object list of Art. 9.
import type { Day } from './day.ts';
import type { Category } from './person.ts';

/** 统一社会信用代码: 18 characters with a check digit (GB 32100-2015). */
export type InstitutionId = string;

/** 正常 停业 注销 迁出 异常 黑名单. The last two stay in the pool (Art. 12: more regular checks, same odds). */
export const INSTITUTION_STATUSES = ['normal', 'suspended', 'cancelled', 'moved', 'abnormal', 'blacklisted'] as const;
export type InstitutionStatus = (typeof INSTITUTION_STATUSES)[number];

/** One institution. */
export interface Institution {
  readonly id: InstitutionId;
  readonly name: string;
  readonly category: Category;
  readonly address: string;
  readonly head: string | null;
  readonly phone: string | null;
  readonly licence: string | null;
  readonly licenceUntil: Day | null;
  readonly status: InstitutionStatus;
  /** Risk class (`A`…`D`), null if the office does not grade. */
  readonly risk: string | null;
}
