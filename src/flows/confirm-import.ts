// 确认导入: all rows or none, in one transaction; if the lists moved on since the preview, a fresh preview instead.
import { losesLastAdmin } from '../domain/last-admin.ts';
import { may } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { privileged } from '../domain/roster/grants.ts';
import { rebase } from '../domain/roster/rebase.ts';
import type { PendingImport, RosterChange, RosterRows } from '../domain/roster.ts';
import type { Books } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { bookOf, importVerb, peopleChanges } from './roster-books.ts';

/** What came of a confirmation. `changed-meanwhile`: nothing was written, the import shows what it would do now. */
export interface ConfirmedImport {
  readonly kind: 'confirmed' | 'changed-meanwhile';
  readonly import: PendingImport;
}

/** Writes the staged rows with their history. */
export async function confirmImport(office: Office, by: Person, id: string): Answer<ConfirmedImport> {
  const waiting = await office.store.read((books) => books.imports.get(id));
  if (!waiting) return notFound('import', id);
  return change<ConfirmedImport>(office, by, importVerb(waiting.kind), async (books, at) => {
    const pending = await books.imports.get(id);
    if (!pending) return notFound('import', id);
    if (pending.state === 'confirmed') return alreadyDone();
    if (pending.state === 'cancelled') return fail({ kind: 'import-gone' });
    if (pending.problems.length > 0) return fail({ kind: 'import-has-problems', count: pending.problems.length });
    const staged = await books.imports.staged(id, pending.kind);
    const people = peopleChanges(pending.kind, staged);
    const names = may(by, 'bind-people') ? [] : privileged(people);
    if (names.length > 0) return fail({ kind: 'roles-need-admin', names: names.slice(0, 10) });
    if (people.length > 0 && losesLastAdmin(await books.people.all(), people)) return fail({ kind: 'last-admin' });
    const moved = await rebased(books, pending, staged, at);
    if (moved) return ok({ kind: 'changed-meanwhile', import: moved });
    await bookOf(books, pending.kind).apply(staged, { at, by: by.id, source: pending.fileName });
    await books.imports.dropStaged(id);
    const confirmed = await books.imports.replace({ ...pending, state: 'confirmed' });
    const { kind, added, changed } = confirmed;
    await books.ledger.add({ what: 'roster-imported', by: by.id, about: id, facts: { kind, added, changed } }, at);
    return ok({ kind: 'confirmed', import: confirmed });
  });
}

/** Null if the staged changes still fit the books; else the import with its changes and counts made anew. */
async function rebased(
  books: Books,
  pending: PendingImport,
  staged: readonly RosterChange<RosterRows[PendingImport['kind']]>[],
  at: Date,
): Promise<PendingImport | null> {
  const book = bookOf(books, pending.kind);
  const touched = await book.changedAt();
  if (!touched || touched < pending.at) return null;
  const now = rebase(pending.kind, staged, await book.all());
  if (now.isCurrent) return null;
  await books.imports.dropStaged(pending.id);
  await books.imports.stage(pending.id, pending.kind, now.changes);
  const added = now.changes.filter((one) => one.before === null).length;
  return books.imports.replace({
    ...pending,
    at,
    added,
    changed: now.changes.length - added,
    unchanged: pending.total - now.changes.length,
    problems: now.problems,
  });
}
