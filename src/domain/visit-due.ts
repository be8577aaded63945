// By when what an inspection asks now has to be done: the one answer behind its card and the list of open work.
import type { Assignment } from './assignment.ts';
import type { Calendar } from './calendar.ts';
import type { ChangeRequest } from './change-request.ts';
import { type Day, dayOf } from './day.ts';
import type { OfficeRules } from './office-rules.ts';
import type { Problem } from './problem.ts';

/** What deadlines are counted from and with. `changes`: the requests of the same draw; `settledAt`: when that draw was settled. */
export interface DueGround {
  readonly deadlines: OfficeRules['deadlines'];
  readonly calendar: Calendar;
  readonly settledAt: Date | null;
  readonly changes: readonly ChangeRequest[];
}

/** The day; null where the state asks nothing, or for a year without holiday data. */
export function visitDue(row: Assignment, ground: DueGround): Day | null {
  const { deadlines, calendar } = ground;
  switch (row.state) {
    case 'offered':
      return after(askedSince(row, ground), deadlines.answer, calendar);
    case 'to-approve':
      return row.from;
    // The notice, the visit and its findings belong into the window; no rule sets a day of their own.
    case 'to-notify':
    case 'to-visit':
    case 'visiting':
      return row.to;
    case 'submitted':
      return after(row.submitted?.at ?? null, deadlines.cosign, calendar);
    case 'cosigned':
      return after(row.cosign?.at ?? null, deadlines.review, calendar);
    case 'reviewed':
    case 'archived':
    case 'replaced':
      return null;
  }
}

/** When the open seats were asked: at the result, or when a change put them there. */
export function askedSince(row: Pick<Assignment, 'id'>, { settledAt, changes }: Pick<DueGround, 'settledAt' | 'changes'>): Date | null {
  const here = changes.filter(
    ({ outcome }) => outcome?.opened === row.id || outcome?.moves.some(({ assignment }) => assignment === row.id),
  );
  return here.map(({ decision }) => decision?.at ?? null).reduce((last, at) => (at && (!last || at > last) ? at : last), settledAt);
}

/** By when a reported rectification is to be visited again. */
export function followUpDue(
  { report }: Pick<Problem, 'report'>,
  { deadlines, calendar }: Pick<DueGround, 'deadlines' | 'calendar'>,
): Day | null {
  return after(report?.at ?? null, deadlines.followUp, calendar);
}

function after(since: Date | null, workingDays: number, calendar: Calendar): Day | null {
  const day = since && calendar.plusWorkingDays(dayOf(since), workingDays);
  return day?.ok ? day.value : null;
}
