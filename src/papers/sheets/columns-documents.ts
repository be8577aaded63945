// The columns of the ratio documents (Art. 12): one line a category, or a category and a risk class.
import type { RatioDocument, RatioRow } from '../../domain/ratio-document.ts';
import { category, choice, code, day, integer, label, ratio, text, yesNo } from './codecs.ts';
import { columnsFor } from './column.ts';

/** One line of the sheet: the document's own fields, repeated, and one of its rows. */
export interface DocumentLine extends Omit<RatioDocument, 'rows'>, Omit<RatioRow, 'num' | 'den'> {
  readonly ratio: { readonly num: number; readonly den: number };
}

/** The fields that every line of one document repeats. */
export const SHARED_FIELDS = ['title', 'issuedOn', 'effectiveFrom', 'effectiveUntil', 'basis'] as const;

const column = columnsFor<DocumentLine>();
const base = choice({ all: ['全部', '全部机构'], pool: ['可抽', '可抽机构'] });

/** In the order of the interface. */
export const DOCUMENT_COLUMNS = [
  column('文号', 'id', code(/^[\p{Script=Han}0-9A-Za-z〔〕()（）[\]._-]{1,64}$/u), 'required', {
    hint: '必填。同一文件的各行文号、标题、日期要一致。',
    example: '西司文〔2026〕0号(示例行,请删除)',
    aliases: ['发文号', '文件号'],
  }),
  column('标题', 'title', text(200), 'required', {
    hint: '必填。',
    example: '关于确定 2026 年度双随机抽查比例和频次的通知',
    aliases: ['文件标题', '文件名称'],
  }),
  column('印发日期', 'issuedOn', day, 'required', { hint: '必填。', example: '2026-01-05', aliases: ['发文日期'] }),
  column('生效日期', 'effectiveFrom', day, 'required', { hint: '必填。', example: '2026-01-05', aliases: ['施行日期'] }),
  column(
    '失效日期',
    'effectiveUntil',
    day,
    { value: null },
    { hint: '最后一天有效的日期,没有规定的留空。', example: '2026-12-31', aliases: ['有效期至'] },
  ),
  column('类别', 'category', category, 'required', {
    hint: '必填。一个类别一行。',
    example: '律师事务所',
    aliases: ['机构类别', '检查对象'],
  }),
  column(
    '风险等级',
    'risk',
    label(/^[\p{Script=Han}0-9A-Za-z]{1,16}$/u),
    { value: null },
    { hint: '按风险分别规定比例的,一个等级一行;否则留空。', example: '' },
  ),
  column('比例', 'ratio', ratio, 'required', {
    hint: '必填。写成 10% 或 1/10,不足一家的进一。',
    example: '10%',
    aliases: ['抽查比例', '检查比例'],
  }),
  column(
    '最低家数',
    'min',
    integer(0, 10_000),
    { value: 0 },
    { hint: '至少抽取的家数,没有规定的留空。', example: '1', aliases: ['最少家数'] },
  ),
  column('基数', 'base', base, 'required', {
    hint: '必填。全部:按该类别全部机构计算;可抽:只按可以抽取的机构计算。',
    example: '全部',
    aliases: ['比例基数'],
  }),
  column(
    '权重',
    'weight',
    integer(1, 100),
    { value: 1 },
    { hint: '1 到 100,没有规定的留空(按 1 计)。', example: '', aliases: ['风险权重'] },
  ),
  column('每组人数', 'teamSize', integer(2, 10), 'required', {
    hint: '必填。不少于 2 人(第十三条)。',
    example: '2',
    aliases: ['检查人数'],
  }),
  column('须有组长', 'needsLead', yesNo, { value: false }, { hint: '是 或 否。', example: '否' }),
  column('全年次数', 'drawsPerYear', integer(1, 52), 'required', {
    hint: '必填。每年抽查的次数。',
    example: '2',
    aliases: ['抽查频次', '检查频次'],
  }),
  column('依据', 'basis', text(2000), { value: null }, { hint: '上级文件或规章。', example: '', aliases: ['文件依据'] }),
] as const;
