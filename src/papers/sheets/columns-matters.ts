// The columns of the item list (抽查事项清单, Art. 10), with the check points an inspector goes through.
import type { Matter } from '../../domain/matter.ts';
import { category, choice, code, day, several, text } from './codecs.ts';
import { columnsFor } from './column.ts';

const column = columnsFor<Matter>();
const method = choice({ onsite: ['实地', '实地检查', '现场检查', '现场'], written: ['书面', '书面检查', '案卷评查', '书面审查'] });

/** In the order of the interface. */
export const MATTER_COLUMNS = [
  column('编号', 'id', code(/^[0-9A-Za-z._-]{1,64}$/), 'keep', {
    hint: '新事项可以留空,系统按 M001、M002 顺序编号。',
    example: '',
    aliases: ['事项编号'],
  }),
  column('事项名称', 'name', text(120), 'required', {
    hint: '必填。',
    example: '对律师事务所的行政检查(示例行,请删除)',
    aliases: ['抽查事项名称', '抽查项目', '抽查事项', '事项'],
  }),
  column('类别', 'category', category, 'required', {
    hint: '必填。被查机构的类别。',
    example: '律师事务所',
    aliases: ['机构类别', '抽查类别'],
  }),
  column('抽查依据', 'basis', text(2000), 'required', {
    hint: '必填。法律、法规、规章的名称和条款。',
    example: '《律师法》第四条',
    aliases: ['检查依据', '依据'],
  }),
  column('抽查主体', 'subject', text(200), 'required', {
    hint: '必填。',
    example: '西平县司法局',
    aliases: ['检查主体', '执法主体', '主体'],
  }),
  column('抽查对象', 'object', text(200), 'required', { hint: '必填。', example: '律师事务所', aliases: ['检查对象', '对象'] }),
  column('抽查内容', 'content', text(2000), 'required', {
    hint: '必填。公示时原样使用。',
    example: '执业、内部管理制度建立和实施情况',
    aliases: ['检查内容', '内容'],
  }),
  column('抽查方式', 'methods', several(method, /[、;；,，/+\n和]/, '、'), 'required', {
    hint: '必填。实地、书面,可以两个,用顿号分开。',
    example: '实地、书面',
    aliases: ['检查方式', '方式'],
  }),
  column('检查要点', 'points', several(text(500), /[；\n]/, '；'), 'required', {
    hint: '必填。检查人员逐条填写的要点,用中文分号“；”分开。',
    example: '执业许可证是否有效；收案登记是否完整',
    aliases: ['要点'],
  }),
  column('生效日期', 'effectiveFrom', day, 'required', { hint: '必填。例如 2026-01-01。', example: '2026-01-01', aliases: ['施行日期'] }),
  column(
    '公布日期',
    'publishedOn',
    day,
    { value: null },
    { hint: '向社会公布的日期。没有公布的事项不能用于抽查。', example: '2026-01-05', aliases: ['公示日期', '发布日期'] },
  ),
] as const;
