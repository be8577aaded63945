// /绑定 123456: a chat account that is nobody yet becomes the person for whom the code was made.
import { hashOfCode, MISS_MINUTES, MOST_MISSES } from '../domain/binding.ts';
import { dayOf, plusDays } from '../domain/day.ts';
import type { Person } from '../domain/person.ts';
import { isHere, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { BindingCode, Books } from '../store/books.ts';
import type { Answer } from './change.ts';
import type { Office } from './office.ts';
import { type Account, tie, writeBinding } from './tie-account.ts';

/** The person, now bound. Wrong codes are counted: after five in an hour the account has to wait. */
export function bindAccount(office: Office, account: Account, code: string): Answer<Person> {
  const at = office.now();
  const who = `${account.platform}:${account.account}`;
  return office.store.work(async (books) => {
    const misses = await books.bindings.misses(who, new Date(at.getTime() - MISS_MINUTES * 60_000));
    if (misses >= MOST_MISSES) return fail({ kind: 'too-many-tries', minutes: MISS_MINUTES });
    const found = await findCode(books, code.trim(), at);
    if (!found) {
      await books.bindings.miss(who, at);
      return fail({ kind: 'code-wrong', left: MOST_MISSES - misses - 1 });
    }
    if (found.expiresAt <= at) return fail({ kind: 'code-expired' });
    const person = await books.people.get(found.person);
    if (!person || !isHere(person)) return notFound('person', found.person);
    const changes = await tie(books, person, account);
    if (!changes.ok) return changes;
    if (!(await books.bindings.use(found.hash, at))) return fail({ kind: 'code-expired' });
    await writeBinding(books, at, person.id, account.platform, changes.value);
    return ok(changes.value.at(-1)?.after ?? person);
  });
}

/** A code lives 24 hours, hence it was made today or yesterday; the day before is looked up to be able to say that it is too late. */
async function findCode(books: Books, code: string, at: Date): Promise<BindingCode | null> {
  for (const daysAgo of [0, 1, 2]) {
    const found = await books.bindings.find(hashOfCode(code, plusDays(dayOf(at), -daysAgo)));
    if (found) return found;
  }
  return null;
}
