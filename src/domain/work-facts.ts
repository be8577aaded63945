// What open work is computed from, and the words in which its parts say who is asked and since when.
import type { Assignment } from './assignment.ts';
import type { Awaiting } from './awaiting.ts';
import type { Calendar } from './calendar.ts';
import type { ChangeRequest } from './change-request.ts';
import { type Day, dayOf, plusDays } from './day.ts';
import type { Draw } from './draw.ts';
import type { Institution } from './institution.ts';
import type { Measure } from './measure.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Person, PersonId, Role } from './person.ts';
import type { Problem } from './problem.ts';
import type { Publication } from './publication.ts';
import { isHere } from './refused.ts';
import type { Task } from './task.ts';
import type { WorkKind } from './work.ts';

/** The books as far as work can come of them. */
export interface WorkFacts {
  readonly today: Day;
  readonly rules: Pick<OfficeRules, 'deadlines' | 'drawsPerYear' | 'certificateWarningDays'>;
  readonly calendar: Calendar;
  readonly people: readonly Person[];
  readonly institutions: readonly Institution[];
  readonly tasks: readonly Task[];
  readonly draws: readonly Pick<Draw, 'number' | 'task' | 'state' | 'lockedAt' | 'closedAt' | 'settledAt' | 'witnesses'>[];
  /** Contributors who have given theirs, by the number of a locked draw. */
  readonly contributed: ReadonlyMap<string, readonly string[]>;
  /** What sealed draws wait for, void ones included, by number. */
  readonly awaiting: ReadonlyMap<string, Awaiting>;
  /** Witnesses who have said nothing of the result yet, by the number of a settled draw. */
  readonly unconfirmed: ReadonlyMap<string, readonly PersonId[]>;
  /** Of tasks that are drawn and not finished. */
  readonly assignments: readonly Assignment[];
  /** Requests for changes of those tasks' draws, decided ones too. */
  readonly changes: readonly ChangeRequest[];
  readonly problems: readonly Problem[];
  readonly publications: readonly Publication[];
  /** Measures that are not over. */
  readonly measures: readonly Measure[];
}

/** One piece of work and everyone it waits for. */
export interface Work {
  readonly kind: WorkKind;
  readonly about: string;
  readonly title: string;
  readonly due: Day | null;
  readonly for: readonly PersonId[];
  /** Whether the digest of today speaks of it; the list of open work always does. */
  readonly isDue: boolean;
}

/** Everyone with the role who still belongs to the office, but for those named. */
export function withRole(facts: Pick<WorkFacts, 'people'>, role: Role, but: readonly (PersonId | undefined)[] = []): readonly PersonId[] {
  return facts.people.filter((one) => isHere(one) && one.roles.includes(role) && !but.includes(one.id)).map((one) => one.id);
}

/** True if it has waited since a day before today: what came up today was told today. */
export function hasWaited(facts: Pick<WorkFacts, 'today'>, since: Date | null | undefined): boolean {
  return since !== null && since !== undefined && dayOf(since) < facts.today;
}

/** How many days ahead the digest looks. */
const NEAR_DAYS = 3;

/** True if the day is past, or so near that this is the time to say so: three days, or before the office is open again. */
export function isNear(facts: Pick<WorkFacts, 'calendar' | 'today'>, day: Day): boolean {
  if (day <= plusDays(facts.today, NEAR_DAYS)) return true;
  const next = facts.calendar.plusWorkingDays(facts.today, 1);
  return next.ok && day < next.value;
}

/** What an institution is called. */
export function nameOf(facts: Pick<WorkFacts, 'institutions'>, id: string): string {
  return facts.institutions.find((one) => one.id === id)?.name ?? id;
}
