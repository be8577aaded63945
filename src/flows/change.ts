// The frame of every verb: ask the table, then read, decide and write in one transaction.
import { may, rolesFor, type Verb } from '../domain/may.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { stale } from '../domain/refused.ts';
import { fail, type Result } from '../domain/result.ts';
import { type Books, StaleRow } from '../store/books.ts';
import { checkClock, isOfCeremony } from './clock-check.ts';
import type { Office } from './office.ts';

/** What a verb answers. */
export type Answer<T> = Promise<Result<T, Refusal>>;

/**
 * Runs a verb for somebody who may do it. It must decide before it writes, because a refusal does not roll back; when
 * somebody else changes a row in between, nothing is written and the answer is `stale`.
 */
export async function change<T>(office: Office, by: Person, verb: Verb, work: (books: Books, at: Date) => Answer<T>): Answer<T> {
  if (!may(by, verb)) return fail({ kind: 'not-allowed', verb, needs: rolesFor(verb) });
  const at = office.now();
  try {
    return await office.store.work(async (books) => (isOfCeremony(verb) ? await checkClock(books, at) : null) ?? work(books, at));
  } catch (error) {
    if (error instanceof StaleRow) return stale();
    throw error;
  }
}
