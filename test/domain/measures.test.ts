// The ladders of Art. 16 and 17 as tables, and a walk of random steps that never reaches a list without its rungs.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '../../src/domain/calendar.ts';
import { dayOf } from '../../src/domain/day.ts';
import { contactDays } from '../../src/domain/journal.ts';
import { MEASURE_KINDS, type Measure, type MeasureKind, NO_DETAILS } from '../../src/domain/measure.ts';
import type { Lack } from '../../src/domain/measure-lack.ts';
import { type LadderGround, lackOf } from '../../src/domain/measure-ladder.ts';
import { standingUnder } from '../../src/domain/measure-rules.ts';
import { decided, exited, type MeasureStep, proposed, stepped } from '../../src/domain/measure-steps.ts';
import { PROBLEM_STATES } from '../../src/domain/problem.ts';
import { assignment, bareMeasure, institution, journalEntry, problem as sampleProblem } from '../store/samples.ts';
import { draftOf } from '../support/measures.ts';
import { SAMPLE_RULES } from '../support/samples.ts';

const at = new Date('2026-03-20T02:00:00Z');
const clock = { calendar: calendarOf(SAMPLE_RULES.calendar), objection: 5, appealDays: 20 };
const problem = { ...sampleProblem, outcome: 'ordered', state: 'open', report: null, followUp: null } as const;
const served = { number: '1', on: '2026-03-20', way: '送', by: 'P1', at };
const measure = (kind: MeasureKind, change: Partial<Measure> = {}): Measure => ({
  ...bareMeasure,
  kind,
  problem: problem.id,
  state: 'done',
  done: served,
  ...change,
});
const ground: LadderGround = {
  institution: { ...institution, category: 'lawfirm', status: 'normal' },
  problem,
  assignment: { ...assignment, findings: null },
  measures: [],
  journal: [],
  today: '2026-04-01',
  ownNames: ['示例县司法局'],
};
const failed = {
  ...problem,
  state: 'uncorrected',
  followUp: { by: 'P1', at: new Date(at.getTime() + 1), words: '', result: 'partly' },
} as const;
const findings = (outcome: 'unreachable' | 'uncooperative') => ({
  assignment: { ...assignment, findings: { outcome } as never },
  problem: null,
});
const contact = (on: string, proof = ['E1']) => ({ ...journalEntry, kind: 'contact' as const, on, proof, assignment: assignment.id });
const warned = { ...contact('2026-03-01'), kind: 'warning' as const };
const grassroots = { ...ground.institution, category: 'grassroots' };
const penalty = (until: string) => measure('penalty', { until });
const credit = (change: object) => ({ ...NO_DETAILS, severity: 'threat', people: ['P1', 'P2'], ...change }) as typeof NO_DETAILS;
const fine = (authority: string, sanction: 'warning' | 'other') => ({ ...NO_DETAILS, authority, sanction });

test.each<[string, MeasureKind, Partial<LadderGround>, typeof NO_DETAILS | null, Lack | null]>([
  ['a reminder about an open problem', 'reminder', {}, null, null],
  ['a talk about a problem put right', 'talk', { problem: { ...problem, state: 'corrected' } }, null, 'open-problem'],
  ['a talk about nothing', 'talk', { problem: null }, null, 'open-problem'],
  ['abnormal without a rung', 'abnormal', { problem: failed }, null, 'rung'],
  [
    'abnormal when the talk was only approved',
    'abnormal',
    { problem: failed, measures: [measure('talk', { done: null, state: 'approved' })] },
    null,
    'rung',
  ],
  [
    'abnormal when the talk was about another problem',
    'abnormal',
    { problem: failed, measures: [measure('talk', { problem: 'x' })] },
    null,
    'rung',
  ],
  ['abnormal before the follow-up', 'abnormal', { measures: [measure('talk')] }, null, 'failed-follow-up'],
  [
    'abnormal when the follow-up came first',
    'abnormal',
    { problem: failed, measures: [measure('talk', { done: { ...served, at: new Date(at.getTime() + 2) } })] },
    null,
    'failed-follow-up',
  ],
  ['abnormal after talk and failed follow-up', 'abnormal', { problem: failed, measures: [measure('talk')] }, null, null],
  ['abnormal twice', 'abnormal', { problem: failed, measures: [measure('talk'), measure('abnormal')] }, null, 'underway'],
  ['unreachable, tried once', 'abnormal', { ...findings('unreachable'), journal: [contact('2026-03-01')] }, null, 'contacts'],
  [
    'unreachable, twice on one day',
    'abnormal',
    { ...findings('unreachable'), journal: [contact('2026-03-01'), contact('2026-03-01')] },
    null,
    'contacts',
  ],
  [
    'unreachable, the second without proof',
    'abnormal',
    { ...findings('unreachable'), journal: [contact('2026-03-01'), contact('2026-03-02', [])] },
    null,
    'contacts',
  ],
  [
    'unreachable, on two days with proof',
    'abnormal',
    { ...findings('unreachable'), journal: [contact('2026-03-01'), contact('2026-03-02')] },
    null,
    null,
  ],
  ['credit without the outcome', 'credit', { journal: [warned] }, credit({}), 'uncooperative'],
  ['credit without a warning', 'credit', findings('uncooperative'), credit({}), 'warning'],
  ['credit without a severity', 'credit', { ...findings('uncooperative'), journal: [warned] }, credit({ severity: null }), 'severity'],
  [
    'credit with one witness named twice',
    'credit',
    { ...findings('uncooperative'), journal: [warned] },
    credit({ people: ['P1', 'P1'] }),
    'witnesses',
  ],
  ['credit with all of it', 'credit', { ...findings('uncooperative'), journal: [warned] }, credit({}), null],
  ['a case against a law firm', 'case', { problem: failed }, NO_DETAILS, 'competence'],
  [
    'a case against a notary office',
    'case',
    { problem: failed, institution: { ...grassroots, category: 'notary' } },
    NO_DETAILS,
    'competence',
  ],
  ['a case under §55', 'case', { problem: failed }, { ...NO_DETAILS, isUnlicensed: true }, null],
  ['a case against a grassroots office', 'case', { problem: failed, institution: grassroots }, NO_DETAILS, null],
  ['advice before the order failed', 'advice', {}, null, 'unlawful'],
  ['advice after the order failed', 'advice', { problem: failed }, null, null],
  ['a penalty by the city', 'penalty', {}, fine('示例市司法局', 'other'), null],
  ['a penalty by the county', 'penalty', {}, fine('示例县 司法局', 'warning'), 'competence'],
  [
    'a penalty by the county under §55',
    'penalty',
    { measures: [measure('case', { details: { ...NO_DETAILS, isUnlicensed: true } })] },
    fine('示例县司法局', 'other'),
    null,
  ],
  ['a warning of the county to a grassroots office', 'penalty', { institution: grassroots }, fine('示例县司法局', 'warning'), null],
  ['a fine of the county to a grassroots office', 'penalty', { institution: grassroots }, fine('示例县司法局', 'other'), 'own-penalty'],
  ['the blacklist on mere advice', 'blacklist', { measures: [measure('advice')] }, null, 'penalty'],
  ['the blacklist on the last day of the appeal', 'blacklist', { measures: [penalty('2026-04-01')] }, null, 'appeal-open'],
  ['the blacklist after it', 'blacklist', { measures: [penalty('2026-03-31')] }, null, null],
  [
    'the blacklist on a penalty that was used',
    'blacklist',
    { measures: [penalty('2026-03-31'), measure('blacklist', { state: 'ended', source: bareMeasure.id })] },
    null,
    'appeal-open',
  ],
  ['an exit from no list', 'abnormal-exit', {}, null, 'listed'],
  ['an exit from the list', 'blacklist-exit', { measures: [measure('blacklist')] }, null, null],
  ['a transfer without suspicion', 'transfer', {}, null, 'criminal-problem'],
  ['a transfer', 'transfer', { problem: { ...problem, outcome: 'transfer', state: 'noted' } }, null, null],
  ['the permit route', 'licence', { problem: { ...problem, outcome: 'licence', state: 'noted' } }, null, null],
])('%s', (_, kind, change, details, lack) => {
  expect(lackOf(kind, { ...ground, ...change }, details)).toBe(lack);
});

test('the standing follows the measures in force; who is closed or gone stays so', () => {
  const both = [measure('abnormal'), measure('blacklist')];
  expect(standingUnder(ground.institution, both)).toBe('blacklisted');
  expect(standingUnder(ground.institution, [measure('abnormal'), measure('blacklist', { state: 'ended' })])).toBe('abnormal');
  expect(standingUnder({ ...ground.institution, status: 'abnormal' }, [])).toBe('normal');
  for (const status of ['suspended', 'cancelled', 'moved'] as const)
    expect(standingUnder({ ...ground.institution, status }, both)).toBe(status);
});

type Move =
  | { readonly do: 'propose'; readonly kind: MeasureKind }
  | { readonly do: 'decide'; readonly n: number; readonly by: string }
  | { readonly do: 'step'; readonly n: number; readonly step: MeasureStep['kind'] }
  | { readonly do: 'visit'; readonly state: (typeof PROBLEM_STATES)[number] }
  | { readonly do: 'wait'; readonly days: number };

const rungs = ['reminder', 'talk', 'abnormal', 'penalty', 'blacklist'] as const;
const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      kind: fc.constantFrom(...rungs, ...rungs, ...rungs, ...MEASURE_KINDS),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), n: fc.nat(9), by: fc.constantFrom('P1', 'P2') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      n: fc.nat(9),
      step: fc.constantFrom('notice', 'carry-out', 'carry-out', 'object', 'answer', 'end', 'withdraw'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('visit' as const), state: fc.constantFrom('uncorrected', 'uncorrected', 'corrected') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }) },
);

/** Plays the moves; what is refused changes nothing. Follow-ups are kept apart, as the oracle's own memory. */
function play(all: readonly Move[]) {
  let now = at.getTime();
  let current: LadderGround = ground;
  const failures: Date[] = [];
  const put = (row: Measure): void => {
    const measures = current.measures.map((one) => (one.id === row.id ? row : one));
    const source = row.state === 'done' && row.kind.endsWith('-exit') ? measures.find(({ id }) => id === row.source) : undefined;
    current = { ...current, measures: source ? measures.map((one) => (one === source ? exited(source, row) : one)) : measures };
  };
  for (const move of all) {
    now += 1000;
    const moment = new Date(now);
    current = { ...current, today: dayOf(moment) };
    const row = 'n' in move ? current.measures.at(-1 - (move.n % 3)) : undefined;
    const without = { ...current, measures: current.measures.filter((one) => one !== row) };
    if (move.do === 'wait') now += move.days * 86_400_000;
    if (move.do === 'propose') {
      const id = `CS2026-${String(current.measures.length + 1).padStart(3, '0')}`;
      const draft = { ...draftOf(move.kind), ...(draftOf(move.kind).until === null ? {} : { until: '2035-01-01' }) };
      const made = proposed(draft, current, { id, by: 'P1', at: moment }, clock);
      if (made.ok) current = { ...current, measures: [...current.measures, made.value] };
    }
    if (move.do === 'decide' && row) {
      const next = decided(row, row.version, true, { by: move.by, at: moment, words: '' }, null);
      if (next.ok && lackOf(row.kind, without, row.details) === null) put(next.value);
    }
    if (move.do === 'step' && row) {
      const step = { kind: move.step, words: '示', number: '1', on: current.today, way: '送' } as MeasureStep;
      const next = stepped(row, row.version, step, 'P1', moment, clock);
      if (next.ok && (move.step !== 'carry-out' || lackOf(row.kind, without, row.details) === null)) put(next.value);
    }
    if (move.do === 'visit' && current.problem) {
      const isFailed = move.state === 'uncorrected';
      if (isFailed) failures.push(moment);
      const followUp = { by: 'P1', at: moment, words: '', result: isFailed ? 'uncorrected' : 'corrected' } as const;
      current = { ...current, problem: { ...current.problem, state: move.state, followUp } };
    }
  }
  return { measures: current.measures, failures };
}

test('no sequence of steps reaches a list without its rungs, and none is decided by who proposed it', () => {
  let [abnormal, blacklisted] = [0, 0];
  const check = (all: readonly Move[]): void => {
    const { measures, failures } = play(all);
    for (const one of measures) {
      if (one.decision) expect(one.decision.by).not.toBe(one.by);
      if (!one.done || (one.kind !== 'abnormal' && one.kind !== 'blacklist')) continue;
      const listedAt = one.done.at;
      expect(one.decision).not.toBeNull();
      expect((one.notice?.until ?? '9999') < dayOf(listedAt)).toBe(true);
      expect(one.objection === null || one.answer !== null).toBe(true);
      if (one.kind === 'abnormal') {
        abnormal += 1;
        const before = measures.filter(({ kind, done }) => (kind === 'reminder' || kind === 'talk') && done !== null && done.at < listedAt);
        expect(failures.some((failure) => failure < listedAt && before.some(({ done }) => done !== null && done.at < failure))).toBe(true);
      } else {
        blacklisted += 1;
        const basis = measures.find(({ id }) => id === one.source);
        expect(basis).toMatchObject({ kind: 'penalty', state: 'done' });
        expect((basis?.until ?? '9999') < dayOf(listedAt)).toBe(true);
      }
    }
  };
  fc.assert(fc.property(fc.array(moves, { minLength: 150, maxLength: 220, size: 'max' }), check), { numRuns: 600, seed: 20260320 });
  // A walk that never arrives proves nothing.
  expect(Math.min(abnormal, blacklisted)).toBeGreaterThan(5);
});

test('only proven contacts count, each day once', () => {
  expect(contactDays([contact('2026-03-02'), contact('2026-03-01'), contact('2026-03-02'), contact('2026-03-03', [])])).toEqual([
    '2026-03-01',
    '2026-03-02',
  ]);
});
