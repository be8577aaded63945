// A whole office for flow tests: a real store, lists of a county (示例), a clock that stands still until moved, and chance that repeats.
import { createHash } from 'node:crypto';
import type { Institution } from '../../src/domain/institution.ts';
import type { Matter } from '../../src/domain/matter.ts';
import type { OfficeRules } from '../../src/domain/office-rules.ts';
import type { Person } from '../../src/domain/person.ts';
import type { RatioDocument, RatioRow } from '../../src/domain/ratio-document.ts';
import type { Result } from '../../src/domain/result.ts';
import type { RosterChange } from '../../src/domain/roster.ts';
import type { Task } from '../../src/domain/task.ts';
import type { TaskDraft } from '../../src/domain/task-rules.ts';
import type { Office } from '../../src/flows/office.ts';
import type { Store } from '../../src/store/books.ts';
import { withoutThreads } from './drand-here.ts';
import { SAMPLE_RULES, sampleInspectors, sampleInstitutions, samplePerson } from './samples.ts';
import { TEST_SIGNER } from './signer.ts';

/** What an office's lists hold. */
export interface Lists {
  readonly people: readonly Person[];
  readonly institutions: readonly Institution[];
  readonly matters: readonly Matter[];
  readonly documents: readonly RatioDocument[];
}

/** An office whose clock and lists a test can move. */
export interface TestOffice extends Office {
  readonly at: (time: string) => void;
  readonly person: (id: string) => Person;
}

/** People who are not drawn: two operators, two heads, three witnesses, an auditor. */
export const STAFF: readonly Person[] = [
  samplePerson('P901', '示例经办甲', { roles: ['operator'], certificateState: 'none', certificateUntil: null, feishu: 'ou_901' }),
  samplePerson('P902', '示例经办乙', { roles: ['operator'], certificateState: 'none', certificateUntil: null, feishu: 'ou_902' }),
  samplePerson('P911', '示例负责人甲', { roles: ['head'], certificateState: 'none', certificateUntil: null, feishu: 'ou_911' }),
  samplePerson('P912', '示例负责人乙', { roles: ['head', 'operator'], certificateState: 'none', certificateUntil: null, feishu: 'ou_912' }),
  samplePerson('P921', '示例见证甲', { roles: ['witness'], certificateState: 'none', certificateUntil: null, feishu: 'ou_921' }),
  samplePerson('P922', '示例见证乙', { roles: ['witness'], certificateState: 'none', certificateUntil: null, feishu: 'ou_922' }),
  samplePerson('P923', '示例见证丙', { roles: ['witness'], certificateState: 'none', certificateUntil: null, feishu: 'ou_923' }),
  samplePerson('P931', '示例审计', { roles: ['auditor'], certificateState: 'none', certificateUntil: null, feishu: 'ou_931' }),
];

/** One published item with two points. */
export function sampleMatter(id: string, category: string): Matter {
  return {
    id,
    name: `示例事项${id}`,
    category,
    basis: '示例依据',
    subject: '示例主体',
    object: '示例对象',
    content: '示例内容',
    methods: ['onsite', 'written'],
    points: ['执业许可证是否在有效期内。', '收费是否开具票据。'],
    effectiveFrom: '2026-01-01',
    publishedOn: '2026-01-01',
  };
}

/** One row of a ratio document: 20 %, at least one, teams of two with a leader. */
export function sampleRatio(category: string, change: Partial<RatioRow> = {}): RatioRow {
  return {
    category,
    risk: null,
    num: 1,
    den: 5,
    min: 1,
    base: 'pool',
    weight: 1,
    teamSize: 2,
    needsLead: true,
    drawsPerYear: 2,
    ...change,
  };
}

/** A document in force all 2026. */
export function sampleDocument(rows: readonly RatioRow[]): RatioDocument {
  return {
    id: '西司文〔2026〕3号',
    title: '示例比例频次文件',
    issuedOn: '2026-01-05',
    effectiveFrom: '2026-01-05',
    effectiveUntil: '2026-12-31',
    basis: null,
    rows,
  };
}

/** A county: 4 law firms, 1 notary office, 10 grassroots offices, 7 inspectors. */
export function county(): Lists {
  return {
    people: [...sampleInspectors(7).map((person) => ({ ...person, feishu: `ou_${person.id}` })), ...STAFF],
    institutions: [
      ...sampleInstitutions(4, 'lawfirm', '律师事务所', 1),
      ...sampleInstitutions(1, 'notary', '公证处', 101),
      ...sampleInstitutions(10, 'grassroots', '基层法律服务所', 201),
    ],
    matters: [sampleMatter('M01', 'lawfirm'), sampleMatter('M02', 'notary'), sampleMatter('M03', 'grassroots')],
    documents: [sampleDocument(['lawfirm', 'notary', 'grassroots'].map((category) => sampleRatio(category)))],
  };
}

/** The 公示群 of the office. */
export const GROUP = { platform: 'feishu', chat: 'oc_announcing', name: '示例公示群' } as const;

/** Opens an office on a store, with its lists written, its 公示群 chosen and the clock at 2026-03-16 09:00 in China. */
export async function openOffice(store: Store, lists: Lists = county(), rules: OfficeRules = SAMPLE_RULES): Promise<TestOffice> {
  let now = new Date('2026-03-16T09:00:00+08:00');
  let drawn = 0;
  const hex = (bytes: number): string => {
    drawn += 1;
    return createHash('sha512')
      .update(`chance ${drawn}`)
      .digest('hex')
      .slice(0, bytes * 2);
  };
  const stamp = { at: new Date('2026-01-10T09:00:00+08:00'), by: 'system', source: '示例' } as const;
  await store.work(async (books) => {
    await books.people.apply(added(lists.people), stamp);
    await books.institutions.apply(added(lists.institutions), stamp);
    await books.matters.apply(added(lists.matters), stamp);
    await books.documents.apply(added(lists.documents), stamp);
    await books.groups.put({ ...GROUP, isAnnouncing: true, addedAt: stamp.at });
  });
  return {
    store,
    rules,
    now: () => now,
    ...withoutThreads(),
    fresh: { hex, code: () => '123456' },
    signer: TEST_SIGNER,
    at: (time) => {
      now = new Date(`${time}:00+08:00`);
    },
    person: (id) => {
      const found = lists.people.find((person) => person.id === id);
      if (!found) throw new Error(`nobody is called ${id}`);
      return found;
    },
  };
}

/** Every row as an addition. */
export function added<Row extends { readonly id: string }>(rows: readonly Row[]): readonly RosterChange<Row>[] {
  return rows.map((row) => ({ id: row.id, before: null, after: row }));
}

/** A draft of all three categories that nothing speaks against on 2026-03-16. */
export function sampleDraft(change: Partial<TaskDraft> = {}): TaskDraft {
  return {
    title: '示例：2026年第一次抽查',
    kind: 'ordinary',
    categories: ['lawfirm', 'notary', 'grassroots'],
    document: '西司文〔2026〕3号',
    matters: ['M01', 'M02', 'M03'],
    methods: ['onsite'],
    methodReason: null,
    from: '2026-03-18',
    to: '2026-04-10',
    ownerUnit: '',
    mode: 'witness',
    witnesses: ['P921', 'P922'],
    ...change,
  };
}

/** The value of an answer that must be good. */
export async function done<T, P>(answer: Promise<Result<T, P>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** The problem of an answer that must be a refusal. */
export async function refused<T, P>(answer: Promise<Result<T, P>>): Promise<P> {
  const result = await answer;
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value).slice(0, 200)}`);
  return result.problem;
}

/** The task as it is now. */
export async function taskNow(office: Office, id: string): Promise<Task> {
  const task = await office.store.read((books) => books.tasks.get(id));
  if (!task) throw new Error(`no task ${id}`);
  return task;
}
