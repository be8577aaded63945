// Views of tasks: the form for a new one, one of them, all of them.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { taskFace } from '../../cards/faces/task.ts';
import { taskFormFace } from '../../cards/faces/task-form.ts';
import { tasksFace } from '../../cards/faces/tasks.ts';
import type { Assignment, AssignmentState } from '../../domain/assignment.ts';
import { MARGIN_MINUTES } from '../../domain/beacon-plan.ts';
import type { Draw } from '../../domain/draw.ts';
import { isForecastable } from '../../domain/draw-plan.ts';
import { isOwn, may } from '../../domain/may.ts';
import type { Person } from '../../domain/person.ts';
import type { Task } from '../../domain/task.ts';
import { allowed, dueOn, type Look, must, namesOf, pageOf } from './context.ts';

const PAGE = 8;

export async function taskFormView(look: Look): Promise<Card> {
  const { books, office, today } = look;
  const documents = (await books.documents.all()).filter((each) => each.effectiveFrom <= today && (each.effectiveUntil ?? '9999') >= today);
  const matters = (await books.matters.all()).filter(
    (each) => each.publishedOn !== null && each.publishedOn <= today && each.effectiveFrom <= today,
  );
  const witnesses = (await books.people.byRole('witness')).filter((person) => person.status === 'active');
  const categories = office.rules.categories.filter(({ from, until }) => from <= today && (until ?? '9999') >= today);
  return taskFormFace({
    categories,
    documents,
    matters,
    witnesses,
    dice: office.rules.dice,
    mode: office.rules.mode,
    games: office.rules.games,
    minutes: office.rules.witnessMinutes + MARGIN_MINUTES,
    today,
    names: await namesOf(look, {}),
  });
}

export async function taskView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const task = await must(books.tasks.get(look.about), 'task', look.about);
  const draw = task.draw ? await books.draws.get(task.draw) : null;
  const assignments = await books.assignments.ofTask(task.id);
  const matters = (await books.matters.all()).filter(({ id }) => task.matters.includes(id));
  const people = [task.madeBy, task.decision?.by ?? null, ...task.witnesses];
  return taskFace({
    task,
    matters,
    draw,
    progress: countStates(assignments),
    start: dueOn(look, task.from),
    today: look.today,
    names: await namesOf(look, { people }),
    may: viewer ? mayOnTask(viewer, task, draw, assignments) : [],
  });
}

export async function tasksView(look: Look): Promise<Card> {
  const all = [...(await look.books.tasks.all())].sort((a, b) => (a.id < b.id ? 1 : -1));
  const { rows, page, pages } = pageOf(all, Number(look.extra['page'] ?? 1), PAGE);
  const names = await namesOf(look, { people: rows.map((task) => task.madeBy) });
  const mayNow = allowed({ 'new-task': look.viewer !== null && may(look.viewer, 'make-task'), 'show-task': true });
  return tasksFace({ tasks: rows, total: all.length, page, pages, names, may: mayNow });
}

function countStates(assignments: readonly Assignment[]): Partial<Record<AssignmentState, number>> {
  const counts: Partial<Record<AssignmentState, number>> = {};
  for (const { state } of assignments) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** What this person may do to the task now. */
function mayOnTask(viewer: Person, task: Task, draw: Draw | null, assignments: readonly Assignment[]): readonly ActVerb[] {
  const decides = may(viewer, 'approve-task') && !isOwn(viewer, task.madeBy) && task.state === 'pending';
  const finished = assignments.some(({ state }) => state === 'reviewed');
  return allowed({
    'approve-task': decides,
    'refuse-task': decides,
    'lock-draw': may(viewer, 'lock-draw') && task.state === 'approved' && !task.witnesses.includes(viewer.id),
    'forecast-draw': may(viewer, 'forecast-draw') && isForecastable(task),
    'show-draw': draw !== null,
    'approve-visits': may(viewer, 'approve-visits') && assignments.some(({ state }) => state === 'to-approve'),
    'propose-publication': may(viewer, 'propose-publication') && finished,
    'new-task': may(viewer, 'make-task'),
    'show-tasks': may(viewer, 'make-task') || may(viewer, 'see-everything'),
  });
}
