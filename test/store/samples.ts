// Sample rows of every book (示例), each with all its fields filled; a test makes variants by spreading.

import type { Assignment } from '../../src/domain/assignment.ts';
import type { ChangeRequest } from '../../src/domain/change-request.ts';
import type { Checkpoint } from '../../src/domain/checkpoint.ts';
import type { ContributionEntry, Draw, TypedEntry } from '../../src/domain/draw.ts';
import type { Institution } from '../../src/domain/institution.ts';
import type { JournalEntry } from '../../src/domain/journal.ts';
import type { Matter } from '../../src/domain/matter.ts';
import { type Measure, NO_DETAILS } from '../../src/domain/measure.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Publication } from '../../src/domain/publication.ts';
import type { RatioDocument } from '../../src/domain/ratio-document.ts';
import type { DrawEvent } from '../../src/domain/record.ts';
import type { PendingImport } from '../../src/domain/roster.ts';
import type { Task } from '../../src/domain/task.ts';

/** A moment with milliseconds that are not zero. */
export const at = new Date('2026-03-16T01:02:03.004Z');

/** So many minutes after `at`. */
export const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

const decision = { by: 'P002', at, words: '同意。\n“附件”齐全 {"$at":"x"}' };
const hash = 'ab'.repeat(32);

export const person: Person = {
  id: 'P007',
  name: '示例甲',
  unit: '公共法律服务股',
  sex: 'female',
  certificate: '16110000007',
  post: '执法岗',
  certificateState: 'held',
  certificateUntil: '2027-12-31',
  categories: ['lawfirm', 'notary'],
  mayLead: true,
  cap: 3,
  status: 'active',
  roles: ['inspector', 'witness'],
  mobile: '13800000007',
  feishu: 'ou_7',
  dingtalk: 'dt_7',
};

/** A person with nothing that may be missing. */
export const barePerson: Person = {
  ...person,
  id: 'P008',
  certificate: null,
  post: null,
  certificateUntil: null,
  categories: [],
  mayLead: false,
  cap: null,
  roles: [],
  mobile: null,
  feishu: null,
  dingtalk: null,
};

export const institution: Institution = {
  id: '31410000MD0000001X',
  name: '示例律师事务所 100%_可信',
  category: 'lawfirm',
  address: '示例路 1 号',
  head: '示例乙',
  phone: '0396-0000000',
  licence: '24117000000000001',
  licenceUntil: '2027-01-31',
  status: 'normal',
  risk: 'B',
};

export const matter: Matter = {
  id: 'LS-01',
  name: '律师事务所年度检查',
  category: 'lawfirm',
  basis: '《律师法》',
  subject: '县司法局',
  object: '律师事务所',
  content: '执业活动',
  methods: ['onsite', 'written'],
  points: ['收案登记', '统一收费'],
  effectiveFrom: '2020-04-15',
  publishedOn: '2020-04-15',
};

export const document: RatioDocument = {
  id: '西司文〔2026〕3号',
  title: '2026 年抽查比例和频次',
  issuedOn: '2026-01-10',
  effectiveFrom: '2026-01-10',
  effectiveUntil: '2026-12-31',
  basis: '西司文(2020)9号第十二条',
  rows: [
    {
      category: 'lawfirm',
      risk: null,
      num: 1,
      den: 10,
      min: 1,
      base: 'all',
      weight: 1,
      teamSize: 2,
      needsLead: true,
      drawsPerYear: 2,
    },
  ],
};

export const task: Task = {
  id: '2026-03',
  title: '第一季度统一抽查',
  kind: 'unified',
  categories: ['lawfirm'],
  document: document.id,
  matters: ['LS-01'],
  methods: ['written'],
  methodReason: '疫情',
  from: '2026-03-16',
  to: '2026-04-16',
  ownerUnit: '公共法律服务股',
  mode: 'lottery',
  lottery: {
    game: '示例双色球',
    issue: '2026030',
    drawnAt: later(600),
    where: '示例开奖公告',
    numbers: [{ count: 6, from: 1, to: 33 }],
  },
  witnesses: ['P020', 'P021'],
  state: 'approved',
  madeBy: 'P001',
  madeAt: at,
  decision,
  draw: '2026-0003',
  version: 1,
};

/** A draw just locked. */
export const draw: Draw = {
  number: '2026-0003',
  task: '2026-03',
  state: 'locked',
  lockedAt: at,
  lockedBy: 'P001',
  manifest: {
    v: 'SSJ-1',
    draw: '2026-0003',
    lockedAt: '2026-03-16T09:02:03+08:00',
    roster: { n: 1, root: hash },
    inspectors: { n: 1, root: hash },
    recusals: { n: 1, root: hash },
    rules: {
      document: document.id,
      strata: [{ id: 'S1', category: 'lawfirm', num: 1, den: 10, min: 1, base: 'all' }],
      weights: { B: 2, A: 1 },
      team: { size: 2, lead: true },
    },
    entropy: { mode: 'witness', contributors: [{ by: 'server' }, { by: 'W1' }], serverCommit: hash, beacon: null },
    eventChain: { link: hash, length: 100 },
    prev: hash,
  },
  manifestHash: hash,
  roster: [{ id: institution.id, name: institution.name, category: 'lawfirm', risk: 'B', excluded: null, forced: null }],
  inspectors: [{ id: 'P007', lead: true, categories: ['lawfirm'], cap: 3, load: 0, excluded: null }],
  recusals: [{ object: institution.id, inspector: 'P009' }],
  secret: 'cd'.repeat(32),
  lastLink: 'ef'.repeat(32),
  witnesses: [{ by: 'W1', person: 'P020' }],
  witnessesUntil: new Date(at.getTime() + 30 * 60_000),
  closeHash: null,
  closedAt: null,
  absent: [],
  record: null,
  settledAt: null,
  settledBy: null,
  voided: null,
  version: 1,
};

/** The same draw settled: what `replace` writes over `draw`. */
export const settled: Draw = {
  ...draw,
  state: 'settled',
  closeHash: hash,
  closedAt: later(1),
  absent: ['W2'],
  record: {
    v: 'SSJ-1',
    manifest: draw.manifest,
    manifestHash: hash,
    roster: draw.roster,
    inspectors: draw.inspectors,
    recusals: draw.recusals,
    contributions: [{ by: 'server', value: draw.secret }],
    beacon: null,
    seed: hash,
    objects: [{ stratum: 'S1', forced: [], drawn: [institution.id], reserve: [] }],
    inspectorSeed: hash,
    teams: [{ object: institution.id, team: ['P007', null] }],
    unfilled: [{ object: institution.id, slot: 1 }],
    events: [],
    finalTeams: [{ object: institution.id, team: ['P007', null] }],
  },
  settledAt: later(2),
  settledBy: 'P001',
};

export const contribution: ContributionEntry = { draw: draw.number, person: 'P020', by: 'W1', value: '雨', at };

export const typedEntry: TypedEntry = { draw: draw.number, person: 'P020', round: 1, numbers: [1, 6, 3], at };

export const drawEvent: DrawEvent = {
  n: 1,
  request: {
    change: { kind: 'replace', out: 'P007', places: [institution.id], withdraw: false },
    ground: '回避',
    decidedBy: 'P002',
    words: '',
    at: '2026-03-17T09:00:00+08:00',
  },
  link: hash,
  seed: hash,
  result: [{ object: institution.id, in: null }],
};

export const changeRequest: ChangeRequest = {
  id: '2026-0003-1',
  draw: draw.number,
  task: task.id,
  kind: 'recusal',
  assignment: '2026-03-01',
  institution: institution.id,
  person: 'P007',
  ground: 'relative',
  origin: 'institution',
  words: '来函“附件”',
  by: 'P001',
  at,
  before: { kind: 'accepted', at },
  state: 'to-confirm',
  above: { number: '示例司文〔2026〕9号', ruling: { kind: 'swap', assignment: '2026-03-02', person: 'P008' }, by: 'P001', at: later(1) },
  decision: { by: 'P002', at: later(2), words: '', number: '示例司文〔2026〕9号', ruling: { kind: 'withdraw' } },
  outcome: { event: 1, moves: [{ assignment: '2026-03-01', slot: 0, out: 'P007', in: null }], closed: null, opened: null },
  version: 1,
};

export const assignment: Assignment = {
  id: '2026-03-01',
  task: '2026-03',
  draw: '2026-0003',
  stratum: 'S1',
  category: 'lawfirm',
  institution: institution.id,
  seats: [
    { slot: 0, person: 'P007', answer: { kind: 'accepted', at } },
    { slot: 1, person: 'P008', answer: { kind: 'conflict', at: later(1), ground: 'relative', words: '近亲属' } },
    { slot: 2, person: null, answer: { kind: 'open' } },
  ],
  state: 'submitted',
  from: '2026-03-16',
  to: '2026-04-16',
  approval: decision,
  notice: { on: '2026-03-17', way: '送达', by: 'P001', at: later(3) },
  startedAt: later(4),
  draft: [{ matter: 'LS-01', point: 0, result: 'fine', words: '' }],
  findings: {
    method: 'onsite',
    visitedOn: '2026-03-20',
    points: [{ matter: 'LS-01', point: 1, result: 'problem', words: '未登记' }],
    outcome: 'ordered',
    rectifyBy: '2026-04-20',
    summary: '一处问题',
  },
  submitted: { by: 'P007', at: later(5) },
  cosign: decision,
  review: decision,
  returned: decision,
  version: 1,
};

export const problem: Problem = {
  id: '2026-03-01-1',
  assignment: assignment.id,
  task: '2026-03',
  institution: institution.id,
  matter: 'LS-01',
  point: 1,
  words: '未登记',
  outcome: 'ordered',
  due: '2026-04-20',
  state: 'reported',
  report: decision,
  followUp: { ...decision, result: 'partly' },
  version: 1,
};

export const measure: Measure = {
  id: 'CS2026-001',
  kind: 'blacklist',
  institution: institution.id,
  category: 'lawfirm',
  assignment: assignment.id,
  problem: problem.id,
  source: 'CS2026-000',
  words: '示例事实和理由',
  details: {
    people: ['P007', 'P008'],
    severity: 'threat',
    authority: '示例市司法局',
    number: '示例罚〔2026〕1号',
    decidedOn: '2026-03-01',
    sanction: 'other',
    isUnlicensed: false,
    evidence: ['E1'],
  },
  by: 'P001',
  at,
  state: 'ended',
  decision,
  notice: { on: '2026-03-02', way: '直接送达', until: '2026-03-09', by: 'P001', at },
  objection: decision,
  answer: decision,
  done: { number: '示例〔2026〕2号', on: '2026-03-10', way: '直接送达', by: 'P001', at },
  until: '2027-03-10',
  end: decision,
  version: 1,
};

export const bareMeasure: Measure = {
  ...measure,
  id: 'CS2026-002',
  kind: 'reminder',
  assignment: null,
  problem: null,
  source: null,
  details: NO_DETAILS,
  state: 'approved',
  decision: null,
  notice: null,
  objection: null,
  answer: null,
  done: null,
  until: null,
  end: null,
};

export const journalEntry: JournalEntry = {
  id: 'BL2026-0001',
  kind: 'guidance',
  institution: institution.id,
  assignment: assignment.id,
  task: '2026-03',
  guidance: 'coach',
  way: '当面',
  on: '2026-03-02',
  proof: ['E1', 'E2'],
  witnesses: ['P007'],
  words: '示例辅导',
  by: 'P001',
  at,
};

export const publication: Publication = {
  id: '2026-03-01',
  assignment: assignment.id,
  task: '2026-03',
  category: 'lawfirm',
  institutionId: institution.id,
  fields: {
    institution: institution.name,
    time: '2026年3月20日',
    method: '实地',
    content: '收案登记',
    result: '发现一处问题',
    handling: '责令改正',
  },
  state: 'proposed',
  due: '2026-04-20',
  proposed: decision,
  approved: decision,
  publishedOn: null,
  channels: [{ channel: 'page', address: 'https://example.invalid/1', on: '2026-03-25', by: 'P001' }],
  version: 1,
};

export const pendingImport: PendingImport = {
  id: 'I1',
  kind: 'people',
  fileName: '示例.xlsx',
  by: 'P001',
  at,
  total: 3,
  added: 1,
  changed: 1,
  unchanged: 1,
  problems: [{ row: 3, column: '编号', kind: 'twice', value: 'P007' }],
  state: 'waiting',
  version: 1,
};

export const checkpoint: Checkpoint = {
  size: 3,
  root: '42382102baf45d5696c5502560567cef39705abf68fda68acfe1505f601e7f86',
  frontier: ['a'.repeat(64), 'b'.repeat(64)],
  note: 'ssj.example.gov.cn/log\n3\nQjghArr0XVaWxVApYFn87lwUr9o/aKz+FCQX2Aef4Zs=\n\n— ssj.example.gov.cn/log AAAA\n',
  draw: '2026-0003',
  said: {
    step: 'closed',
    draw: '2026-0003',
    at,
    institutions: 35,
    inspectors: 12,
    recusals: 1,
    witnesses: 2,
    absent: 1,
    lock: { sha256: 'c'.repeat(64), sm3: 'd'.repeat(64) },
    close: 'e'.repeat(64),
    record: null,
    drawn: null,
    change: null,
  },
  at,
};
