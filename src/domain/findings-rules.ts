// What a findings form must hold: every point answered by a person, nothing by default (Art. 16, 17).
import { type Assignment, type Findings, OUTCOMES, type Outcome, POINT_RESULTS, type PointFinding } from './assignment.ts';
import { type Day, dayOf, plusDays } from './day.ts';
import type { Matter, Method } from './matter.ts';
import type { Category, PersonId } from './person.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, checkWords, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { checkNoConflict, seatOf } from './seats.ts';
import type { Task } from './task.ts';
import { checkDay } from './visit-rules.ts';

/** Longest words of one point, longest summary. */
export const POINT_MAX = 500;
export const SUMMARY_MAX = 1000;

/** Outcomes with a day by which something must be put right. */
export const OUTCOMES_DUE: readonly Outcome[] = ['ordered', 'reminder', 'talk'];

/** What the form is checked against. */
export interface FindingsGround {
  /** The items that apply (`mattersFor`). */
  readonly matters: readonly Matter[];
  readonly methods: readonly Method[];
  readonly at: Date;
}

/** The task's items of one category, in the order of the task. */
export function mattersFor(task: Pick<Task, 'matters'>, category: Category, matters: readonly Matter[]): readonly Matter[] {
  return task.matters.flatMap((id) => matters.filter((matter) => matter.id === id && matter.category === category));
}

/** Every point there is to answer, in the order of the form. */
export function pointsOf(
  matters: readonly Matter[],
): readonly { readonly matter: string; readonly point: number; readonly text: string }[] {
  return matters.flatMap((matter) => matter.points.map((text, point) => ({ matter: matter.id, point, text })));
}

/** A page laid over what was answered before, in the order of the form. */
export function merged(
  before: readonly PointFinding[],
  page: readonly PointFinding[],
  matters: readonly Matter[],
): readonly PointFinding[] {
  const answers = new Map([...before, ...page].map((one) => [keyOf(one), { ...one, words: one.words.trim() }]));
  return pointsOf(matters).flatMap((point) => answers.get(keyOf(point)) ?? []);
}

function keyOf(point: { readonly matter: string; readonly point: number }): string {
  return `${point.matter}#${point.point}`;
}

/** The assignment with one more page of its form filled. A page may be unfinished, but not about points that are not asked. */
export function saved(
  row: Assignment,
  by: PersonId,
  version: number,
  page: readonly PointFinding[],
  ground: FindingsGround,
): Result<Assignment, Refusal> {
  const refusal = checkOpen(row, by, version) ?? checkPoints(page, ground.matters);
  return refusal ?? ok({ ...row, draft: merged(row.draft, page, ground.matters) });
}

/** The assignment with its findings, ready for the second inspector. */
export function submitted(
  row: Assignment,
  by: PersonId,
  version: number,
  form: Findings,
  ground: FindingsGround,
): Result<Assignment, Refusal> {
  const points = merged(row.draft, form.points, ground.matters);
  const findings: Findings = { ...form, points, summary: form.summary.trim() };
  const refusal =
    checkOpen(row, by, version) ??
    checkPoints(form.points, ground.matters) ??
    checkComplete(points, ground.matters) ??
    checkVisit(row, findings, ground) ??
    checkOutcome(findings, dayOf(ground.at)) ??
    checkWords(findings.summary, 'summary', SUMMARY_MAX, true);
  if (refusal) return refusal;
  return ok({ ...row, state: 'submitted', draft: [], findings, submitted: { by, at: ground.at }, cosign: null, review: null });
}

function checkOpen(row: Assignment, by: PersonId, version: number): Refused | null {
  const seat = seatOf(row, by);
  if (!seat.ok) return seat;
  if (row.submitted !== null && row.state !== 'visiting') return alreadyDone();
  if (row.state !== 'visiting') return wrongState('assignment', row.state, 'visiting');
  return checkNoConflict(row) ?? (row.version === version ? null : stale());
}

function checkPoints(page: readonly PointFinding[], matters: readonly Matter[]): Refused | null {
  const asked = new Set(pointsOf(matters).map(keyOf));
  const keys = page.map(keyOf);
  const isOdd = page.some((one) => !asked.has(keyOf(one)) || !POINT_RESULTS.includes(one.result));
  if (isOdd || new Set(keys).size < keys.length) return fail({ kind: 'bad-field', name: 'points' });
  return page.some((one) => Array.from(one.words).length > POINT_MAX) ? fail({ kind: 'text-too-long', max: POINT_MAX }) : null;
}

/** No point without an answer; a problem, or what was not looked at, not without words. */
function checkComplete(points: readonly PointFinding[], matters: readonly Matter[]): Refused | null {
  const asked = pointsOf(matters);
  if (points.length < asked.length) return fail({ kind: 'points-open', count: asked.length - points.length });
  const mute = points.find((one) => (one.result === 'problem' || one.result === 'unchecked') && one.words === '');
  if (!mute) return null;
  return fail({ kind: 'words-needed', point: asked.find((one) => keyOf(one) === keyOf(mute))?.text ?? keyOf(mute) });
}

/** The visit lies inside the window, after its start, not in the future. */
function checkVisit(row: Assignment, findings: Findings, ground: FindingsGround): Refused | null {
  if (!ground.methods.includes(findings.method)) return fail({ kind: 'bad-field', name: 'method' });
  const today = dayOf(ground.at);
  const from = row.startedAt === null ? row.from : dayOf(row.startedAt);
  return checkDay('visitedOn', findings.visitedOn, from, today < row.to ? today : row.to);
}

/** Outcomes of a visit that could not be made (Art. 16, 5 and 6): there need be no problem, only points that could not be checked. */
const OUTCOMES_UNCHECKED: readonly Outcome[] = ['unreachable', 'uncooperative'];

/** An outcome if there is a problem, and else only if the visit could not be made; a day if, and only if, the outcome sets one, and then to come. */
function checkOutcome({ points, outcome, rectifyBy }: Findings, today: Day): Refused | null {
  const hasProblem = points.some((one) => one.result === 'problem');
  if (hasProblem && outcome === null) return fail({ kind: 'missing-fields', names: ['outcome'] });
  const isUnchecked = outcome !== null && OUTCOMES_UNCHECKED.includes(outcome) && points.some((one) => one.result === 'unchecked');
  if (outcome !== null && ((!hasProblem && !isUnchecked) || !OUTCOMES.includes(outcome)))
    return fail({ kind: 'bad-field', name: 'outcome' });
  const isDue = outcome !== null && OUTCOMES_DUE.includes(outcome);
  if (!isDue) return rectifyBy === null ? null : fail({ kind: 'bad-field', name: 'rectifyBy' });
  if (rectifyBy === null) return fail({ kind: 'missing-fields', names: ['rectifyBy'] });
  return checkDay('rectifyBy', rectifyBy, plusDays(today, 1), null);
}
