// Acts of the findings form: a page at a time, then the conclusion. Every point is answered by a person; none is assumed.
import { checkPoints, findingAt, findingsPages, pointFields, pointsOnPage } from '../../cards/check-points.ts';
import { type Assignment, OUTCOMES, POINT_RESULTS, type PointFinding } from '../../domain/assignment.ts';
import { METHODS } from '../../domain/matter.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { saveFindings } from '../../flows/save-findings.ts';
import { submitFindings } from '../../flows/submit-findings.ts';
import type { Answer } from '../turn.ts';
import { mattersOf } from '../views/inspections.ts';
import { type ActHandler, type ActTurn, dayIn, oneOf, pageIn, refuse, textOf } from './pressed.ts';
import { hidden } from './sight.ts';

type Matters = Awaited<ReturnType<typeof mattersOf>>;

export const showFindings: ActHandler = async (turn) =>
  (await hidden(turn, turn.asked.about)) ?? { notice: { face: 'findings', about: turn.asked.about, extra: { page: pageIn(turn) } } };

export const savePage: ActHandler = async (turn) => {
  const visit = await visitOf(turn);
  if (!visit) return refuse({ kind: 'not-found', what: 'assignment', id: turn.asked.about });
  const page = pageIn(turn);
  const points = pointsIn(turn, visit.matters, page);
  if (!points.ok) return refuse(points.problem);
  const version = await turn.versionOf('assignments');
  const answer = await turn.through(
    (office) => saveFindings(office, turn.by, turn.asked.about, version, points.value),
    (assignment): Answer => ({
      notice: { face: 'findings', about: assignment.id, extra: { page: nextPage(visit.matters, page) } },
      toast: 'page-saved',
      // The way on stays the same card; the team's own cards learn the new version when they are pressed.
    }),
  );
  return { ...answer, under: { face: 'findings', about: turn.asked.about, extra: { page } } };
};

function nextPage(matters: Matters, page: number): number {
  return Math.min(page + 1, findingsPages(matters));
}

/** The answers of one page. A point without a result is the first thing to be said. */
function pointsIn(turn: ActTurn, matters: Matters, page: number): Result<readonly PointFinding[], Refusal> {
  const found: PointFinding[] = [];
  for (const point of pointsOnPage(matters, page)) {
    const names = pointFields(point);
    const result = oneOf(textOf(turn.form, names.result), POINT_RESULTS, names.result);
    if (!result.ok)
      return fail(result.problem.kind === 'missing-fields' ? { kind: 'points-open', count: openOn(turn, matters, page) } : result.problem);
    found.push({ matter: point.matter, point: point.point, result: result.value, words: textOf(turn.form, names.words) });
  }
  return ok(found);
}

function openOn(turn: ActTurn, matters: Matters, page: number): number {
  return pointsOnPage(matters, page).filter((point) => textOf(turn.form, pointFields(point).result) === '').length;
}

export const submit: ActHandler = async (turn) => {
  const visit = await visitOf(turn);
  if (!visit) return refuse({ kind: 'not-found', what: 'assignment', id: turn.asked.about });
  const method = oneOf(textOf(turn.form, 'method'), METHODS, 'method');
  if (!method.ok) return refuse(method.problem);
  const said = textOf(turn.form, 'outcome');
  const outcome = said === '' ? ok(null) : oneOf(said, OUTCOMES, 'outcome');
  if (!outcome.ok) return refuse(outcome.problem);
  const version = await turn.versionOf('assignments');
  const findings = {
    method: method.value,
    visitedOn: dayIn(turn.form, 'visitedOn'),
    points: answered(visit.assignment, visit.matters),
    outcome: outcome.value,
    rectifyBy: dayIn(turn.form, 'rectifyBy') || null,
    summary: textOf(turn.form, 'summary'),
  };
  const answer = await turn.through(
    (office) => submitFindings(office, turn.by, turn.asked.about, version, findings),
    (assignment) => ({
      notice: { face: 'cosign', about: assignment.id },
      toast: 'findings-submitted',
      // The form cannot be filled any more, wherever it hangs.
      touches: [
        { face: 'assignment', about: assignment.id },
        { face: 'findings', about: assignment.id },
        { face: 'task', about: assignment.task },
      ],
    }),
  );
  return { ...answer, under: { face: 'findings', about: turn.asked.about, extra: { page: findingsPages(visit.matters) } } };
};

/** What was saved page by page, in the order of the list. */
function answered(assignment: Assignment, matters: Matters): readonly PointFinding[] {
  return checkPoints(matters).flatMap((point) => findingAt(assignment.draft, point) ?? []);
}

async function visitOf(turn: ActTurn): Promise<{ readonly assignment: Assignment; readonly matters: Matters } | null> {
  return turn.office.store.read(async (books) => {
    const assignment = await books.assignments.get(turn.asked.about);
    const task = assignment && (await books.tasks.get(assignment.task));
    return assignment && task ? { assignment, matters: await mattersOf(books, task, assignment.category) } : null;
  });
}
