// What a kind of paper is: its name, the facts it needs, and sample facts (示例) that have every one of them.
import type { Day } from '../../domain/day.ts';

/**
 * A kind of paper. Facts are text, lists and objects of text, so that what is frozen is exactly what was printed;
 * nothing is left out: what there is not is '' or an empty list.
 */
export interface Form<Facts extends object> {
  readonly name: string;
  readonly isWide: boolean;
  readonly sample: Facts;
}

/** Somebody who inspects, with the number of his certificate. */
export interface Officer {
  readonly name: string;
  readonly card: string;
}

/** The institution a paper is about. */
export interface Subject {
  readonly name: string;
  /** 统一社会信用代码. */
  readonly code: string;
  readonly address: string;
  /** 负责人. */
  readonly head: string;
  readonly phone: string;
}

/** Who issues a paper, under what number, on which day; number and day are '' until they are given. */
export interface Issued {
  readonly office: string;
  readonly number: string;
  readonly day: Day | '';
}

/** The office, number and day of the samples. */
export const SAMPLE_ISSUED: Issued = { office: '示例县司法局', number: '示例司检〔2026〕1号', day: '2026-03-12' };

/** The institution of the samples. */
export const SAMPLE_SUBJECT: Subject = {
  name: '示例明理律师事务所',
  code: '31410000示例000001',
  address: '示例县示例路1号',
  head: '示例甲',
  phone: '0000-0000001',
};

/** The team of the samples. */
export const SAMPLE_OFFICERS: readonly Officer[] = [
  { name: '示例乙', card: '示例证16010001' },
  { name: '示例丙', card: '示例证16010002' },
];
