// Views of one inspection: the inspector's card, the findings form, co-signature and review.
import type { ActVerb } from '../../cards/acts.ts';
import type { Card } from '../../cards/card.ts';
import { assignmentFace } from '../../cards/faces/assignment.ts';
import { type CosignFacts, cosignFace } from '../../cards/faces/cosign.ts';
import { findingsFace } from '../../cards/faces/findings.ts';
import { photoKeptFace } from '../../cards/faces/photo-kept.ts';
import { reviewFace } from '../../cards/faces/review.ts';
import type { Due } from '../../cards/facts.ts';
import type { Assignment } from '../../domain/assignment.ts';
import { calendarOf } from '../../domain/calendar.ts';
import type { Institution } from '../../domain/institution.ts';
import { may } from '../../domain/may.ts';
import type { Person } from '../../domain/person.ts';
import { isBeforeFindings } from '../../domain/seats.ts';
import type { Task } from '../../domain/task.ts';
import { visitDue } from '../../domain/visit-due.ts';
import { leftView } from './changes.ts';
import { allowed, dueOn, type Look, must, namesOf, visitFor, workingDaysAfter } from './context.ts';

interface Visit {
  readonly assignment: Assignment;
  readonly task: Task;
  readonly institution: Institution;
  readonly photos: number;
}

async function visitOf(look: Look): Promise<Visit> {
  const { books } = look;
  const assignment = await visitFor(look, look.about);
  const task = await must(books.tasks.get(assignment.task), 'task', assignment.task);
  const institution = await must(books.institutions.get(assignment.institution), 'institution', assignment.institution);
  return { assignment, task, institution, photos: (await books.evidence.ofAssignment(assignment.id)).length };
}

/** The task's items for the category of this institution, in the order of the list. */
export async function mattersOf(
  books: Look['books'],
  task: Task,
  category: string,
): Promise<Awaited<ReturnType<Look['books']['matters']['all']>>> {
  return (await books.matters.all()).filter((matter) => task.matters.includes(matter.id) && matter.category === category);
}

export async function assignmentView(look: Look): Promise<Card> {
  const left = await leftView(look);
  if (left) return left;
  const visit = await visitOf(look);
  const { assignment, task, institution, photos } = visit;
  const seated = assignment.seats.flatMap(({ person }) => (person ? [person] : []));
  const team: Person[] = [];
  for (const id of seated) team.push(await must(look.books.people.get(id), 'person', id));
  return assignmentFace({
    assignment,
    task,
    institution,
    matters: await mattersOf(look.books, task, assignment.category),
    team,
    viewer: look.viewer?.id ?? '',
    due: await dueOfState(look, assignment),
    photos,
    today: look.today,
    names: await namesOf(look, {
      people: [...seated, assignment.approval?.by ?? null, assignment.returned?.by ?? null],
      institutions: [institution.id],
    }),
    may: look.viewer ? mayOnVisit(look.viewer, assignment) : [],
  });
}

/** As the list of open work has it. */
async function dueOfState(look: Look, assignment: Assignment): Promise<Due | null> {
  const { books, office } = look;
  const { deadlines, calendar } = office.rules;
  const day = visitDue(assignment, {
    deadlines,
    calendar: calendarOf(calendar),
    settledAt: (await books.draws.get(assignment.draw))?.settledAt ?? null,
    changes: await books.changes.ofDraw(assignment.draw),
  });
  return day === null ? null : dueOn(look, day);
}

function mayOnVisit(viewer: Person, assignment: Assignment): readonly ActVerb[] {
  const seat = assignment.seats.find(({ person }) => person === viewer.id);
  const { state } = assignment;
  const answers = seat?.answer.kind === 'open' && state === 'offered';
  const isSeated = seat !== undefined && seat.answer.kind !== 'conflict';
  const isSubmitter = assignment.submitted?.by === viewer.id;
  const cosigns = isSeated && state === 'submitted' && !isSubmitter;
  const reviews = may(viewer, 'review-inspection') && state === 'cosigned';
  return allowed({
    'accept-assignment': answers,
    'declare-conflict': seat?.answer.kind === 'open' && isBeforeFindings(assignment),
    'open-recusal': may(viewer, 'ask-change') && isBeforeFindings(assignment),
    'open-substitute': may(viewer, 'ask-change') && isBeforeFindings(assignment),
    'serve-notice': state === 'to-notify' && (isSeated || may(viewer, 'make-task')),
    'start-visit': isSeated && state === 'to-visit',
    'show-findings': isSeated && state === 'visiting',
    'save-findings': isSeated && state === 'visiting',
    'submit-findings': isSeated && state === 'visiting',
    'show-measures': (isSeated || may(viewer, 'see-inspections')) && assignment.startedAt !== null,
    'show-inspection': cosigns || reviews || (may(viewer, 'make-task') && assignment.findings !== null),
    'cosign-findings': cosigns,
    'return-findings': cosigns,
    'review-inspection': reviews,
    'return-inspection': reviews,
    'propose-publication': may(viewer, 'propose-publication') && state === 'reviewed',
  });
}

export async function findingsView(look: Look): Promise<Card> {
  const { assignment, task, institution, photos } = await visitOf(look);
  if (assignment.state !== 'visiting') return assignmentView(look);
  return findingsFace({
    assignment,
    institution,
    task,
    matters: await mattersOf(look.books, task, assignment.category),
    page: Math.max(1, Number(look.extra['page'] ?? 1)),
    rectifyBy: workingDaysAfter(look, look.today, look.office.rules.deadlines.rectify),
    photos,
    today: look.today,
    may: look.viewer ? mayOnVisit(look.viewer, assignment) : [],
  });
}

async function cosignFactsOf(look: Look): Promise<CosignFacts> {
  const { assignment, task, institution, photos } = await visitOf(look);
  const people = [
    ...assignment.seats.map(({ person }) => person),
    assignment.submitted?.by ?? null,
    assignment.cosign?.by ?? null,
    assignment.review?.by ?? null,
    assignment.returned?.by ?? null,
  ];
  return {
    assignment,
    institution,
    task,
    matters: await mattersOf(look.books, task, assignment.category),
    photos,
    due: await dueOfState(look, assignment),
    isWhole: look.extra['whole'] === true,
    names: await namesOf(look, { people, institutions: [institution.id] }),
    may: look.viewer ? mayOnVisit(look.viewer, assignment) : [],
  };
}

export async function cosignView(look: Look): Promise<Card> {
  return cosignFace(await cosignFactsOf(look));
}

export async function reviewView(look: Look): Promise<Card> {
  return reviewFace(await cosignFactsOf(look));
}

export async function photoKeptView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const kept = await must(books.evidence.get(look.about), 'evidence', look.about);
  const open = viewer
    ? (await books.assignments.ofPerson(viewer.id)).filter(({ state }) => state === 'visiting' || state === 'submitted')
    : [];
  const choices = [];
  for (const { id, institution } of open)
    choices.push({ assignment: id, institution: (await books.institutions.get(institution))?.name ?? institution });
  const belonging = kept.assignment ? await books.assignments.get(kept.assignment) : null;
  const belongs = belonging && {
    assignment: belonging.id,
    institution: (await books.institutions.get(belonging.institution))?.name ?? belonging.institution,
    count: (await books.evidence.ofAssignment(belonging.id)).length,
  };
  return photoKeptFace({ evidence: kept.id, fileName: kept.fileName, sha256: kept.sha256, belongs, choices });
}
