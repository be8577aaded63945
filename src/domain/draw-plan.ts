// A draw before its lock: the rows, the rules, and whether it can be held at all (Art. 7, 9, 12, 13).
import type { Assignment } from './assignment.ts';
import type { Day } from './day.ts';
import { inspectedIn, inspectorRows, rosterRows, rulesOf } from './draw-rows.ts';
import { checkStaffing, type Load } from './draw-staffing.ts';
import type { Institution } from './institution.ts';
import type { Matter } from './matter.ts';
import type { Person } from './person.ts';
import type { RatioDocument } from './ratio-document.ts';
import type { InspectorRow, RosterRow, Rules } from './record.ts';
import type { Refusal } from './refusal.ts';
import { alreadyDone, type Refused, stale, wrongState } from './refused.ts';
import { fail, ok, type Result } from './result.ts';
import { poolOf, quotaOf } from './ssj/objects.ts';
import type { Task } from './task.ts';
import { checkDocument, checkPublished } from './task-rules.ts';

/** The books as they are when the draw is locked. */
export interface DrawGround {
  readonly today: Day;
  readonly document: RatioDocument | null;
  readonly matters: readonly Matter[];
  readonly institutions: readonly Institution[];
  readonly people: readonly Person[];
  readonly assignments: readonly Assignment[];
}

/** The public inputs of a draw. */
export interface DrawPlan {
  readonly roster: readonly RosterRow[];
  readonly inspectors: readonly InspectorRow[];
  readonly rules: Rules;
}

/** Whether the task may be drawn for now: approved, once, and shown as it is. */
export function checkLockable(task: Task, version: number): Result<Task, Refusal> {
  if (task.draw !== null && task.state !== 'approved') return alreadyDone();
  if (task.state !== 'approved') return wrongState('task', task.state, 'approved');
  return task.version === version ? ok(task) : stale();
}

/** Before its lock a task can be looked at as it would be drawn. */
export function isForecastable({ state }: Pick<Task, 'state'>): boolean {
  return state === 'pending' || state === 'approved';
}

/** The plan of a draw, or the first thing that forbids it: everything is asked again, for the lists have moved on since the task was made. */
export function planDraw(task: Task, ground: DrawGround): Result<DrawPlan, Refusal> {
  const drafted = draftDraw(task, ground);
  return drafted.ok ? (checkStaffed(task, drafted.value) ?? drafted) : drafted;
}

/** As `planDraw`, whether or not there are people enough: what a forecast looks at. */
export function draftDraw(task: Task, ground: DrawGround): Result<DrawPlan, Refusal> {
  const { today, document } = ground;
  const matters = ground.matters.filter((matter) => task.matters.includes(matter.id));
  const refusal =
    checkDocument(document, task.document, task.categories, today) ??
    checkPublished(matters, task.categories, today) ??
    (task.to < today ? fail({ kind: 'window-in-the-past', day: task.to } as const) : null);
  if (refusal || !document) return refusal ?? fail({ kind: 'not-found', what: 'document', id: task.document });
  const roster = rosterRows(ground.institutions, task.categories, inspectedIn(today.slice(0, 4), ground.assignments));
  const empty = task.categories.find((category) => !roster.some((row) => row.category === category));
  if (empty !== undefined) return fail({ kind: 'empty-roster', category: empty });
  const rules = rulesOf(document, task.categories, roster);
  if (!rules.ok) return rules;
  const visits = visitsBy(task, roster, rules.value).reduce((sum, load) => sum + load.visits, 0);
  return ok({ roster, inspectors: inspectorRows(ground.people, task.to, task.witnesses, visits), rules: rules.value });
}

/** Why a draft cannot be staffed, or null. */
export function checkStaffed(task: Task, { roster, inspectors, rules }: DrawPlan): Refused | null {
  return checkStaffing(visitsBy(task, roster, rules), inspectors, rules.team);
}

function visitsBy(task: Task, roster: readonly RosterRow[], rules: Rules): readonly Load[] {
  const loads = rules.strata.map((stratum) => ({ category: stratum.category, visits: quotaOf(roster, stratum) }));
  return task.categories.map((category) => ({
    category,
    visits: loads.filter((load) => load.category === category).reduce((sum, load) => sum + load.visits, 0),
  }));
}

/** Strata whose whole pool is drawn: the draw of objects is then no draw, and the card says so. */
export function degenerate({ roster, rules }: Pick<DrawPlan, 'roster' | 'rules'>): readonly string[] {
  return rules.strata
    .filter((stratum) => {
      const pool = poolOf(roster, stratum).length;
      return pool > 0 && quotaOf(roster, stratum) === pool;
    })
    .map((stratum) => stratum.id);
}
