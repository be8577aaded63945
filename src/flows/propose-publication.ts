// 提请公示: an operator has the six fields written of one inspection, or of all reviewed ones of a task (Art. 14).
import type { Assignment, AssignmentId } from '../domain/assignment.ts';
import { calendarOf } from '../domain/calendar.ts';
import { mattersFor } from '../domain/findings-rules.ts';
import type { Person } from '../domain/person.ts';
import type { Publication } from '../domain/publication.ts';
import { proposed, publicationDue, type WriteSixFields } from '../domain/publication-rules.ts';
import { alreadyDone, notFound, wrongState } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import type { Books } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { holders, people, type Telling, tell } from './tell.ts';

/** `about` is an inspection or a task. Proposes what is reviewed and not proposed yet. All or none: a single field that may not go out stops the whole. */
export function proposePublication(office: Office, by: Person, about: AssignmentId, write: WriteSixFields): Answer<readonly Publication[]> {
  return change(office, by, 'propose-publication', async (books, at) => {
    const task = await books.tasks.get(about);
    const single = task ? null : await books.assignments.get(about);
    if (!task && !single) return notFound('assignment', about);
    const taskId = task?.id ?? single?.task ?? '';
    const known = new Set((await books.publications.ofTask(taskId)).map((one) => one.assignment));
    const all = single ? [single] : await books.assignments.ofTask(taskId);
    const wanted = all.filter((row) => row.state === 'reviewed');
    const rows = wanted.filter((row) => !known.has(row.id));
    if (wanted.length === 0) return wrongState('assignment', all[0]?.state ?? 'offered', 'reviewed');
    if (rows.length === 0) return alreadyDone();
    const made: Publication[] = [];
    for (const row of rows) {
      const one = await publicationOf(books, office, row, write, by, at);
      if (!one.ok) return one;
      made.push(one.value);
    }
    for (const one of made) await books.publications.add(one);
    await books.ledger.add({ what: 'publication-proposed', by: by.id, about, facts: { publications: made.length } }, at);
    const heads = people(await holders(books, 'head', [by.id]));
    await tell(
      books,
      at,
      'proposed',
      made.map((one): Telling => ({ to: heads, face: 'publication', about: one.id })),
    );
    return ok(made);
  });
}

async function publicationOf(
  books: Books,
  office: Office,
  row: Assignment,
  write: WriteSixFields,
  by: Person,
  at: Date,
): Answer<Publication> {
  const task = await books.tasks.get(row.task);
  const institution = await books.institutions.get(row.institution);
  if (!task || !institution) return notFound('institution', row.institution);
  if (row.state !== 'reviewed' || row.findings === null) return wrongState('assignment', row.state, 'reviewed');
  const due = publicationDue(row, office.rules.deadlines.publish, calendarOf(office.rules.calendar));
  if (!due.ok) return due;
  const matters = mattersFor(task, row.category, await books.matters.all());
  const problems = await books.problems.ofAssignment(row.id);
  const fields = write({ institution, findings: row.findings, matters, problems });
  return proposed(row, fields, due.value, { by: by.id, at, words: '' });
}
