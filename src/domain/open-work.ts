// What waits for whom, right now: the one answer behind the list of open work (`/待办`) and the day's digest.
import { publicationWork, rectificationWork } from './after-work.ts';
import type { Day } from './day.ts';
import { listWork } from './list-work.ts';
import { measureWork } from './measure-work.ts';
import type { PersonId } from './person.ts';
import { drawWork, missingDraws, taskWork } from './task-work.ts';
import { approvals, changeWork, visitWork } from './visit-work.ts';
import type { Due, WorkItem } from './work.ts';
import type { Work, WorkFacts } from './work-facts.ts';

/** Everything that is open, the most urgent first; each piece names everyone it waits for, once. */
export function openWork(facts: WorkFacts): readonly Work[] {
  const all = [
    taskWork,
    drawWork,
    visitWork,
    changeWork,
    approvals,
    publicationWork,
    rectificationWork,
    measureWork,
    listWork,
    missingDraws,
  ].flatMap((part) => part(facts));
  return all.map((work) => ({ ...work, for: [...new Set(work.for)] })).sort(byUrgency);
}

function byUrgency(a: Work, b: Work): number {
  const [left, right] = [a, b].map((work) => `${work.due ?? '9999'} ${work.kind} ${work.about}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** One person's part of it, as cards show it. */
export function itemsFor(person: PersonId, all: readonly Work[], facts: Pick<WorkFacts, 'calendar' | 'today'>): readonly WorkItem[] {
  return all
    .filter((work) => work.for.includes(person))
    .map(({ kind, about, title, due }) => ({ kind, about, title, due: due === null ? null : dueOf(due, facts) }));
}

/** A deadline and how far off it is. */
export function dueOf(day: Day, { calendar, today }: Pick<WorkFacts, 'calendar' | 'today'>): Due {
  const days = calendar.workingDaysBetween(today, day);
  return { day, workingDays: days.ok ? days.value : null };
}
