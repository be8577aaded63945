// Reads from the books everything that work can come of.
import { type Awaiting, awaitingOf } from '../domain/awaiting.ts';
import { calendarOf } from '../domain/calendar.ts';
import { latestOf } from '../domain/confirmation-rules.ts';
import { dayOf, plusDays } from '../domain/day.ts';
import { isSealed } from '../domain/drand-paste.ts';
import type { Institution } from '../domain/institution.ts';
import type { PersonId } from '../domain/person.ts';
import type { TaskState } from '../domain/task.ts';
import type { WorkFacts } from '../domain/work-facts.ts';
import type { Books } from '../store/books.ts';
import { ingredientsOf } from './ingredients.ts';
import type { Office } from './office.ts';

/** Tasks whose inspections or publications may still ask something of somebody: a finished one may not be on the portal yet. */
const AT_WORK: readonly TaskState[] = ['settled', 'inspecting', 'published', 'finished'];

/** The facts as of `now`. For reading (`office.store.read`): lists and digests decide nothing. */
export async function readWorkFacts(books: Books, office: Pick<Office, 'rules'>, now: Date): Promise<WorkFacts> {
  const tasks = await books.tasks.all();
  const draws = await books.draws.all();
  const busy = tasks.filter((task) => AT_WORK.includes(task.state));
  const contributed = new Map<string, readonly string[]>();
  for (const { number, state } of draws) {
    if (state === 'locked')
      contributed.set(
        number,
        (await books.draws.contributions(number)).map((entry) => entry.by),
      );
  }
  const ceremonies = await readCeremonies(books, tasks, draws, now);
  const assignments = [];
  const publications = [];
  const changes = [];
  for (const task of busy) {
    assignments.push(...(await books.assignments.ofTask(task.id)));
    if (task.draw !== null) changes.push(...(await books.changes.ofDraw(task.draw)));
    publications.push(...(await books.publications.ofTask(task.id)));
  }
  const today = dayOf(now);
  const problems = await books.problems.open();
  const measures = await books.measures.open();
  const named = [...assignments, ...problems, ...measures].map(({ institution }) => institution);
  return {
    today,
    rules: office.rules,
    calendar: calendarOf(office.rules.calendar),
    people: await books.people.all(),
    institutions: await institutionsOf(books, named, plusDays(today, office.rules.certificateWarningDays)),
    tasks,
    draws,
    contributed,
    ...ceremonies,
    assignments,
    changes,
    problems,
    publications,
    measures,
  };
}

/** What sealed draws wait for, and who has not confirmed a settled one whose task is still at work. */
async function readCeremonies(
  books: Books,
  tasks: WorkFacts['tasks'],
  draws: Awaited<ReturnType<Books['draws']['all']>>,
  now: Date,
): Promise<Pick<WorkFacts, 'awaiting' | 'unconfirmed'>> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const awaiting = new Map<string, Awaiting>();
  const unconfirmed = new Map<string, readonly PersonId[]>();
  for (const draw of draws) {
    const task = byId.get(draw.task);
    if (!task) continue;
    if (isSealed(draw)) {
      const found = awaitingOf(draw, task, await ingredientsOf(books, draw.number), now);
      if (found) awaiting.set(draw.number, found);
    } else if (draw.state === 'settled' && AT_WORK.includes(task.state)) {
      const said = await books.confirmations.ofDraw(draw.number);
      unconfirmed.set(
        draw.number,
        draw.witnesses.map(({ person }) => person).filter((person) => latestOf(said, person) === null),
      );
    }
  }
  return { awaiting, unconfirmed };
}

/** Those that are named, and those whose licence runs out: a long list is not read as a whole for every card. */
async function institutionsOf(books: Books, named: readonly string[], horizon: string): Promise<readonly Institution[]> {
  const found = new Map((await books.institutions.licencesUntil(horizon)).map((one) => [one.id, one]));
  for (const id of new Set(named)) {
    const one = found.get(id) ?? (await books.institutions.get(id));
    if (one) found.set(id, one);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
