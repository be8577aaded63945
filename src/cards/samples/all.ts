// 示例 facts for every face, some faces in several states: what `cards DIR` writes and what the tests try.
import type { Face } from '../../domain/notice.ts';
import { COMMAND_WORDS } from '../../words/commands.ts';
import { ACTS, isActVerb } from '../acts.ts';
import type { FactsOf } from '../faces/all.ts';
import type { Due, May } from '../facts.ts';
import { ANNOUNCEMENTS } from './announcement.ts';
import { BEACONS, CONFIRMATIONS, LOCKS, LOTTERIES } from './beacons.ts';
import { address, check, contribute, dice, settled, until } from './ceremony.ts';
import { CHANGE_FORMS, CHANGES, LEFT } from './changes.ts';
import { COSIGNS, REVIEWS } from './decisions.ts';
import { DRAWN, LOCKED, LOTTERY, RECORD, SETTLED, TASK } from './draw.ts';
import { FORECASTS } from './forecast.ts';
import { OFFERED, POINTS, PROBLEM, PUBLICATION, SUBMITTED, VISITING } from './inspection.ts';
import { LIST_PAGES, LIST_ROWS } from './list-rows.ts';
import { MEASURES_ALL, MEASURES_ONE } from './measures.ts';
import { DOCUMENT, INSTITUTIONS, MATTERS, NAMES, NOW, PEOPLE, TODAY } from './office.ts';
import { VOIDS } from './void.ts';
import { IMPORT, IMPORT_CHANGES, IMPORT_PROBLEMS, WORK } from './work.ts';

const [institution] = INSTITUTIONS;
const [operator, , inspector] = PEOPLE;
if (operator === undefined || inspector === undefined) throw new Error('the samples lack a person');
const may: May = Object.keys(ACTS).filter(isActVerb);
const soon: Due = { day: '2026-03-16', workingDays: 4 };
const late: Due = { day: '2026-03-06', workingDays: -2 };
const page = { page: 2, pages: 4, total: 34 };
const none = { names: NAMES };
const visit = { institution, task: TASK, matters: MATTERS, photos: 2, today: TODAY, names: NAMES };
const assignment = { ...visit, team: PEOPLE.slice(2, 4), viewer: inspector.id, due: soon };
const task = { task: TASK, matters: MATTERS, draw: null, progress: {}, start: soon, today: TODAY, ...none };
const rectification = { institution: institution.name, followUpBy: null, point: '委托合同统一编号', today: TODAY, names: NAMES };
const taskForm = {
  categories: [{ id: 'lawfirm', name: '律师事务所' }],
  documents: [DOCUMENT],
  matters: MATTERS,
  witnesses: PEOPLE.slice(4),
  dice: { count: 4, sides: 6 },
  mode: 'drand' as const,
  games: [{ id: 'ssq', name: LOTTERY.game }],
  minutes: 35,
  today: TODAY,
  names: NAMES,
};
const findings = {
  assignment: VISITING,
  institution,
  task: TASK,
  matters: MATTERS,
  rectifyBy: '2026-04-17',
  photos: 1,
  today: TODAY,
  may,
};
const photo = { evidence: 'E1', fileName: '示例照片.jpg', sha256: LOCKED.manifestHash };

/** The facts; the first of each face is the one a reader should see first. */
export const SAMPLES: { readonly [F in Face]: readonly [FactsOf[F], ...FactsOf[F][]] } = {
  help: [
    { name: operator.name, roles: operator.roles, commands: COMMAND_WORDS, open: 3 },
    { name: inspector.name, roles: [], commands: ['帮助'], open: 0 },
  ],
  refused: [
    { refusal: { kind: 'unknown-command', word: '/任物', nearest: '/任务' }, names: NAMES },
    { refusal: { kind: 'too-few-inspectors', need: 4, have: 1, category: 'lawfirm' }, names: NAMES },
  ],
  greeting: [{ office: '示例县司法局' }],
  'binding-code': [{ person: inspector, code: '123456', expiresAt: until }],
  bound: [{ person: inspector, commands: ['待办', '检查'] }],
  'choose-group': [
    { chat: 'oc_sample', name: '示例公示群', announcing: '示例旧群', isThisOne: false },
    { chat: 'oc_sample', name: '示例公示群', announcing: null, isThisOne: true },
  ],
  lists: [
    {
      lists: [
        { kind: 'people', count: 6, changedAt: NOW },
        { kind: 'institutions', count: 15, changedAt: NOW },
        { kind: 'matters', count: 2, changedAt: NOW },
        { kind: 'documents', count: 0, changedAt: null },
      ],
      may,
    },
  ],
  'list-page': LIST_PAGES,
  'list-row': LIST_ROWS,
  'import-preview': [
    { pending: IMPORT, changes: IMPORT_CHANGES, names: NAMES, may },
    { pending: { ...IMPORT, problems: IMPORT_PROBLEMS }, changes: [], names: NAMES, may },
    { pending: { ...IMPORT, added: 0, changed: 0 }, changes: [], names: NAMES, may },
  ],
  'import-done': [
    { pending: { ...IMPORT, state: 'confirmed' }, names: NAMES, count: 15, bound: 3 },
    { pending: { ...IMPORT, state: 'cancelled' }, names: NAMES, count: 13, bound: null },
  ],
  'export-file': [{ kind: 'institutions', fileName: '机构名录_示例.xlsx', count: 15, at: NOW }],
  'template-file': [{ kind: 'people', fileName: '人员名录_模板.xlsx' }],
  'task-form': [taskForm, { ...taskForm, documents: [], matters: [], witnesses: [] }],
  task: [
    { ...task, may: ['approve-task', 'refuse-task'] },
    { ...task, task: { ...TASK, state: 'approved', decision: { by: 'P002', at: NOW, words: '' } }, start: late, may: ['lock-draw'] },
    { ...task, start: late, may: ['approve-task'] },
    { ...task, may: [] },
    { ...task, task: { ...TASK, state: 'refused', decision: { by: 'P002', at: NOW, words: '时间太紧（示例）' } }, may: [] },
    {
      ...task,
      task: { ...TASK, state: 'inspecting' },
      draw: SETTLED,
      progress: { offered: 1, visiting: 2 },
      may: ['approve-visits', 'show-draw'],
    },
    { ...task, task: { ...TASK, state: 'inspecting' }, draw: SETTLED, progress: { reviewed: 3 }, may: ['show-draw'] },
  ],
  tasks: [
    { tasks: [TASK, { ...TASK, id: '2026-02', state: 'published' }], ...page, names: NAMES, may },
    { tasks: [], total: 0, page: 1, pages: 1, names: NAMES, may },
  ],
  forecast: FORECASTS,
  lock: LOCKS,
  contribute: [
    { ...contribute, may },
    { ...contribute, contributedAt: NOW, may },
    { ...contribute, isOpen: false, draw: { ...LOCKED, state: 'closed' }, closeHash: SETTLED.closeHash, may },
  ],
  dice: [
    { ...dice, mine: null, differed: true, may },
    { ...dice, mine: [3, 5, 1, 6], differed: false, may },
  ],
  lottery: LOTTERIES,
  beacon: BEACONS,
  confirm: CONFIRMATIONS,
  void: VOIDS,
  settled: [
    { ...settled, audience: 'group', may },
    { ...settled, audience: 'entitled', may },
    {
      ...settled,
      audience: 'entitled',
      record: { ...RECORD, beacon: DRAWN },
      confirmations: { confirmed: 1, disputed: 1, silent: 0 },
      disputes: [{ person: 'P006', words: '封存摘要与群里的不一样（示例）' }],
      may,
    },
    {
      ...settled,
      audience: 'entitled',
      unfilled: [{ object: institution.id, slot: 0, people: [], institutions: [] }],
      address: null,
      may: [],
    },
    { ...settled, audience: 'group', settledHash: LOCKED.manifestHash, may: ['verify-draw'] },
  ],
  announcement: ANNOUNCEMENTS,
  'draw-check': [
    { ...check, checks: [{ what: '机构名录与封签时一致', holds: true }] },
    { ...check, checks: [{ what: '抽中的机构可以重算', holds: false }], address: null },
    { ...check, state: 'locked', closeHash: null, checks: null },
  ],
  'change-form': CHANGE_FORMS,
  change: CHANGES,
  left: LEFT,
  assignment: [
    { ...assignment, assignment: OFFERED, may: ['accept-assignment', 'declare-conflict'] },
    { ...assignment, assignment: OFFERED, viewer: 'P004', may: ['declare-conflict'] },
    { ...assignment, assignment: { ...OFFERED, seats: OFFERED.seats.slice(1) }, due: null, may: [] },
    {
      ...assignment,
      assignment: {
        ...OFFERED,
        seats: [
          { slot: 0, person: 'P003', answer: { kind: 'conflict', at: NOW, ground: 'interest', words: '（示例）' } },
          { slot: 1, person: null, answer: { kind: 'open' } },
        ],
      },
      may: [],
    },
    { ...assignment, assignment: { ...OFFERED, state: 'to-approve' }, may: [] },
    { ...assignment, assignment: { ...OFFERED, state: 'to-notify' }, may: ['serve-notice', 'declare-conflict'] },
    { ...assignment, assignment: { ...OFFERED, state: 'to-visit' }, may: ['start-visit', 'declare-conflict'] },
    {
      ...assignment,
      assignment: { ...VISITING, returned: { by: 'P004', at: NOW, words: '第 4 点请写清份数（示例）' } },
      due: late,
      may: ['show-findings'],
    },
    { ...assignment, assignment: SUBMITTED, may: ['show-inspection'] },
    { ...assignment, assignment: { ...SUBMITTED, state: 'cosigned' }, may: ['show-inspection'] },
    { ...assignment, assignment: { ...SUBMITTED, state: 'reviewed', review: { by: 'P002', at: NOW, words: '' } }, may: [] },
    { ...assignment, assignment: { ...OFFERED, state: 'replaced' }, may: [] },
  ],
  'my-work': [
    { name: inspector.name, today: TODAY, items: WORK },
    { name: inspector.name, today: TODAY, items: [] },
  ],
  findings: [
    { ...findings, page: 1 },
    { ...findings, page: 2 },
    { ...findings, page: 4 },
    { ...findings, assignment: { ...VISITING, draft: POINTS }, page: 4 },
    { ...findings, assignment: { ...VISITING, startedAt: null, draft: POINTS }, rectifyBy: null, page: 4 },
  ],
  'photo-kept': [
    { ...photo, belongs: null, choices: [{ assignment: OFFERED.id, institution: institution.name }] },
    { ...photo, belongs: { assignment: OFFERED.id, institution: institution.name, count: 2 }, choices: [] },
    { ...photo, belongs: null, choices: [] },
  ],
  cosign: COSIGNS,
  review: REVIEWS,
  result: [
    { assignment: OFFERED.id, version: 8, fields: PUBLICATION.fields, due: soon, may },
    { assignment: OFFERED.id, version: 8, fields: PUBLICATION.fields, due: null, may: [] },
  ],
  publication: [
    { publication: PUBLICATION, due: soon, address: null, ...none, may: ['approve-publication'] },
    { publication: PUBLICATION, due: null, address: null, ...none, may: [] },
    {
      publication: { ...PUBLICATION, state: 'published', publishedOn: '2026-04-01' },
      due: null,
      address,
      ...none,
      may: ['place-publication'],
    },
    { publication: { ...PUBLICATION, state: 'published', publishedOn: '2026-04-01' }, due: null, address, ...none, may: [] },
  ],
  rectification: [
    { ...rectification, problem: PROBLEM, due: late, may: ['report-rectification'] },
    { ...rectification, problem: PROBLEM, due: soon, may: [] },
    {
      ...rectification,
      problem: { ...PROBLEM, state: 'reported', report: { by: 'P001', at: NOW, words: '已补编号（示例）' } },
      due: null,
      may: ['follow-up'],
    },
    { ...rectification, problem: { ...PROBLEM, state: 'reported' }, due: late, followUpBy: soon, may: ['follow-up'] },
    {
      ...rectification,
      problem: { ...PROBLEM, state: 'corrected', followUp: { by: 'P003', at: NOW, words: '（示例）', result: 'corrected' } },
      due: null,
      may: [],
    },
    { ...rectification, problem: { ...PROBLEM, state: 'uncorrected' }, due: null, may: [] },
    { ...rectification, problem: { ...PROBLEM, state: 'noted', due: null }, due: null, may: [] },
  ],
  measures: MEASURES_ALL,
  measure: MEASURES_ONE,
  rectifications: [
    { rows: [{ problem: PROBLEM, institution: institution.name, due: late }], ...page },
    { rows: [], total: 0, page: 1, pages: 1 },
  ],
  digest: [{ name: inspector.name, today: TODAY, items: WORK }],
  statistics: [
    {
      year: 2026,
      rows: [
        { category: 'lawfirm', institutions: 4, drawn: 2, visited: 1, withProblems: 1, published: 0 },
        { category: 'notary', institutions: 1, drawn: 1, visited: 1, withProblems: 0, published: 1 },
      ],
      draws: { settled: 1, void: 0, needed: 2 },
      outcomes: { ordered: 1 },
      rectifications: { open: 1, late: 1, corrected: 0 },
      names: NAMES,
    },
    {
      year: 2026,
      rows: [],
      draws: { settled: 0, void: 0, needed: 2 },
      outcomes: {},
      rectifications: { open: 0, late: 0, corrected: 0 },
      names: NAMES,
    },
  ],
  'notice-text': [{ title: '示例通知', text: '这是一条示例通知。', tone: 'done' }],
};
