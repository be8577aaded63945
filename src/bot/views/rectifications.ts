// Views of problems and their rectification, and of publications.
import type { Card } from '../../cards/card.ts';
import { publicationFace } from '../../cards/faces/publication.ts';
import { rectificationFace } from '../../cards/faces/rectification.ts';
import { rectificationsFace } from '../../cards/faces/rectifications.ts';
import { resultFace } from '../../cards/faces/result.ts';
import { calendarOf } from '../../domain/calendar.ts';
import { isOwn, may } from '../../domain/may.ts';
import type { Problem } from '../../domain/problem.ts';
import { publicationDue } from '../../domain/publication-rules.ts';
import { followUpDue } from '../../domain/visit-due.ts';
import { sixFields } from '../../words/publication.ts';
import { allowed, dueOn, type Look, must, NothingThere, namesOf, pageOf, visitFor } from './context.ts';
import { mattersOf } from './inspections.ts';

const PAGE = 8;

export async function rectificationView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const problem = await must(books.problems.get(look.about), 'problem', look.about);
  const assignment = await visitFor(look, problem.assignment);
  const matter = await books.matters.get(problem.matter);
  const isSeated = assignment.seats.some(({ person }) => person === viewer?.id);
  const isOpen = problem.state === 'open' || problem.state === 'reported' || problem.state === 'uncorrected';
  const people = [problem.report?.by ?? null, problem.followUp?.by ?? null];
  const { deadlines, calendar } = look.office.rules;
  const followUpBy = problem.state === 'reported' ? followUpDue(problem, { deadlines, calendar: calendarOf(calendar) }) : null;
  return rectificationFace({
    problem,
    institution: (await books.institutions.get(problem.institution))?.name ?? problem.institution,
    point: matter?.points[problem.point] ?? '',
    due: problem.due ? dueOn(look, problem.due) : null,
    followUpBy: followUpBy === null ? null : dueOn(look, followUpBy),
    today: look.today,
    names: await namesOf(look, { people }),
    may: allowed({
      'report-rectification': isOpen && viewer !== null && (isSeated || may(viewer, 'make-task')),
      'follow-up': isOpen && isSeated,
      'show-measures': viewer !== null && (isSeated || may(viewer, 'see-inspections')),
    }),
  });
}

export async function rectificationsView(look: Look): Promise<Card> {
  const { books } = look;
  const open = [...(await openProblems(look))].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
  const { rows, page, pages } = pageOf(open, Number(look.extra['page'] ?? 1), PAGE);
  const shown = [];
  for (const problem of rows) {
    const institution = (await books.institutions.get(problem.institution))?.name ?? problem.institution;
    shown.push({ problem, institution, due: problem.due ? dueOn(look, problem.due) : null });
  }
  return rectificationsFace({ rows: shown, total: open.length, page, pages });
}

/** Who runs the work sees all of them, an inspector those of his own visits. */
async function openProblems({ books, viewer }: Look): Promise<readonly Problem[]> {
  const open = await books.problems.open();
  if (viewer === null) return [];
  if (may(viewer, 'see-inspections')) return open;
  const mine = new Set((await books.assignments.ofPerson(viewer.id)).map(({ id }) => id));
  return open.filter(({ assignment }) => mine.has(assignment));
}

export async function publicationView(look: Look): Promise<Card> {
  const { books, viewer } = look;
  const publication = await must(books.publications.get(look.about), 'publication', look.about);
  // What is published anybody may read; before that it is as closed as its inspection.
  if (publication.state !== 'published') await visitFor(look, publication.assignment);
  const isOpen = publication.state === 'proposed';
  return publicationFace({
    publication,
    due: dueOn(look, publication.due),
    address: look.site ? `${look.site}/results?q=${encodeURIComponent(publication.fields.institution)}` : null,
    names: await namesOf(look, { people: [publication.proposed.by, publication.approved?.by ?? null] }),
    may: allowed({
      'approve-publication': isOpen && viewer !== null && may(viewer, 'approve-publication') && !isOwn(viewer, publication.proposed.by),
      'place-publication': !isOpen && viewer !== null && may(viewer, 'place-publication'),
    }),
  });
}

/** The six fields as they would be published, for the operator to look at before he proposes them. */
export async function resultView(look: Look): Promise<Card> {
  const { books, office, viewer } = look;
  const assignment = await visitFor(look, look.about);
  const institution = await must(books.institutions.get(assignment.institution), 'institution', assignment.institution);
  const task = await must(books.tasks.get(assignment.task), 'task', assignment.task);
  if (!assignment.findings) throw new NothingThere('assignment', assignment.id);
  const fields = sixFields({
    institution,
    findings: assignment.findings,
    matters: await mattersOf(books, task, assignment.category),
    problems: await books.problems.ofAssignment(assignment.id),
  });
  const { deadlines, calendar } = office.rules;
  const toPublish = assignment.review ? publicationDue(assignment, deadlines.publish, calendarOf(calendar)) : null;
  return resultFace({
    assignment: assignment.id,
    version: assignment.version,
    fields,
    due: toPublish?.ok ? dueOn(look, toPublish.value) : null,
    may: allowed({ 'propose-publication': assignment.state === 'reviewed' && viewer !== null && may(viewer, 'propose-publication') }),
  });
}
