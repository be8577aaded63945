// The book of a list by its kind, and the verb that may change it.
import type { Verb } from '../domain/may.ts';
import type { RosterChange, RosterKind, RosterRows } from '../domain/roster.ts';
import type { Books, RosterBook } from '../store/books.ts';

/** The book of that list. */
export function bookOf<K extends RosterKind>(books: Books, kind: K): RosterBook<RosterRows[K]> {
  const all: { readonly [L in RosterKind]: RosterBook<RosterRows[L]> } = books;
  return all[kind];
}

/** Who may import that list. */
export function importVerb(kind: RosterKind): Verb {
  return kind === 'people' ? 'import-people' : 'keep-lists';
}

/** The changes, if they are of people. */
export function peopleChanges(
  kind: RosterKind,
  changes: readonly RosterChange<RosterRows[RosterKind]>[],
): readonly RosterChange<RosterRows['people']>[] {
  // The kind says what the rows are; TypeScript cannot follow that from one argument to the other.
  return kind === 'people' ? (changes as readonly RosterChange<RosterRows['people']>[]) : [];
}
