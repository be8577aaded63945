// Ties an account to a person inside a flow's transaction: an account is one person's, a person has one on a platform, and the bootstrap administrator makes room.
import { accountOf, isBootstrap, withAccount } from '../domain/binding.ts';
import type { Person, PersonId, Platform } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { alreadyDone } from '../domain/refused.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { RosterChange } from '../domain/roster.ts';
import type { Books } from '../store/books.ts';

/** A chat account. */
export interface Account {
  readonly platform: Platform;
  readonly account: string;
}

/** What ties that account to that person: his own change, and the end of the bootstrap administrator who had it before. */
export async function tie(
  books: Books,
  person: Person,
  { platform, account }: Account,
): Promise<Result<readonly RosterChange<Person>[], Refusal>> {
  const holder = await books.people.byAccount(platform, account);
  if (holder?.id === person.id) return alreadyDone();
  // Otherwise a code that fell into wrong hands would quietly take the place of the account he works with.
  if (accountOf(person, platform) !== null) return fail({ kind: 'already-bound', name: person.name });
  if (holder && !isBootstrap(holder)) return fail({ kind: 'account-taken', name: holder.name });
  const bound = { id: person.id, before: person, after: withAccount(person, platform, account) };
  return ok(holder ? [{ id: holder.id, before: holder, after: released(holder, platform) }, bound] : [bound]);
}

/** A bootstrap administrator is only as real as his accounts: without any he has left. */
function released(holder: Person, platform: Platform): Person {
  const rest = withAccount(holder, platform, null);
  const isEmpty = accountOf(rest, 'feishu') === null && accountOf(rest, 'dingtalk') === null;
  return isEmpty ? { ...rest, status: 'left' } : rest;
}

/** Writes the binding and its ledger entry. */
export async function writeBinding(
  books: Books,
  at: Date,
  by: PersonId | 'system',
  platform: Platform,
  changes: readonly RosterChange<Person>[],
): Promise<void> {
  await books.people.apply(changes, { at, by, source: platform });
  const bound = changes.filter((change) => accountOf(change.after, platform) !== null).map((change) => change.id);
  await books.ledger.add(
    { what: 'account-bound', by, about: bound.length === 1 ? (bound[0] ?? '') : platform, facts: { platform, people: bound.join(' ') } },
    at,
  );
}
