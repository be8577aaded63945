// Days, deadlines, digests and refusals as people read them.
import { expect, test } from 'vitest';
import type { Refusal } from '../../src/domain/refusal.ts';
import { SHEET_PROBLEMS } from '../../src/domain/roster.ts';
import { COMMANDS, commandsFor } from '../../src/words/commands.ts';
import { sayDay, sayDays, sayDue, sayLeft, sayTime } from '../../src/words/days.ts';
import { inFours } from '../../src/words/digests.ts';
import { sayRatio } from '../../src/words/draws.ts';
import { called } from '../../src/words/names.ts';
import { sentence } from '../../src/words/refusals.ts';
import { saySheetProblem } from '../../src/words/sheet-problems.ts';

test('a day is said with its weekday, and a time by the clock in China', () => {
  expect(sayDay('2026-03-16')).toBe('2026年3月16日（周一）');
  expect(sayTime(new Date('2026-03-15T16:05:00Z'))).toBe('2026年3月16日（周一）00:05');
  expect(sayDays('2026-03-16', '2026-03-27')).toBe('2026年3月16日（周一）至3月27日（周五）');
  expect(sayDays('2026-12-31', '2027-01-04')).toBe('2026年12月31日（周四）至2027年1月4日（周一）');
  expect(sayDays('2026-03-16', '2026-03-16')).toBe('2026年3月16日（周一）');
});

test('a deadline says how far off it is, and says nothing it cannot know', () => {
  expect(sayDue({ day: '2026-03-16', workingDays: 3 })).toBe('2026年3月16日（周一），还有 3 个工作日');
  expect(sayLeft(0)).toBe('今天到期');
  expect(sayLeft(-2)).toBe('已逾期 2 个工作日');
  expect(sayDue({ day: '2031-03-17', workingDays: null })).toBe('2031年3月17日（周一）');
});

test('digests stand in groups of four', () => {
  expect(inFours('0123456789')).toBe('0123 4567 89');
});

test('a ratio is a percentage only where that is exact', () => {
  expect([sayRatio(1, 10), sayRatio(1, 8), sayRatio(1, 3), sayRatio(0, 1)]).toEqual(['10%', '12.5%', '1/3', '0%']);
});

test('a name nobody looked up is its id, also when it is called like a method', () => {
  expect(called({ P001: '示例王' }, 'P001')).toBe('示例王');
  expect(called({}, 'constructor')).toBe('constructor');
});

const REFUSALS: { readonly [K in Refusal['kind']]: Extract<Refusal, { readonly kind: K }> } = {
  'not-allowed': { kind: 'not-allowed', verb: 'lock-draw', needs: ['operator', 'head'] },
  'not-bound': { kind: 'not-bound' },
  'already-bound': { kind: 'already-bound', name: '示例经办人' },
  'own-request': { kind: 'own-request' },
  'not-your-seat': { kind: 'not-your-seat', assignment: '2026-03-01' },
  'unknown-command': { kind: 'unknown-command', word: '/任物', nearest: '/任务' },
  'unknown-option': { kind: 'unknown-option', name: 'kind' },
  'missing-fields': { kind: 'missing-fields', names: ['title', 'r3'] },
  'bad-field': { kind: 'bad-field', name: 'from' },
  'typed-wrong': { kind: 'typed-wrong', verb: 'ask-substitute', about: '2026-01-03', names: ['evidence'], isMissing: true },
  'nothing-waits': { kind: 'nothing-waits', word: '会签' },
  'beacon-unread': { kind: 'beacon-unread' },
  'bad-throws': { kind: 'bad-throws', count: 4, sides: 6 },
  'bad-numbers': { kind: 'bad-numbers', parts: [{ count: 6, from: 1, to: 33 }] },
  'text-too-long': { kind: 'text-too-long', max: 200 },
  stale: { kind: 'stale' },
  'already-done': { kind: 'already-done' },
  'not-found': { kind: 'not-found', what: 'task', id: '2026-99' },
  'wrong-state': { kind: 'wrong-state', what: 'task', state: 'pending', needed: 'approved' },
  'code-wrong': { kind: 'code-wrong', left: 2 },
  'code-expired': { kind: 'code-expired' },
  'too-many-tries': { kind: 'too-many-tries', minutes: 15 },
  'group-unclear': { kind: 'group-unclear' },
  'file-not-had': { kind: 'file-not-had', megabytes: 20 },
  'file-unreadable': { kind: 'file-unreadable' },
  'import-has-problems': { kind: 'import-has-problems', count: 3 },
  'import-gone': { kind: 'import-gone' },
  'no-group': { kind: 'no-group' },
  'witness-gone': { kind: 'witness-gone', person: 'P005' },
  'empty-roster': { kind: 'empty-roster', category: 'notary' },
  'no-ratio-document': { kind: 'no-ratio-document', category: 'notary' },
  'unpublished-matter': { kind: 'unpublished-matter', matter: 'M02' },
  'window-in-the-past': { kind: 'window-in-the-past', day: '2026-03-01' },
  'window-backwards': { kind: 'window-backwards', from: '2026-03-27', to: '2026-03-16' },
  'no-holiday-data': { kind: 'no-holiday-data', year: 2031 },
  'too-few-inspectors': { kind: 'too-few-inspectors', need: 4, have: 1, category: 'notary' },
  'too-few-witnesses': { kind: 'too-few-witnesses', need: 2, have: 1 },
  'already-contributed': { kind: 'already-contributed' },
  'contributions-open': { kind: 'contributions-open', missing: ['P005'] },
  'conflict-open': { kind: 'conflict-open', assignment: '2026-03-01' },
  'points-open': { kind: 'points-open', count: 3 },
  'words-needed': { kind: 'words-needed', point: '收费有票据' },
  'account-taken': { kind: 'account-taken', name: '示例王' },
  'last-admin': { kind: 'last-admin' },
  'roles-need-admin': { kind: 'roles-need-admin', names: ['示例王'] },
  'draw-underway': { kind: 'draw-underway', draw: '2026-0003' },
  'seal-broken': { kind: 'seal-broken', draw: '2026-0003' },
  'witnessing-over': { kind: 'witnessing-over', until: '2026-03-16T09:30:00+08:00' },
  'typing-open': { kind: 'typing-open', typed: 1 },
  'lottery-too-soon': {
    kind: 'lottery-too-soon',
    issue: '2026030',
    at: '2026-03-16T21:15:00+08:00',
    earliest: '2026-03-16T21:30:00+08:00',
  },
  'beacon-public': { kind: 'beacon-public', draw: '2026-0003' },
  'beacon-not-yet': { kind: 'beacon-not-yet', at: '2026-03-16T21:15:00+08:00' },
  'beacon-awaited': { kind: 'beacon-awaited', round: 26_000_000, at: '2026-03-16T09:35:03+08:00' },
  'beacon-of-other-round': { kind: 'beacon-of-other-round', round: 124, awaited: 123 },
  'beacon-forged': { kind: 'beacon-forged' },
  'not-by-drand': { kind: 'not-by-drand', draw: '2026-0003' },
  'not-a-witness': { kind: 'not-a-witness', draw: '2026-0003' },
  'clock-behind': { kind: 'clock-behind', now: '2026-03-16T08:58:00+08:00', last: '2026-03-16T09:00:00+08:00' },
  'not-the-asker': { kind: 'not-the-asker', draw: '2026-0003' },
  'void-not-asked': { kind: 'void-not-asked', draw: '2026-0003' },
  'document-not-in-force': { kind: 'document-not-in-force', document: '西司文〔2026〕3号', day: '2026-03-16' },
  'document-unclear': { kind: 'document-unclear', category: 'notary', risk: null },
  'no-matter': { kind: 'no-matter', category: 'notary' },
  'nothing-to-draw': { kind: 'nothing-to-draw' },
  'cannot-seal': { kind: 'cannot-seal', reasons: ['ids-alike', 'text-bad'] },
  'no-lead': { kind: 'no-lead', category: 'notary', need: 2, have: 0 },
  'too-few-places': { kind: 'too-few-places', need: 8, have: 4 },
  'cannot-staff': { kind: 'cannot-staff', categories: ['notary'], onlyLeads: true, inspectors: ['P005'], need: 3, have: 2 },
  'seat-empty': { kind: 'seat-empty', assignment: '2026-03-01' },
  'answers-open': { kind: 'answers-open', assignment: '2026-03-01' },
  'outside-window': { kind: 'outside-window', from: '2026-03-18', to: '2026-04-10' },
  'day-out-of-range': { kind: 'day-out-of-range', name: 'visitedOn', from: '2026-03-18', to: null },
  'certificate-lapsed': { kind: 'certificate-lapsed', person: 'P005' },
  'not-in-team': { kind: 'not-in-team', assignment: '2026-03-01', person: 'P005' },
  'too-late': { kind: 'too-late', assignment: '2026-03-01' },
  'change-open': { kind: 'change-open', change: '2026-0003-1' },
  concerned: { kind: 'concerned', change: '2026-0003-1' },
  'head-can-decide': { kind: 'head-can-decide', heads: ['P005'] },
  'nothing-to-fill': { kind: 'nothing-to-fill', draw: '2026-0003' },
  'nobody-to-fill': { kind: 'nobody-to-fill', draw: '2026-0003' },
  'links-used-up': { kind: 'links-used-up', draw: '2026-0003', length: 64 },
  'change-not-allowed': { kind: 'change-not-allowed', problem: 'change-does-not-fit', object: 'M02', inspector: 'P005', why: 'lead' },
  'personal-data': { kind: 'personal-data', field: 'six-result', what: 'phone' },
  'measure-not-yet': { kind: 'measure-not-yet', measure: 'blacklist', lack: 'appeal-open', until: '2026-09-01' },
  'objection-open': { kind: 'objection-open', measure: 'CS2026-001' },
  'window-open': { kind: 'window-open', until: '2026-05-01' },
  'not-yours': { kind: 'not-yours', measure: 'CS2026-001' },
  internal: { kind: 'internal' },
};

test('every refusal is a whole Chinese sentence with its facts in it and no word of the program', () => {
  const names = { notary: '公证处', P005: '示例见证周', M02: '收费' };
  for (const refusal of Object.values(REFUSALS)) {
    const said = sentence(refusal, names);
    expect(said, refusal.kind).toMatch(/^(?:[\u4e00-\u9fff“]|2026年).{6,}[。？]$/);
    expect(said.replace(/CS2026-\d+|2026-\d\d(-\d\d)?|MB|\.xlsx|\.csv|P005|signature/g, ''), refusal.kind).not.toMatch(/[a-z]/i);
  }
});

test('a refusal names what is missing in the words of the form', () => {
  expect(sentence(REFUSALS['missing-fields'])).toBe('“任务名称”、“第 3 点的结果”还没填，没有提交，已填的都在。请补上后再提交。');
  expect(sentence(REFUSALS['not-allowed'])).toContain('这件事由经办人或负责人办理');
  expect(sentence({ kind: 'not-allowed', verb: '', needs: ['admin', 'operator', 'head', 'auditor'] })).toContain(
    '这件事由管理员、经办人、负责人或审计办理',
  );
});

test('a step that is over, and one that is still to come, are told apart', () => {
  expect(sentence({ kind: 'wrong-state', what: 'draw', state: 'settled', needed: 'locked', verb: 'ask-void' })).toBe(
    '已经开签，不能再作废，什么也没有改动。机构或人员有变的，请申请递补或回避。',
  );
  expect(sentence({ kind: 'wrong-state', what: 'task', state: 'pending', needed: 'approved', verb: 'lock-draw' })).toBe(
    '这个任务还在等负责人批准，要批准以后才能封签，什么也没有改动。',
  );
  expect(sentence({ kind: 'wrong-state', what: 'assignment', state: 'to-notify', needed: 'to-visit', verb: 'start-visit' })).toBe(
    '还没有通知机构，要登记通知以后才能开始检查，什么也没有改动。',
  );
});

test('every problem of a sheet has a sentence that says where', () => {
  for (const kind of SHEET_PROBLEMS) {
    const said = saySheetProblem({ row: 12, column: '手机', kind, value: '值' });
    expect(said, kind).toMatch(/^第 12 行“手机”：.{4,}/);
    expect(said.replace(/\.xlsx?|\.csv|Excel|WPS/g, ''), kind).not.toMatch(/[a-z]{2,}/i);
  }
  expect(saySheetProblem({ row: null, column: null, kind: 'no-rows', value: '' })).toBe('只有表头，没有数据。');
});

test('nobody is told of a command that is not for his role, and no spelling means two commands', () => {
  expect(commandsFor(['inspector'])).not.toContain('设置');
  expect(commandsFor([])).toContain('帮助');
  const spellings = Object.entries(COMMANDS).flatMap(([word, { also }]) => [word, ...also]);
  expect(new Set(spellings).size).toBe(spellings.length);
});
