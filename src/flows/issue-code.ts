// 绑定码: six digits with which a listed person ties his own chat account to himself.
import { CODE_HOURS, hashOfCode } from '../domain/binding.ts';
import { dayOf } from '../domain/day.ts';
import type { Person, PersonId } from '../domain/person.ts';
import { isHere, notFound } from '../domain/refused.ts';
import { ok } from '../domain/result.ts';
import type { Books } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** The code is shown to its maker once, and kept by nobody. */
export interface IssuedCode {
  readonly person: Person;
  readonly code: string;
  readonly expiresAt: Date;
}

/** Codes already out today are passed over; so many tries are plenty for an office. */
const CANDIDATES = 8;

/** A fresh code for that person, good once and for 24 hours. */
export function issueCode(office: Office, by: Person, personId: PersonId): Answer<IssuedCode> {
  const codes = Array.from({ length: CANDIDATES }, () => office.fresh.code());
  return change(office, by, 'bind-people', async (books, at) => {
    const person = await books.people.get(personId);
    if (!person || !isHere(person)) return notFound('person', personId);
    const code = await firstFree(books, codes, at);
    const expiresAt = new Date(at.getTime() + CODE_HOURS * 3600_000);
    await books.bindings.add({ hash: hashOfCode(code, dayOf(at)), person: person.id, madeBy: by.id, expiresAt, usedAt: null });
    await books.ledger.add({ what: 'code-issued', by: by.id, about: person.id }, at);
    return ok({ person, code, expiresAt });
  });
}

async function firstFree(books: Books, codes: readonly string[], at: Date): Promise<string> {
  for (const code of codes) if (!(await books.bindings.find(hashOfCode(code, dayOf(at))))) return code;
  throw new Error('every candidate code is already out');
}
