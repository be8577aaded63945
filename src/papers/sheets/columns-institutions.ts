// The columns of the institution list (Art. 9).
import type { Institution } from '../../domain/institution.ts';
import { category, choice, code, creditCode, day, label, phone, text } from './codecs.ts';
import { columnsFor } from './column.ts';

const column = columnsFor<Institution>();

const status = choice({
  normal: ['正常', '存续', '在业'],
  suspended: ['停业', '停业整顿'],
  cancelled: ['注销', '已注销'],
  moved: ['迁出', '已迁出'],
  abnormal: ['异常', '列入异常', '执业异常'],
  blacklisted: ['黑名单'],
});

/** In the order of the interface. */
export const INSTITUTION_COLUMNS = [
  column('统一社会信用代码', 'id', creditCode, 'required', {
    hint: '必填,18 位,最后一位是校验位。请先把这一列设为“文本”格式,否则 Excel 会改掉后几位。',
    example: '31410000MD0000001X',
    aliases: ['社会信用代码', '信用代码', '统一社会信用代码(注册号)'],
  }),
  column('机构名称', 'name', text(120), 'required', {
    hint: '必填。与执业许可证一致。',
    example: '某某律师事务所(示例行,请删除)',
    aliases: ['名称', '单位名称', '法律服务机构名称', '市场主体名称'],
  }),
  column('类别', 'category', category, 'required', { hint: '必填。', example: '律师事务所', aliases: ['机构类别', '行业类别', '行业'] }),
  column('地址', 'address', text(200), 'required', {
    hint: '必填。执业场所地址,检查人员按它上门。',
    example: '西平县某某路 1 号',
    aliases: ['住所', '执业场所', '注册地址', '机构地址', '办公地址'],
  }),
  column(
    '负责人',
    'head',
    text(60),
    { value: null },
    { hint: '主任或负责人姓名。', example: '李四', aliases: ['负责人姓名', '法定代表人', '主任'] },
  ),
  column(
    '联系电话',
    'phone',
    phone,
    { value: null },
    { hint: '座机请带区号,例如 0396-0000000。', example: '', aliases: ['电话', '联系方式'] },
  ),
  column(
    '执业许可证号',
    'licence',
    code(/^[\p{Script=Han}0-9A-Za-z()（）〔〕[\]._/-]{1,64}$/u),
    { value: null },
    { hint: '请先把这一列设为“文本”格式。', example: '示例31410000', aliases: ['许可证号', '执业证号', '执业许可证'] },
  ),
  column(
    '许可证有效期至',
    'licenceUntil',
    day,
    { value: null },
    { hint: '例如 2028-12-31;长期有效的留空。', example: '', aliases: ['有效期至', '许可证有效期'] },
  ),
  column(
    '状态',
    'status',
    status,
    { value: 'normal' },
    { hint: '正常、停业、注销、迁出、异常、黑名单。机构注销请改状态,不要删行。', example: '正常', aliases: ['机构状态', '执业状态'] },
  ),
  column(
    '风险等级',
    'risk',
    label(/^[\p{Script=Han}0-9A-Za-z]{1,16}$/u),
    { value: null },
    { hint: '例如 A、B、C、D;没有分级的留空。', example: '', aliases: ['信用等级', '风险分类'] },
  ),
] as const;
