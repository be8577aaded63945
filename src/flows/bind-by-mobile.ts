// After an import: accounts that the platform's directory has for the mobile numbers of the list.
import { accountOf } from '../domain/binding.ts';
import type { Person, Platform } from '../domain/person.ts';
import { isHere } from '../domain/refused.ts';
import type { RosterChange } from '../domain/roster.ts';
import type { Office } from './office.ts';
import { tie, writeBinding } from './tie-account.ts';

/** People still unbound there, whose numbers a door may look up. */
export async function unboundMobiles(office: Office, platform: Platform): Promise<readonly string[]> {
  const people = await office.store.read((books) => books.people.all());
  return people.flatMap((person) =>
    isHere(person) && person.mobile !== null && accountOf(person, platform) === null ? [person.mobile] : [],
  );
}

/** Binds whoever is unbound and found; accounts that are somebody else's are passed over. Answers with the people bound now. */
export function bindByMobile(office: Office, platform: Platform, accounts: ReadonlyMap<string, string>): Promise<readonly Person[]> {
  const at = office.now();
  return office.store.work(async (books) => {
    const changes: RosterChange<Person>[] = [];
    const used = new Set<string>();
    for (const person of await books.people.all()) {
      const account = person.mobile === null ? undefined : accounts.get(person.mobile);
      if (account === undefined || used.has(account) || !isHere(person) || accountOf(person, platform) !== null) continue;
      const tied = await tie(books, person, { platform, account });
      if (!tied.ok) continue;
      used.add(account);
      changes.push(...tied.value);
    }
    if (changes.length > 0) await writeBinding(books, at, 'system', platform, changes);
    return changes.map((change) => change.after).filter((person) => accountOf(person, platform) !== null);
  });
}
