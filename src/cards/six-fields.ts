// The six fields of Art. 14, exactly as they are published and in the article's order.
import type { SixFields } from '../domain/publication.ts';
import { facts } from './blocks.ts';
import type { Block } from './card.ts';

/** The six fields as label–value pairs. */
export function sixFields(fields: SixFields): Extract<Block, { kind: 'facts' }> {
  return facts(
    ['机构名称', fields.institution],
    ['抽查时间', fields.time],
    ['抽查方式', fields.method],
    ['抽查内容', fields.content],
    ['抽查结果', fields.result],
    ['违法行为查处情况', fields.handling],
  );
}
