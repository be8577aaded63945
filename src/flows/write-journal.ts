// 记一笔: guidance, a contact attempt, a warning or a complaint, written once and never changed (Art. 12, 15, 16).
import { type JournalEntry, type JournalLine, journalled } from '../domain/journal.ts';
import type { Person } from '../domain/person.ts';
import { notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import { checkScope } from './measure-ground.ts';
import type { Office } from './office.ts';

/** Writes the line about an inspection, an institution or a task, by its number. */
export function writeJournal(
  office: Office,
  by: Person,
  about: string,
  line: Omit<JournalLine, 'institution' | 'assignment' | 'task'>,
): Answer<JournalEntry> {
  return change(office, by, 'write-journal', async (books, at) => {
    const problem = await books.problems.get(about);
    const assignment = await books.assignments.get(problem?.assignment ?? about);
    const institution = await books.institutions.get(assignment?.institution ?? about);
    const task = await books.tasks.get(assignment?.task ?? about);
    if (!institution && (!task || line.kind !== 'guidance')) return notFound('institution', about);
    const outside = checkScope(by, assignment);
    if (outside) return outside;
    for (const id of line.proof) if (!(await books.evidence.get(id))) return notFound('evidence', id);
    const whole = { ...line, institution: institution?.id ?? null, assignment: assignment?.id ?? null, task: task?.id ?? null };
    const entry = journalled(whole, { id: await books.journal.nextId(at.getUTCFullYear()), by: by.id, at });
    if (!entry.ok) return entry;
    await books.journal.add(entry.value);
    const { id, kind, guidance, on } = entry.value;
    await books.ledger.add({ what: 'journal-written', by: by.id, about: institution?.id ?? about, facts: { id, kind, guidance, on } }, at);
    return ok(entry.value);
  });
}
