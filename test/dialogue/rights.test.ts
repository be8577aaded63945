// Who may not, is told so in a sentence, and nothing changes: every act against everybody for whom it is not.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ACTS, type ActVerb, act, commandOf } from '../../src/cards/acts.ts';
import { dialogue, type Name, openFurnished, press, textOf, WHO } from '../support/dialogue.ts';
import type { House } from '../support/house.ts';
import { taskForm } from '../support/task-form.ts';

vi.setConfig({ testTimeout: 120_000 });

const EVERYBODY = ['钱管理', '王经办', '赵局长', '周纪检', '郑审计'] as const satisfies readonly Name[];
type Role = (typeof EVERYBODY)[number] | 'inspector';
const ALL: readonly Role[] = [...EVERYBODY, 'inspector'];
const RUN: readonly Role[] = ['王经办', '赵局长', '郑审计'];
const LISTS: readonly Role[] = ['钱管理', ...RUN];

/** Every act, who may, and what it is about. `inspector` is one who is not of that team: he may look at his own alone. */
const TABLE: Readonly<
  Record<
    ActVerb,
    readonly [
      may: readonly Role[],
      about: 'task' | 'draw' | 'visit' | 'change' | 'problem' | 'measure' | 'list' | 'import' | 'person' | 'photo' | 'none',
    ]
  >
> = {
  'show-help': [ALL, 'none'],
  'show-work': [ALL, 'none'],
  'show-statistics': [ALL, 'none'],
  'show-tasks': [ALL, 'none'],
  'show-task': [ALL, 'task'],
  'show-draw': [ALL, 'draw'],
  'verify-draw': [ALL, 'draw'],
  'bind-account': [ALL, 'none'],
  'show-lists': [LISTS, 'none'],
  'show-list': [LISTS, 'list'],
  'export-list': [LISTS, 'list'],
  'template-list': [LISTS, 'list'],
  'confirm-import': [['王经办', '钱管理'], 'import'],
  'cancel-import': [['王经办', '钱管理'], 'import'],
  'issue-code': [['钱管理'], 'person'],
  'unbind-account': [['钱管理'], 'person'],
  'show-roles': [['钱管理'], 'none'],
  'set-roles': [['钱管理'], 'person'],
  'open-void': [['王经办', '赵局长', '周纪检'], 'draw'],
  'ask-void': [['王经办'], 'draw'],
  'approve-void': [['赵局长', '周纪检'], 'draw'],
  'decline-void': [['赵局长', '周纪检'], 'draw'],
  'withdraw-void': [['王经办'], 'draw'],
  'show-settings': [['钱管理'], 'none'],
  'choose-group': [['钱管理'], 'none'],
  'decline-group': [['钱管理'], 'none'],
  'new-task': [['王经办'], 'none'],
  'make-task': [['王经办'], 'none'],
  'approve-task': [['赵局长'], 'task'],
  'refuse-task': [['赵局长'], 'task'],
  'approve-visits': [['赵局长'], 'task'],
  'forecast-draw': [['王经办', '赵局长'], 'task'],
  'lock-draw': [['王经办'], 'task'],
  'close-draw': [['王经办'], 'draw'],
  'open-beacon': [['王经办', '赵局长', '周纪检'], 'draw'],
  'give-beacon': [['王经办', '赵局长', '周纪检'], 'draw'],
  'settle-draw': [['王经办'], 'draw'],
  'open-confirmation': [['周纪检'], 'draw'],
  'confirm-draw': [['周纪检'], 'draw'],
  'dispute-draw': [['周纪检'], 'draw'],
  'open-contribution': [['周纪检'], 'draw'],
  contribute: [['周纪检'], 'draw'],
  'open-dice': [['周纪检'], 'draw'],
  'type-dice': [['周纪检'], 'draw'],
  'show-assignment': [RUN, 'visit'],
  'show-inspection': [RUN, 'visit'],
  'show-findings': [RUN, 'visit'],
  'save-findings': [RUN, 'visit'],
  'submit-findings': [RUN, 'visit'],
  'show-publication': [RUN, 'visit'],
  'accept-assignment': [[], 'visit'],
  'declare-conflict': [[], 'visit'],
  'open-recusal': [['王经办', '赵局长'], 'visit'],
  'ask-recusal': [['王经办', '赵局长'], 'visit'],
  'open-substitute': [['王经办', '赵局长'], 'visit'],
  'ask-substitute': [['王经办', '赵局长'], 'visit'],
  'open-fill': [['王经办', '赵局长'], 'draw'],
  'ask-fill': [['王经办', '赵局长'], 'draw'],
  'show-change': [RUN, 'change'],
  'decide-change': [['赵局长'], 'change'],
  'swap-change': [['赵局长'], 'change'],
  'refuse-change': [['赵局长'], 'change'],
  'record-above': [['王经办'], 'change'],
  'confirm-above': [['王经办', '赵局长', '周纪检'], 'change'],
  'serve-notice': [['王经办'], 'visit'],
  'start-visit': [[], 'visit'],
  'attach-photo': [[], 'photo'],
  'cosign-findings': [[], 'visit'],
  'return-findings': [[], 'visit'],
  'review-inspection': [['赵局长'], 'visit'],
  'return-inspection': [['赵局长'], 'visit'],
  'propose-publication': [['王经办'], 'visit'],
  'approve-publication': [['赵局长'], 'visit'],
  'place-publication': [['王经办'], 'visit'],
  'show-rectifications': [[...RUN, 'inspector'], 'none'],
  'show-problem': [RUN, 'problem'],
  'report-rectification': [['王经办'], 'problem'],
  'follow-up': [[], 'problem'],
  'show-measures': [RUN, 'visit'],
  'open-measure': [['王经办', '赵局长'], 'visit'],
  'propose-measure': [['王经办', '赵局长'], 'visit'],
  'approve-measure': [[], 'measure'],
  'refuse-measure': [[], 'measure'],
  'withdraw-measure': [[], 'measure'],
  'notify-measure': [[], 'measure'],
  'object-measure': [[], 'measure'],
  'answer-measure': [[], 'measure'],
  'carry-measure': [[], 'measure'],
  'end-measure': [[], 'measure'],
  'record-contact': [['王经办', '赵局长'], 'visit'],
  'record-warning': [['王经办', '赵局长'], 'visit'],
  'record-guidance': [['王经办', '赵局长'], 'visit'],
  'record-complaint': [['王经办', '赵局长'], 'visit'],
};

let house: House;
let stranger: Name;
let names: readonly string[] = [];
const SUBJECTS = {
  task: '2026-01',
  draw: '2026-0001',
  visit: '2026-01-01',
  change: '2026-0001-1',
  problem: '2026-01-01-1',
  measure: 'CS2026-001',
  list: 'people',
  import: 'I0',
  person: 'P012',
  photo: 'E0',
  none: '',
};

beforeAll(async () => {
  house = await openFurnished();
  const { store } = house.product.office;
  const form = await taskForm(house.product.office, { categories: ['grassroots'] });
  await dialogue(house, [
    ['王经办', '/任务 新建', '提请批准'],
    ['王经办', press('make-task', undefined, form), '任务已报负责人批准'],
    ['赵局长', '/任务 2026-01 批准', '已批准'],
    ['王经办', '/抽签 2026-01 封签', '已封签'],
    ['周纪检', '/抽签 2026-0001 见证 雨', '已收到'],
    ['吴纪检', '/抽签 2026-0001 见证 雪', '已收到'],
    ['王经办', '/抽签 2026-0001 开签', ['抽签 2026-0001', '已开签']],
  ]);
  const rows = await store.read((books) => books.assignments.ofTask('2026-01'));
  const team = rows[0]?.seats.map(({ person }) => person) ?? [];
  stranger = (['李检查', '张检查', '刘检查', '陈检查', '杨检查', '何检查'] as const).find((name) => !team.includes(WHO[name])) ?? '李检查';
  names = await store.read((books) => Promise.all(rows.map(async (row) => (await books.institutions.get(row.institution))?.name ?? '')));
}, 90_000);
afterAll(() => house.close());

test('the table knows every act', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(ACTS).sort());
});

test('whoever may not is refused with a sentence, learns no name, and nothing changes', async () => {
  // What the round before this has still to say would be taken for an answer.
  const { store } = house.product.office;
  await house.play.until('all notices to be out', async () => (await store.read((books) => books.outbox.counts())).waiting === 0);
  const before = await house.product.office.store.read((books) => books.ledger.head());
  // One person's answers come in order; different people are asked side by side.
  await Promise.all(ALL.map(refusedEverywhere));
  const after = await house.product.office.store.read((books) => books.ledger.head());
  expect(after.seq).toBe(before.seq);
});

async function refusedEverywhere(role: Role): Promise<void> {
  const name = role === 'inspector' ? stranger : role;
  for (const verb of Object.keys(TABLE) as ActVerb[]) {
    const [may, kind] = TABLE[verb];
    if (may.includes(role)) continue;
    const about = SUBJECTS[kind];
    const typed = commandOf(act(verb, about, undefined, kind === 'photo' ? { assignment: SUBJECTS.visit } : undefined)).replace(
      '…',
      '说明',
    );
    const answer = textOf(await house.play.ask(WHO[name], typed));
    expect(answer, `${name}: ${typed}`).toContain('没有办成');
    for (const one of role === 'inspector' ? [] : names) expect(answer, `${name}: ${typed}`).not.toContain(one);
  }
}
