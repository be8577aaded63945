// Sample lists of any size (示例): the same seed gives the same rows, codes have true check digits, nobody in them is real.
import type { Institution } from '../../src/domain/institution.ts';
import type { OfficeRules } from '../../src/domain/office-rules.ts';
import type { Person } from '../../src/domain/person.ts';
import { creditCheckDigit } from '../../src/domain/roster/credit-code.ts';

/** The rules of a sample office, as small as tests need; `config/office.yaml` has the whole. */
export const SAMPLE_RULES: OfficeRules = {
  office: { name: '西平县司法局', shortName: '西平司法', county: '西平县', site: null },
  rules: { title: '示例“双随机一公开”工作实施细则', number: '示例文〔2020〕9号' },
  homeUnit: '公共法律服务股',
  categories: [
    { id: 'lawfirm', name: '律师事务所', basis: '《律师法》第四条', from: '2020-04-15', until: null },
    { id: 'notary', name: '公证处', basis: '《公证法》第五条', from: '2020-04-15', until: null },
    { id: 'grassroots', name: '基层法律服务所', basis: '《基层法律服务所管理办法》第三十四条', from: '2020-04-15', until: null },
  ],
  deadlines: { answer: 2, cosign: 2, review: 3, publish: 20, rectify: 15, followUp: 5 },
  measures: { objection: 5, appealDays: 183, complaints: 3 },
  witnessMinutes: 30,
  settleMinutes: 10,
  mode: 'witness',
  drand: { endpoints: [], timeoutSeconds: 1 },
  games: [
    {
      id: 'ssq',
      name: '示例双色球',
      numbers: [
        { count: 6, from: 1, to: 33 },
        { count: 1, from: 1, to: 16 },
      ],
      at: '21:15',
      where: '示例开奖公告',
    },
  ],
  dice: { count: 3, sides: 6 },
  drawsPerYear: 2,
  certificateWarningDays: 60,
  reminders: { at: '09:00', quietFrom: '20:00', quietTo: '08:00' },
  calendar: { off: [], working: [], years: [2026] },
};

/** A credit code with a true check digit in a region that does not exist (00). */
export function sampleCode(n: number): string {
  const body = `31000000MD${String(n).padStart(7, '0')}`;
  return `${body}${creditCheckDigit(body) ?? ''}`;
}

/** `n` sample institutions of one category; `from` keeps codes apart between calls. */
export function sampleInstitutions(n: number, category: string, name: string, from = 1): readonly Institution[] {
  return Array.from({ length: n }, (_, i) => ({
    id: sampleCode(from + i),
    name: `示例${name}${from + i}`,
    category,
    address: `示例路 ${from + i} 号`,
    head: `示例主任${from + i}`,
    phone: `0396-${String(1_000_000 + from + i)}`,
    licence: `示例${String(from + i).padStart(8, '0')}`,
    licenceUntil: '2028-12-31',
    status: 'normal',
    risk: null,
  }));
}

/** `n` sample inspectors with certificates for all three categories; every third may lead. */
export function sampleInspectors(n: number, from = 1): readonly Person[] {
  return Array.from({ length: n }, (_, i) =>
    samplePerson(`P${String(from + i).padStart(3, '0')}`, `示例检查${from + i}`, { mayLead: i % 3 === 0 }),
  );
}

/** One sample person; `change` says what differs from a certified inspector. */
export function samplePerson(id: string, name: string, change: Partial<Person> = {}): Person {
  const number = Number(/\d+/.exec(id)?.[0] ?? 0);
  return {
    id,
    name,
    unit: '公共法律服务股',
    sex: number % 2 === 0 ? 'female' : 'male',
    certificate: `示例${String(number).padStart(7, '0')}`,
    post: '行政检查',
    certificateState: 'held',
    certificateUntil: '2028-12-31',
    categories: ['lawfirm', 'notary', 'grassroots'],
    mayLead: false,
    cap: null,
    status: 'active',
    roles: ['inspector'],
    mobile: `199${String(number).padStart(8, '0')}`,
    feishu: null,
    dingtalk: null,
    ...change,
  };
}

/** The lists of a city's size (郑州's 400 firms and 60 offices), 140 inspectors. */
export function sampleCity(): { readonly institutions: readonly Institution[]; readonly people: readonly Person[] } {
  return {
    institutions: [...sampleInstitutions(400, 'lawfirm', '律师事务所', 1), ...sampleInstitutions(60, 'grassroots', '基层法律服务所', 1001)],
    people: sampleInspectors(140, 101),
  };
}
