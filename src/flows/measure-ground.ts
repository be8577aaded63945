// What a measure is judged by, read once: the institution, the problem, all measures and journal lines about it.
import type { Assignment } from '../domain/assignment.ts';
import { calendarOf } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import { notAllowed } from '../domain/may.ts';
import type { Measure } from '../domain/measure.ts';
import { type LadderGround, lackOf } from '../domain/measure-ladder.ts';
import { type MeasureClock, notYet } from '../domain/measure-steps.ts';
import type { OfficeRules } from '../domain/office-rules.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { notFound, type Refused } from '../domain/refused.ts';
import { ok, type Result } from '../domain/result.ts';
import { teamOf } from '../domain/seats.ts';
import type { Books } from '../store/books.ts';

/** Everything there is to know, by the number of a problem, of an inspection, or of the institution itself. */
export async function measureGround(books: Books, rules: OfficeRules, about: string, at: Date): Promise<Result<LadderGround, Refusal>> {
  const problem = await books.problems.get(about);
  const assignment = await books.assignments.get(problem?.assignment ?? about);
  const institution = await books.institutions.get(assignment?.institution ?? about);
  if (!institution) return notFound('institution', about);
  const { name, shortName, county } = rules.office;
  return ok({
    institution,
    problem,
    assignment,
    measures: await books.measures.ofInstitution(institution.id),
    journal: await books.journal.ofInstitution(institution.id),
    today: dayOf(at),
    ownNames: [name, shortName, `${county}司法局`].map((one) => one.replace(/\s/gu, '')),
  });
}

/** Asks the ladder again about a measure that is on its way: a problem put right meanwhile is no ground for a listing any more. */
export async function lackNow(books: Books, rules: OfficeRules, row: Measure, at: Date): Promise<Refusal | null> {
  const found = await measureGround(books, rules, row.problem ?? row.assignment ?? row.institution, at);
  if (!found.ok) return found.problem;
  const ground = { ...found.value, measures: found.value.measures.filter((one) => one.id !== row.id) };
  const lack = lackOf(row.kind, ground, row.details);
  return lack && notYet(row.kind, lack, ground);
}

/** The office's deadlines for measures. */
export function measureClock(rules: OfficeRules): MeasureClock {
  const { objection, appealDays } = rules.measures;
  return { calendar: calendarOf(rules.calendar), objection, appealDays };
}

/** Operators and heads act on all institutions, an inspector on his own inspections. */
export function checkScope(by: Person, assignment: Assignment | null): Refused | null {
  if (by.roles.includes('operator') || by.roles.includes('head')) return null;
  return assignment && teamOf(assignment).includes(by.id) ? null : notAllowed('see-inspections');
}
