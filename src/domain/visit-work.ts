// Work on an inspection, from the answer to the review: a table of its states, and what each asks of whom.
import type { Assignment, AssignmentState } from './assignment.ts';
import { isPending } from './change-request.ts';
import { confirmersOf, decidersOf, isConcerned } from './change-ruling.ts';
import { type Day, dayOf } from './day.ts';
import type { PersonId } from './person.ts';
import { hasConflict, teamOf } from './seats.ts';
import type { WorkKind } from './work.ts';
import { dueAfter, hasWaited, isNear, nameOf, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** What a state asks: of whom, since when, by when. */
interface Asked {
  readonly kind: WorkKind;
  readonly for: readonly PersonId[];
  readonly due: Day | null;
  readonly isDue: boolean;
}

type Ask = (row: Assignment, facts: WorkFacts) => Asked | null;

/** The states in which somebody has something to do; the heads' approval is asked once a task (`approvals`). */
const ASKS: Readonly<Partial<Record<AssignmentState, Ask>>> = {
  offered: (row, facts) => {
    const since = askedSince(row, facts);
    const open = row.seats.flatMap((seat) => (seat.person !== null && seat.answer.kind === 'open' ? [seat.person] : []));
    const due = since && dueAfter(facts, since, facts.rules.deadlines.answer);
    return { kind: 'answer', for: open, due, isDue: hasWaited(facts, since) };
  },
  'to-notify': (row, facts) => ({ kind: 'serve-notice', for: teamOf(row), due: row.from, isDue: hasWaited(facts, row.approval?.at) }),
  'to-visit': (row, facts) => ({
    kind: 'visit',
    for: teamOf(row),
    due: row.to,
    // When the window is about to open, and again when it is about to close or has closed.
    isDue: (facts.today < row.from && isNear(facts, row.from)) || isNear(facts, row.to),
  }),
  visiting: (row, facts) => {
    const since = row.returned?.at ?? row.startedAt;
    return { kind: 'fill-findings', for: teamOf(row), due: since && dayOf(since), isDue: hasWaited(facts, since) };
  },
  submitted: (row, facts) => {
    const others = teamOf(row).filter((person) => person !== row.submitted?.by);
    return waiting('cosign', others, row.submitted?.at, facts.rules.deadlines.cosign, facts);
  },
  cosigned: (row, facts) => waiting('review', withRole(facts, 'head', teamOf(row)), row.cosign?.at, facts.rules.deadlines.review, facts),
};

/** When the open seats were asked: at the result, or when a change put them there. */
function askedSince(row: Assignment, facts: WorkFacts): Date | null {
  const changes = facts.changes.filter(({ outcome }) => outcome?.moves.some(({ assignment }) => assignment === row.id));
  const settledAt = facts.draws.find((draw) => draw.number === row.draw)?.settledAt ?? null;
  return changes.map(({ decision }) => decision?.at ?? null).reduce((last, at) => (at && (!last || at > last) ? at : last), settledAt);
}

function waiting(kind: WorkKind, who: readonly PersonId[], since: Date | undefined, days: number, facts: WorkFacts): Asked {
  return { kind, for: who, due: since ? dueAfter(facts, since, days) : null, isDue: hasWaited(facts, since) };
}

/** What every inspection asks. While a conflict is open it asks nothing itself: its request asks for the decision. */
export function visitWork(facts: WorkFacts): readonly Work[] {
  return facts.assignments.flatMap((row) => {
    const asked = hasConflict(row) ? null : ASKS[row.state]?.(row, facts);
    return asked && asked.for.length > 0 ? [{ about: row.id, title: nameOf(facts, row.institution), ...asked }] : [];
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
