// The columns of the inspector list (Art. 7: 姓名 单位 性别 执法证号 执法岗位 证件取得情况), and of everyone else with a role.
import type { Person } from '../../domain/person.ts';
import { category, choice, code, day, integer, mobile, personName, several, text, yesNo } from './codecs.ts';
import { columnsFor } from './column.ts';

const column = columnsFor<Person>();
const LISTED = /[、;；,，/\n]/;

const sex = choice({ male: ['男'], female: ['女'] });
const certificateState = choice({
  held: ['已取得', '已取证', '有', '持证'],
  pending: ['申领中', '办理中', '申请中'],
  none: ['未取得', '无', '未取证'],
});
const status = choice({ active: ['在岗', '在职', '正常'], away: ['休假', '请假'], left: ['离岗', '离职', '退休', '调离'] });
const role = choice({
  admin: ['管理员'],
  operator: ['经办人'],
  head: ['负责人'],
  inspector: ['检查人员', '执法检查人员'],
  witness: ['见证人'],
  auditor: ['审计', '审计人员'],
});

/** In the order of the interface. */
export const PEOPLE_COLUMNS = [
  column('编号', 'id', code(/^[0-9A-Za-z._-]{1,64}$/), 'keep', {
    hint: '本单位自编的代号,公示时代替证件号。新人员可以留空,系统按 P001、P002 顺序编号。',
    example: '',
    aliases: ['人员编号'],
  }),
  column('姓名', 'name', personName, 'required', { hint: '必填。', example: '张三(示例行,请删除)', aliases: ['人员姓名'] }),
  column('单位', 'unit', text(100), 'required', {
    hint: '必填。所在股室或司法所,例如 公共法律服务股。',
    example: '公共法律服务股',
    aliases: ['工作单位', '所在单位', '股室', '所在部门'],
  }),
  column('性别', 'sex', sex, 'required', { hint: '必填。男 或 女。', example: '男' }),
  column(
    '执法证号',
    'certificate',
    code(/^[\p{Script=Han}0-9A-Za-z()（）〔〕[\]._/-]{1,64}$/u),
    { value: null },
    {
      hint: '执法证件上的编号。请先把这一列设为“文本”格式,否则开头的 0 会丢失。',
      example: '示例0000001',
      aliases: ['执法证件号', '行政执法证号', '执法证编号', '执法证件编号', '证件号'],
    },
  ),
  column('执法岗位', 'post', text(100), { value: null }, { hint: '例如 行政检查。', example: '行政检查', aliases: ['岗位', '职务'] }),
  column(
    '证件取得情况',
    'certificateState',
    certificateState,
    { value: 'none' },
    { hint: '已取得、申领中 或 未取得。只有已取得的人员可以被抽取。', example: '已取得', aliases: ['取证情况', '执法证取得情况'] },
  ),
  column(
    '证件有效期至',
    'certificateUntil',
    day,
    { value: null },
    { hint: '例如 2028-12-31。', example: '2028-12-31', aliases: ['有效期至', '执法证有效期', '证件有效期'] },
  ),
  column(
    '可查类别',
    'categories',
    several(category, LISTED, '、'),
    { value: [] },
    { hint: '可以检查的机构类别,用顿号分开。', example: '律师事务所、公证处', aliases: ['检查类别', '执法类别'] },
  ),
  column('可任组长', 'mayLead', yesNo, { value: false }, { hint: '是 或 否。', example: '否', aliases: ['组长'] }),
  column(
    '每次上限',
    'cap',
    integer(1, 1000),
    { value: null },
    { hint: '一次抽签最多承担的检查家数,留空为不限。', example: '', aliases: ['上限'] },
  ),
  column('状态', 'status', status, { value: 'active' }, { hint: '在岗、休假 或 离岗。人员调离请改为离岗,不要删行。', example: '在岗' }),
  column(
    '角色',
    'roles',
    several(role, LISTED, '、'),
    { value: [] },
    { hint: '管理员、经办人、负责人、检查人员、见证人、审计,可以多个,用顿号分开。', example: '检查人员', aliases: ['系统角色'] },
  ),
  column(
    '手机',
    'mobile',
    mobile,
    { value: null },
    { hint: '11 位手机号,用来自动找到本人的飞书或钉钉账号,不公示。', example: '', aliases: ['手机号', '手机号码', '联系电话', '电话'] },
  ),
  column('飞书账号', 'feishu', code(/^[0-9A-Za-z_-]{1,64}$/), 'keep', { hint: '一般留空,由系统绑定;留空不会解除绑定。', example: '' }),
  column('钉钉账号', 'dingtalk', code(/^[0-9A-Za-z_$:+=/-]{1,128}$/), 'keep', {
    hint: '一般留空,由系统绑定;留空不会解除绑定。',
    example: '',
  }),
] as const;
