// Work on an inspection, from the answer to the review: a table of its states, and what each asks of whom.
import type { Assignment, AssignmentState } from './assignment.ts';
import { isPending } from './change-request.ts';
import { confirmersOf, decidersOf, isConcerned } from './change-ruling.ts';
import type { PersonId } from './person.ts';
import { hasConflict, teamOf } from './seats.ts';
import { askedSince, type DueGround, visitDue } from './visit-due.ts';
import type { WorkKind } from './work.ts';
import { hasWaited, isNear, nameOf, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** What a state asks: of whom, and whether today's digest speaks of it. */
interface Asked {
  readonly kind: WorkKind;
  readonly for: readonly PersonId[];
  readonly isDue: boolean;
}

type Ask = (row: Assignment, facts: WorkFacts) => Asked | null;

/** The states in which somebody has something to do; the heads' approval is asked once a task (`approvals`). */
const ASKS: Readonly<Partial<Record<AssignmentState, Ask>>> = {
  offered: (row, facts) => {
    const open = row.seats.flatMap((seat) => (seat.person !== null && seat.answer.kind === 'open' ? [seat.person] : []));
    return { kind: 'answer', for: open, isDue: hasWaited(facts, askedSince(row, groundOf(row, facts))) };
  },
  'to-notify': (row, facts) => ({ kind: 'serve-notice', for: teamOf(row), isDue: hasWaited(facts, row.approval?.at) }),
  'to-visit': (row, facts) => ({
    kind: 'visit',
    for: teamOf(row),
    // When the window is about to open, and again when it is about to close or has closed.
    isDue: (facts.today < row.from && isNear(facts, row.from)) || isNear(facts, row.to),
  }),
  visiting: (row, facts) => ({
    kind: 'fill-findings',
    for: teamOf(row),
    isDue: hasWaited(facts, row.returned?.at ?? row.startedAt),
  }),
  submitted: (row, facts) => {
    const others = teamOf(row).filter((person) => person !== row.submitted?.by);
    return { kind: 'cosign', for: others, isDue: hasWaited(facts, row.submitted?.at) };
  },
  cosigned: (row, facts) => ({ kind: 'review', for: withRole(facts, 'head', teamOf(row)), isDue: hasWaited(facts, row.cosign?.at) }),
};

function groundOf(row: Assignment, { rules, calendar, draws, changes }: WorkFacts): DueGround {
  const settledAt = draws.find((draw) => draw.number === row.draw)?.settledAt ?? null;
  return { deadlines: rules.deadlines, calendar, settledAt, changes };
}

/** What every inspection asks. While a conflict is open it asks nothing itself: its request asks for the decision. */
export function visitWork(facts: WorkFacts): readonly Work[] {
  return facts.assignments.flatMap((row) => {
    const asked = hasConflict(row) ? null : ASKS[row.state]?.(row, facts);
    return asked && asked.for.length > 0
      ? [{ about: row.id, title: nameOf(facts, row.institution), due: visitDue(row, groundOf(row, facts)), ...asked }]
      : [];
  });
}

/** What every request for a change asks: a head's decision; where none may, the paper of those above; then a second pair of eyes. */
export function changeWork(facts: WorkFacts): readonly Work[] {
  return facts.changes.filter(isPending).map((request) => {
    const rows = facts.assignments.filter((row) => row.draw === request.draw);
    const about = rows.find(({ id }) => id === request.assignment);
    const witnesses = facts.draws.find(({ number }) => number === request.draw)?.witnesses ?? [];
    const heads = decidersOf(request, rows, facts.people);
    const title = request.institution === null ? request.draw : nameOf(facts, request.institution);
    const base = { about: request.id, title, due: about?.from ?? null, isDue: hasWaited(facts, request.above?.at ?? request.at) };
    if (request.state === 'to-confirm') {
      const who = confirmersOf(
        request,
        rows,
        facts.people,
        witnesses.map(({ person }) => person),
      );
      return { ...base, kind: 'confirm-above', for: who };
    }
    if (heads.length > 0) return { ...base, kind: 'decide-change', for: heads };
    const typists = withRole(facts, 'operator').filter((id) => !isConcerned(request, null, rows, id));
    return { ...base, kind: 'record-above', for: typists };
  });
}

/** Visits that wait for a head's approval: one piece of work a task. */
export function approvals(facts: WorkFacts): readonly Work[] {
  return facts.tasks.flatMap((task): readonly Work[] => {
    const ready = facts.assignments.filter((row) => row.task === task.id && row.state === 'to-approve' && !hasConflict(row));
    if (ready.length === 0) return [];
    const last = ready.flatMap((row) => row.seats.flatMap((seat) => (seat.answer.kind === 'accepted' ? [seat.answer.at] : [])));
    const isDue = last.some((at) => hasWaited(facts, at));
    return [{ kind: 'approve-visits', about: task.id, title: task.title, due: task.from, for: withRole(facts, 'head'), isDue }];
  });
}
