// Reminders as pure rules: nothing overdue is ever silent, nothing is said twice a day, nothing at the wrong hour.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, ASSIGNMENT_STATES, type Assignment, type Seat, UNTOUCHED } from '../../src/domain/assignment.ts';
import { calendarOf } from '../../src/domain/calendar.ts';
import { type Day, instantOf, plusDays } from '../../src/domain/day.ts';
import { openWork } from '../../src/domain/open-work.ts';
import { PROBLEM_STATES, type Problem } from '../../src/domain/problem.ts';
import { digestRows, isTimeToRemind } from '../../src/domain/reminders.ts';
import type { Task } from '../../src/domain/task.ts';
import type { WorkFacts } from '../../src/domain/work-facts.ts';
import { county, STAFF, sampleDraft } from '../support/office.ts';
import { SAMPLE_RULES, sampleInspectors } from '../support/samples.ts';

const CALENDAR = calendarOf({
  years: [2025, 2026, 2027],
  off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  working: ['2026-10-10'],
});
const TODAY = '2026-03-16';
const PEOPLE = [...sampleInspectors(4).map((person) => ({ ...person, feishu: `ou_${person.id}` })), ...STAFF];

function facts(change: Partial<WorkFacts> = {}): WorkFacts {
  return {
    today: TODAY,
    rules: SAMPLE_RULES,
    calendar: CALENDAR,
    people: PEOPLE,
    institutions: county().institutions,
    tasks: [],
    draws: [],
    contributed: new Map(),
    awaiting: new Map(),
    unconfirmed: new Map(),
    assignments: [],
    changes: [],
    problems: [],
    publications: [],
    measures: [],
    ...change,
  };
}

const task: Task = {
  ...sampleDraft(),
  lottery: null,
  id: '2026-01',
  state: 'inspecting',
  madeBy: 'P901',
  madeAt: instantOf('2026-03-01'),
  decision: null,
  draw: '2026-0001',
  version: 3,
};

function seat(slot: number, person: string): Seat {
  return { slot, person, answer: { kind: 'accepted', at: instantOf('2026-03-02') } };
}

function assignment(change: Partial<Assignment> = {}): Assignment {
  return {
    id: '2026-01-01',
    task: '2026-01',
    draw: '2026-0001',
    stratum: 'lawfirm',
    category: 'lawfirm',
    institution: county().institutions[0]?.id ?? '',
    seats: [seat(0, 'P001'), seat(1, 'P002')],
    state: 'to-visit',
    from: '2026-03-10',
    to: '2026-04-10',
    ...UNTOUCHED,
    ...change,
  };
}

function problem(due: Day, change: Partial<Problem> = {}): Problem {
  return {
    id: '2026-01-01-1',
    assignment: '2026-01-01',
    task: '2026-01',
    institution: county().institutions[0]?.id ?? '',
    matter: 'M01',
    point: 1,
    words: '示例',
    outcome: 'ordered',
    due,
    state: 'open',
    report: null,
    followUp: null,
    version: 1,
    ...change,
  };
}

const said = (some: WorkFacts, person: string) =>
  digestRows(some)
    .find((row) => row.person === person)
    ?.items.map((item) => item.kind) ?? [];

describe('the hour', () => {
  test.each([
    ['2026-03-16T08:59', false],
    ['2026-03-16T09:00', true],
    ['2026-03-16T19:59', true],
    ['2026-03-16T20:00', false],
    ['2026-03-15T09:00', false],
    ['2026-10-01T10:00', false],
    ['2026-10-10T10:00', true],
  ])('at %s it is time: %s', (at, isTime) => {
    expect(isTimeToRemind(new Date(`${at}:00+08:00`), SAMPLE_RULES.reminders, CALENDAR)).toEqual({ ok: true, value: isTime });
  });

  test('quiet hours within one day hold as well, even past the hour', () => {
    const rules = { at: '09:00', quietFrom: '12:00', quietTo: '14:00' };
    const at = (time: string) => isTimeToRemind(new Date(`2026-03-16T${time}:00+08:00`), rules, CALENDAR);
    expect([at('11:59'), at('12:00'), at('14:00')].map((one) => one.ok && one.value)).toEqual([true, false, true]);
  });

  test('a year without holiday data is refused, not guessed', () => {
    expect(isTimeToRemind(new Date('2030-03-16T10:00:00+08:00'), SAMPLE_RULES.reminders, CALENDAR)).toEqual({
      ok: false,
      problem: { kind: 'no-holiday-data', year: 2030 },
    });
  });
});

describe('what the digest says', () => {
  const distances: readonly [string, Day, readonly string[], readonly string[]][] = [
    ['four days ahead, to nobody', '2026-03-20', [], []],
    ['three days ahead, to the team', '2026-03-19', ['report-rectification'], []],
    ['on the day, to the team', '2026-03-16', ['report-rectification'], []],
    ['overdue, to the heads too', '2026-03-15', ['report-rectification'], ['report-rectification']],
  ];
  test.each(distances)('a rectification is spoken of %s', (_, due, team, head) => {
    const some = facts({ assignments: [assignment({ state: 'reviewed' })], publications: [], problems: [problem(due)] });
    expect(said(some, 'P001')).toEqual(team);
    expect(said(some, 'P003')).toEqual([]);
    expect(said(some, 'P911')).toEqual(head);
  });

  test('what falls due within a long holiday is spoken of on the last day before it', () => {
    const some = facts({ today: '2026-09-30', assignments: [assignment({ state: 'archived' })], problems: [problem('2026-10-06')] });
    expect(said(some, 'P001')).toEqual(['report-rectification']);
  });

  test('a visit is spoken of before its window opens, before it closes and when it is past, and not in between', () => {
    const days = ['2026-03-05', '2026-03-09', '2026-03-24', '2026-04-07', '2026-04-13'];
    expect(days.map((today) => said(facts({ today, assignments: [assignment()] }), 'P001'))).toEqual([
      [],
      ['visit'],
      [],
      ['visit'],
      ['visit'],
    ]);
  });

  test('what came up today was told today and waits for tomorrow', () => {
    const row = assignment({ state: 'submitted', submitted: { by: 'P001', at: instantOf(TODAY, '10:00') } });
    expect(said(facts({ assignments: [row] }), 'P002')).toEqual([]);
    expect(said(facts({ today: '2026-03-17', assignments: [row] }), 'P002')).toEqual(['cosign']);
    expect(said(facts({ today: '2026-03-17', assignments: [row] }), 'P001')).toEqual([]);
  });

  test('visits that wait for a head are one line a task, however many they are', () => {
    const rows = ['01', '02', '03'].map((n) => assignment({ id: `2026-01-${n}`, state: 'to-approve' }));
    expect(said(facts({ tasks: [task], assignments: rows }), 'P911')).toEqual(['approve-visits']);
  });

  test('a year with fewer draws than it needs is spoken of from 30 June and from 30 September, two weeks long', () => {
    const days = ['2026-06-29', '2026-06-30', '2026-07-14', '2026-10-08'];
    expect(days.map((today) => said(facts({ today }), 'P901'))).toEqual([[], ['draws-missing'], [], ['draws-missing']]);
  });

  test('a certificate that runs out is spoken of to its holder and the operators, in good time', () => {
    const people = PEOPLE.map((person) => (person.id === 'P001' ? { ...person, certificateUntil: '2026-05-15' } : person));
    expect(said(facts({ people }), 'P001')).toEqual(['certificate-expiring']);
    expect(said(facts({ people }), 'P901')).toEqual(['certificate-expiring']);
    expect(said(facts({ people, today: '2026-03-15' }), 'P001')).toEqual([]);
  });

  test('who has left or has no chat account gets none', () => {
    const people = PEOPLE.map((person) => {
      if (person.id === 'P001') return { ...person, status: 'left' as const };
      return person.id === 'P002' ? { ...person, feishu: null } : person;
    });
    const rows = digestRows(facts({ people, assignments: [assignment({ to: '2026-03-15' })] }));
    expect(rows.map((row) => row.person)).toEqual([]);
  });
});

function essence(one: WorkFacts) {
  return digestRows(one).map((row) => [row.key, row.items.map((item) => JSON.stringify(item)).sort()]);
}

const anyDay = fc.integer({ min: -40, max: 40 }).map((n) => plusDays(TODAY, n));
const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ kind: 'open' }),
  anyDay.map((day): Answer => ({ kind: 'accepted', at: instantOf(day) })),
  anyDay.map((day): Answer => ({ kind: 'conflict', at: instantOf(day), ground: 'relative', words: '' })),
);
const anyAssignment = fc
  .record({
    state: fc.constantFrom(...ASSIGNMENT_STATES),
    answers: fc.tuple(anyAnswer, anyAnswer),
    from: anyDay,
    length: fc.nat(30),
    at: anyDay,
  })
  .map(({ state, answers, from, length, at }): Assignment => {
    const decision = { by: 'P001', at: instantOf(at), words: '' };
    const seats = answers.map((answer, slot) => ({ slot, person: `P00${slot + 1}`, answer }));
    const review = state === 'reviewed' ? { ...decision, by: 'P911' } : null;
    return assignment({
      state,
      seats,
      from,
      to: plusDays(from, length),
      startedAt: decision.at,
      submitted: decision,
      cosign: decision,
      approval: decision,
      review,
    });
  });
const anyProblem = fc
  .record({ due: anyDay, state: fc.constantFrom(...PROBLEM_STATES), at: anyDay })
  .map(({ due, state, at }) => problem(due, { state, report: { by: 'P901', at: instantOf(at), words: '' } }));
const anyFacts = fc
  .record({ today: anyDay, assignments: fc.array(anyAssignment, { maxLength: 4 }), problems: fc.array(anyProblem, { maxLength: 3 }) })
  .map(({ today, assignments, problems }) => {
    const draws = [
      {
        number: '2026-0001',
        task: '2026-01',
        state: 'settled',
        lockedAt: instantOf('2026-01-20'),
        closedAt: null,
        settledAt: instantOf('2026-01-20'),
        witnesses: [],
      } as const,
    ];
    return facts({ today, tasks: [task], draws, assignments, problems });
  });

describe('for any facts', () => {
  test('one digest a person a day, to people who are here, about work that is theirs', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const rows = digestRows(some);
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
        const open = openWork(some);
        for (const row of rows) {
          expect(row.key).toBe(`digest:${row.person}:${some.today}`);
          for (const item of row.items) {
            expect(open.some((work) => work.kind === item.kind && work.about === item.about && work.for.includes(row.person))).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the same facts give the same rows, in whatever order the books list them', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const turned = { ...some, assignments: some.assignments.toReversed(), problems: some.problems.toReversed() };
        expect(essence(turned)).toEqual(essence(some));
      }),
      { numRuns: 100 },
    );
  });

  test('whatever is overdue is said to somebody, every working day, until it is done', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const listed = digestRows(some).flatMap((row) => row.items.map((item) => `${item.kind} ${item.about}`));
        for (const work of openWork(some)) {
          const isLate = work.due !== null && work.due < some.today;
          const hasReader = work.for.some((id) => some.people.some((person) => person.id === id && person.feishu !== null));
          const isTimed = work.kind === 'visit' || work.kind === 'report-rectification' || work.kind === 'follow-up';
          if (isLate && hasReader && isTimed) expect(listed).toContain(`${work.kind} ${work.about}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});
