// The view of a year in numbers.
import type { Card } from '../../cards/card.ts';
import { type StatisticsFacts, statisticsFace } from '../../cards/faces/statistics.ts';
import type { Assignment, Outcome } from '../../domain/assignment.ts';
import { dayOf } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Look, namesOf } from './context.ts';

const VISITED: ReadonlySet<Assignment['state']> = new Set(['submitted', 'cosigned', 'reviewed', 'archived']);

export async function statisticsView(look: Look): Promise<Card> {
  const { books, office, today } = look;
  const year = Number(look.extra['year'] ?? today.slice(0, 4));
  const assignments = (await books.assignments.all()).filter(({ task, state }) => task.startsWith(`${year}-`) && state !== 'replaced');
  const { rows: published } = await books.publications.published({ year });
  const institutions = await books.institutions.all();
  const draws = (await books.draws.all()).filter(({ lockedAt }) => dayOf(lockedAt).startsWith(String(year)));
  const problems = (await books.problems.all()).filter(({ task }) => task.startsWith(`${year}-`));
  const rows = office.rules.categories.map(({ id }) => {
    const mine = assignments.filter(({ category }) => category === id);
    return {
      category: id,
      institutions: institutions.filter(({ category, status }) => category === id && status !== 'cancelled' && status !== 'moved').length,
      drawn: mine.length,
      visited: mine.filter(({ state }) => VISITED.has(state)).length,
      withProblems: mine.filter(({ findings }) => findings?.outcome).length,
      published: published.filter(({ category }) => category === id).length,
    };
  });
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of problems) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const facts: StatisticsFacts = {
    year,
    rows,
    draws: {
      settled: draws.filter(({ state }) => state === 'settled').length,
      void: draws.filter(({ state }) => state === 'void').length,
      needed: office.rules.drawsPerYear,
    },
    outcomes,
    rectifications: {
      open: problems.filter(isOpen).length,
      late: problems.filter((problem) => isOpen(problem) && problem.due !== null && problem.due < today).length,
      corrected: problems.filter(({ state }) => state === 'corrected').length,
    },
    names: await namesOf(look, {}),
  };
  return statisticsFace(facts);
}

function isOpen({ state }: Pick<Problem, 'state'>): boolean {
  return state === 'open' || state === 'reported' || state === 'uncorrected';
}
