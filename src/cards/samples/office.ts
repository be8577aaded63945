// 示例: an invented office with its people, institutions, items and document, for showing and trying the cards.
import type { Institution } from '../../domain/institution.ts';
import type { Matter } from '../../domain/matter.ts';
import { BLANK_PERSON, type Person } from '../../domain/person.ts';
import type { RatioDocument } from '../../domain/ratio-document.ts';
import type { Names } from '../facts.ts';

/** The day on which the samples are looked at. */
export const TODAY = '2026-03-10';

/** An instant of that day. */
export const NOW = new Date('2026-03-10T09:30:00+08:00');

function person(id: string, name: string, rest: Partial<Person>): Person {
  return { ...BLANK_PERSON, id, name, unit: '公共法律服务股', sex: 'female', ...rest };
}

const certified = { certificateState: 'held', certificateUntil: '2028-12-31', roles: ['inspector'] } as const;

/** People, one for every role. */
export const PEOPLE: readonly Person[] = [
  person('P001', '示例经办王', { roles: ['operator', 'admin'], post: '科员' }),
  person('P002', '示例负责陈', { roles: ['head'], post: '副局长', sex: 'male' }),
  person('P003', '示例检查李', {
    ...certified,
    certificate: '示例证001',
    categories: ['lawfirm', 'notary'],
    mayLead: true,
    mobile: '13800000003',
  }),
  person('P004', '示例检查赵', {
    ...certified,
    certificate: '示例证002',
    categories: ['lawfirm'],
    mobile: '13800000004',
    unit: '法治督察股',
  }),
  person('P005', '示例见证周', { roles: ['witness'], unit: '示例纪检组', sex: 'male' }),
  person('P006', '示例见证吴', { roles: ['witness'], unit: '示例律师协会' }),
];

/** Institutions. */
export const INSTITUTIONS: readonly [Institution, ...Institution[]] = [
  {
    id: '31410000MD0000001X',
    name: '示例明理律师事务所',
    category: 'lawfirm',
    address: '示例县建设路 1 号',
    head: '示例主任孙',
    phone: '0396-0000001',
    licence: '示例许可001',
    licenceUntil: '2030-06-30',
    status: 'normal',
    risk: 'B',
  },
  {
    id: '31410000MD0000002Y',
    name: '示例正言律师事务所',
    category: 'lawfirm',
    address: '示例县人民路 2 号',
    head: null,
    phone: null,
    licence: null,
    licenceUntil: null,
    status: 'suspended',
    risk: null,
  },
];

/** Items of the list. */
export const MATTERS: readonly Matter[] = [
  {
    id: 'M01',
    name: '律师事务所设立条件保持情况',
    category: 'lawfirm',
    basis: '《律师法》第十四条',
    subject: '示例县司法局',
    object: '律师事务所',
    content: '名称、住所、章程、合伙人是否与登记一致',
    methods: ['onsite', 'written'],
    points: ['执业许可证在有效期内', '住所与登记一致', '合伙人人数符合要求'],
    effectiveFrom: '2026-01-01',
    publishedOn: '2026-01-05',
  },
  {
    id: 'M02',
    name: '统一收案、收费情况',
    category: 'lawfirm',
    basis: '《律师法》第二十五条',
    subject: '示例县司法局',
    object: '律师事务所',
    content: '是否统一接受委托、统一收费',
    methods: ['onsite'],
    points: ['委托合同统一编号', '收费有票据', '没有私自收案', '没有私自收费', '案卷按年归档', '投诉有登记'],
    effectiveFrom: '2026-01-01',
    publishedOn: null,
  },
];

/** A document in force. */
export const DOCUMENT: RatioDocument = {
  id: '示例司文〔2026〕3号',
  title: '2026年度随机抽查比例和频次',
  issuedOn: '2026-01-04',
  effectiveFrom: '2026-01-05',
  effectiveUntil: null,
  basis: null,
  rows: [
    {
      category: 'lawfirm',
      risk: null,
      num: 1,
      den: 10,
      min: 2,
      base: 'all',
      weight: 1,
      teamSize: 2,
      needsLead: true,
      drawsPerYear: 2,
    },
  ],
};

/** Names of everything in the samples. */
export const NAMES: Names = Object.fromEntries([
  ...PEOPLE.map(({ id, name }) => [id, name]),
  ...INSTITUTIONS.map(({ id, name }) => [id, name]),
  ...MATTERS.map(({ id, name }) => [id, name]),
  ['lawfirm', '律师事务所'],
  ['notary', '公证处'],
]);
