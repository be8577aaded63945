// A list from a file, laid over the books and put aside until somebody confirms it (Art. 8, 9: lists are dynamic).
import { may, notAllowed, type Verb } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import { fail, ok } from '../domain/result.ts';
import { compare } from '../domain/roster/compare.ts';
import { privileged } from '../domain/roster/grants.ts';
import type { ParsedSheet } from '../domain/roster/parsed.ts';
import type { PendingImport, RosterChange, RosterKind, RosterRows } from '../domain/roster.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';
import { bookOf, importVerb, peopleChanges } from './roster-books.ts';

/** Rows staged in one transaction: between two, cards of other people get their turn. */
const SLICE = 2000;
/** Problems kept with the import: whoever has more mends the first ones and sends the file again. */
const MOST_PROBLEMS = 200;

/** The import as it waits, with counts and every problem. With problems it can only be cancelled. Nothing in the lists changes. */
export async function previewImport<K extends RosterKind>(
  office: Office,
  by: Person,
  sheet: ParsedSheet<K>,
  fileName: string,
): Answer<PendingImport> {
  const verb: Verb = importVerb(sheet.kind);
  if (!may(by, verb)) return notAllowed(verb);
  const id = `I${office.fresh.hex(6)}`;
  // Taken before the books are read: whatever changes after it is found again at the confirmation.
  const at = office.now();
  const rows = await office.store.read((books) => bookOf(books, sheet.kind).all());
  const found = compare(sheet, rows);
  const { total, added, changed, unchanged, problems } = found;
  const names = may(by, 'bind-people') ? [] : privileged(peopleChanges(sheet.kind, found.changes));
  if (names.length > 0) return fail({ kind: 'roles-need-admin', names: names.slice(0, 10) });
  if (problems.length === 0) await stage(office, id, sheet.kind, found.changes);
  return change(office, by, verb, async (books) => {
    const pending: PendingImport = {
      id,
      kind: sheet.kind,
      fileName,
      by: by.id,
      at,
      total,
      added,
      changed,
      unchanged,
      problems: problems.slice(0, MOST_PROBLEMS),
      state: 'waiting',
      version: 1,
    };
    await books.imports.add(pending);
    return ok(pending);
  });
}

/** In slices, beside the lists: what a crash leaves there is nobody's and harms nobody. */
async function stage<K extends RosterKind>(
  office: Office,
  id: string,
  kind: K,
  changes: readonly RosterChange<RosterRows[K]>[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += SLICE) {
    await office.store.work((books) => books.imports.stage(id, kind, changes.slice(start, start + SLICE)));
  }
}
