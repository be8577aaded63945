// The sample county (示例) that `sandbox/samples/` holds as files: nobody and nothing in it is real.
import type { Institution } from '../../src/domain/institution.ts';
import type { Matter } from '../../src/domain/matter.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RatioDocument, RatioRow } from '../../src/domain/ratio-document.ts';
import { creditCheckDigit } from '../../src/domain/roster/credit-code.ts';
import { samplePerson } from './samples.ts';

const HOME = '公共法律服务股';
const OFFICER: Partial<Person> = { certificate: null, post: null, certificateState: 'none', certificateUntil: null, categories: [] };

/** Six with other roles, seven inspectors of whom four are of the home unit (Art. 8) and three may lead. */
export const COUNTY_PEOPLE: readonly Person[] = [
  samplePerson('P001', '钱管理', { ...OFFICER, unit: '办公室', roles: ['admin'] }),
  samplePerson('P002', '王经办', { ...OFFICER, unit: HOME, roles: ['operator'] }),
  samplePerson('P003', '赵局长', { ...OFFICER, unit: '局领导', roles: ['head'] }),
  samplePerson('P004', '周纪检', { ...OFFICER, unit: '纪检监察组', roles: ['witness'] }),
  samplePerson('P005', '吴纪检', { ...OFFICER, unit: '纪检监察组', roles: ['witness'] }),
  samplePerson('P006', '郑审计', { ...OFFICER, unit: '财务审计股', roles: ['auditor'] }),
  samplePerson('P011', '李检查', { unit: HOME, mayLead: true }),
  samplePerson('P012', '张检查', { unit: HOME, mayLead: true }),
  samplePerson('P013', '刘检查', { unit: HOME }),
  samplePerson('P014', '陈检查', { unit: HOME, mayLead: true }),
  samplePerson('P015', '杨检查', { unit: '行政执法监督股' }),
  samplePerson('P016', '黄检查', { unit: '示例司法所', categories: ['lawfirm', 'grassroots'] }),
  samplePerson('P017', '何检查', { unit: '示例司法所' }),
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 31 律师, 32 公证, 33 基层法律服务 in the credit code; region 000000 does not exist. */
const KINDS: readonly { readonly category: string; readonly name: string; readonly prefix: string; readonly count: number }[] = [
  { category: 'lawfirm', name: '示例律师事务所', prefix: '31', count: 4 },
  { category: 'notary', name: '示例公证处', prefix: '32', count: 1 },
  { category: 'grassroots', name: '示例基层法律服务所', prefix: '33', count: 10 },
];

/** Four law firms, one notary office, ten grassroots offices. */
export const COUNTY_INSTITUTIONS: readonly Institution[] = KINDS.flatMap(({ category, name, prefix, count }) =>
  Array.from({ length: count }, (_, i) => {
    const body = `${prefix}000000MD${String(i + 1).padStart(7, '0')}`;
    return {
      id: `${body}${creditCheckDigit(body) ?? ''}`,
      name: count === 1 ? name : `${name}${NUMERALS[i] ?? ''}`,
      category,
      address: `示例县示例路 ${prefix}${i + 1} 号`,
      head: `示例主任${NUMERALS[i] ?? ''}`,
      phone: `0396-${prefix}000${String(i + 1).padStart(2, '0')}`,
      licence: `示例${prefix}00${String(i + 1).padStart(4, '0')}`,
      licenceUntil: '2028-12-31',
      status: 'normal' as const,
      risk: null,
    };
  }),
);

function ratio(category: string, percent: number): RatioRow {
  return {
    category,
    risk: null,
    num: percent,
    den: 100,
    min: 1,
    base: 'all',
    weight: 1,
    teamSize: 2,
    needsLead: true,
    drawsPerYear: 2,
  };
}

/** Ratios that bureaus published: 10 % of firms and 20 % of offices (郑州 2023), all notary offices (广元 2020). */
export const COUNTY_DOCUMENTS: readonly RatioDocument[] = [
  {
    id: '西司文〔2026〕3号（示例）',
    title: '关于明确 2026 年度法律服务“双随机、一公开”抽查比例和频次的通知（示例）',
    issuedOn: '2026-01-05',
    effectiveFrom: '2026-01-05',
    effectiveUntil: null,
    basis: '西司文(2020)9号第十二条；比例参照郑州市司法局 2023 年度、广元市司法局 2020 年度公布的抽查计划',
    rows: [ratio('lawfirm', 10), ratio('notary', 100), ratio('grassroots', 20)],
  },
];

/** The checklists of `config/matters.yaml` as an office has them once it has published them. */
export function published(matters: readonly Matter[]): readonly Matter[] {
  return matters.map((matter) => ({ ...matter, publishedOn: '2026-01-05' }));
}
