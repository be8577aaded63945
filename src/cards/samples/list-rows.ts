// 示例: pages of the lists, one row of each with its history, and what a draw of them is warned about.
import type { LockWarnings } from '../../domain/lock-warnings.ts';
import type { ListPageFacts } from '../faces/list-page.ts';
import type { ListRowFacts } from '../faces/list-row.ts';
import { DOCUMENT, INSTITUTIONS, MATTERS, NAMES, NOW, PEOPLE, TODAY } from './office.ts';

const [institution] = INSTITUTIONS;
const [operator] = PEOPLE;
const [matter] = MATTERS;
if (operator === undefined || matter === undefined) throw new Error('the samples lack a row');
const base = { names: NAMES, may: ['issue-code', 'unbind-account', 'set-roles'] } as const;
const moved = { id: institution.id, before: { ...institution, address: '示例县旧址 1 号' }, after: institution, at: NOW };
const added = { id: institution.id, before: null, after: institution, at: NOW };

/** The facts of the `list-row` card. */
export const LIST_ROWS: readonly [ListRowFacts, ...ListRowFacts[]] = [
  {
    ...base,
    kind: 'institutions',
    row: institution,
    history: [
      { ...moved, by: 'P001', source: '示例机构.xlsx' },
      { ...added, by: 'system', source: 'chat' },
    ],
  },
  { ...base, kind: 'people', row: { ...operator, feishu: 'ou_sample' }, history: [] },
  { ...base, kind: 'people', row: { ...operator, feishu: null, dingtalk: null }, history: [], may: [] },
  { ...base, kind: 'matters', row: matter, history: [] },
  { ...base, kind: 'documents', row: DOCUMENT, history: [] },
];

const page = {
  search: '',
  page: 2,
  pages: 4,
  total: 34,
  names: NAMES,
  today: TODAY,
  may: ['show-list', 'export-list', 'template-list'],
} as const;

/** The facts of the `list-page` card. */
export const LIST_PAGES: readonly [ListPageFacts, ...ListPageFacts[]] = [
  { ...page, list: { kind: 'institutions', rows: INSTITUTIONS }, search: '律师' },
  { ...page, list: { kind: 'people', rows: PEOPLE } },
  { ...page, list: { kind: 'matters', rows: MATTERS } },
  { ...page, list: { kind: 'documents', rows: [DOCUMENT] } },
  { ...page, list: { kind: 'people', rows: [] }, search: '没有的人', total: 0, page: 1, pages: 1 },
];

/** A draw with nothing to be warned about. */
export const QUIET: LockWarnings = { home: null, lapsing: [], expired: [] };

/** A draw with everything. */
export const WARNINGS: LockWarnings = {
  home: { unit: '公共法律服务股', have: 1, of: 4 },
  lapsing: [operator.id],
  expired: [institution.id, '91000000MD00000000'],
};
