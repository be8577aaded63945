// The four lists: what they are called, what a row is counted in, and the headings of their columns (as in the sheets).
import type { RosterKind, RosterRows } from '../domain/roster.ts';

/** A list's name, its measure word, and the command that opens it. */
export const LIST_WORDS: Readonly<Record<RosterKind, { readonly name: string; readonly measure: string; readonly command: string }>> = {
  people: { name: '执法检查人员名录', measure: '人', command: '人员' },
  institutions: { name: '检查对象名录', measure: '家', command: '名录' },
  matters: { name: '抽查事项清单', measure: '项', command: '事项' },
  documents: { name: '比例频次文件', measure: '份', command: '文件' },
};

type Headings = { readonly [K in RosterKind]: Readonly<Record<keyof RosterRows[K], string>> };

/** Headings by the row's field. A ratio document's rows are one cell here. */
export const COLUMN_WORDS: Headings = {
  people: {
    id: '编号',
    name: '姓名',
    unit: '单位',
    sex: '性别',
    certificate: '执法证号',
    post: '执法岗位',
    certificateState: '证件取得情况',
    certificateUntil: '证件有效期至',
    categories: '可查类别',
    mayLead: '可任组长',
    cap: '每次上限',
    status: '状态',
    roles: '角色',
    mobile: '手机',
    feishu: '飞书账号',
    dingtalk: '钉钉账号',
  },
  institutions: {
    id: '统一社会信用代码',
    name: '机构名称',
    category: '类别',
    address: '地址',
    head: '负责人',
    phone: '联系电话',
    licence: '执业许可证号',
    licenceUntil: '许可证有效期至',
    status: '状态',
    risk: '风险等级',
  },
  matters: {
    id: '编号',
    name: '事项名称',
    category: '类别',
    basis: '抽查依据',
    subject: '抽查主体',
    object: '抽查对象',
    content: '抽查内容',
    methods: '抽查方式',
    points: '检查要点',
    effectiveFrom: '生效日期',
    publishedOn: '公布日期',
  },
  documents: {
    id: '文号',
    title: '标题',
    issuedOn: '印发日期',
    effectiveFrom: '生效日期',
    effectiveUntil: '失效日期',
    basis: '依据',
    rows: '比例频次',
  },
};
