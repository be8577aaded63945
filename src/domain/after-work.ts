// Work after the review: publication (Art. 14) and rectification (Art. 17), each with its clock.
import type { Assignment } from './assignment.ts';
import type { PersonId } from './person.ts';
import type { Problem } from './problem.ts';
import { publicationDue } from './publication-rules.ts';
import { teamOf } from './seats.ts';
import { followUpDue } from './visit-due.ts';
import { hasWaited, isNear, nameOf, type Work, type WorkFacts, withRole } from './work-facts.ts';

/** Reviewed inspections to propose, proposals to approve, publications to put on the portal. */
export function publicationWork(facts: WorkFacts): readonly Work[] {
  const known = new Set(facts.publications.map((one) => one.assignment));
  const toPropose = facts.assignments
    .filter((row) => row.state === 'reviewed' && !known.has(row.id))
    .map((row): Work => {
      const day = publicationDue(row, facts.rules.deadlines.publish, facts.calendar);
      const due = day.ok ? day.value : null;
      const isDue = due === null || isNear(facts, due);
      return {
        kind: 'propose-publication',
        about: row.id,
        title: nameOf(facts, row.institution),
        due,
        for: withRole(facts, 'operator'),
        isDue,
      };
    });
  return [...toPropose, ...facts.publications.flatMap((one) => publicationStep(one, facts))];
}

function publicationStep(one: WorkFacts['publications'][number], facts: WorkFacts): readonly Work[] {
  const base = { about: one.id, title: one.fields.institution, due: one.due };
  if (one.state === 'proposed') {
    const heads = withRole(facts, 'head', [one.proposed.by]);
    return [{ ...base, kind: 'approve-publication', for: heads, isDue: hasWaited(facts, one.proposed.at) }];
  }
  const isPlaced = one.channels.some((channel) => channel.channel === 'portal' && channel.address !== null);
  return isPlaced ? [] : [{ ...base, kind: 'place-publication', for: withRole(facts, 'operator'), isDue: isNear(facts, one.due) }];
}

/** Problems to be put right, by their day; what is overdue goes to the heads too. Reported ones wait for the follow-up visit. */
export function rectificationWork(facts: WorkFacts): readonly Work[] {
  return facts.problems.flatMap((problem): readonly Work[] => {
    const assignment = facts.assignments.find((row) => row.id === problem.assignment);
    const title = nameOf(facts, problem.institution);
    if (problem.state === 'reported' && problem.report) {
      const due = followUpDue(problem, { deadlines: facts.rules.deadlines, calendar: facts.calendar });
      const isDue = due === null || isNear(facts, due);
      return [{ kind: 'follow-up', about: problem.id, title, due, for: assignment ? teamOf(assignment) : [], isDue }];
    }
    if ((problem.state !== 'open' && problem.state !== 'uncorrected') || problem.due === null) return [];
    const isDue = isNear(facts, problem.due);
    return [{ kind: 'report-rectification', about: problem.id, title, due: problem.due, for: keepers(problem, assignment, facts), isDue }];
  });
}

function keepers(problem: Problem, assignment: Assignment | undefined, facts: WorkFacts): readonly PersonId[] {
  const isLate = problem.due !== null && problem.due < facts.today;
  return [...(assignment ? teamOf(assignment) : []), ...withRole(facts, 'operator'), ...(isLate ? withRole(facts, 'head') : [])];
}
