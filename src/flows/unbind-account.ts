// 解除绑定: a lost phone, a mistaken binding.
import { accountOf, withAccount } from '../domain/binding.ts';
import { losesLastAdmin } from '../domain/last-admin.ts';
import type { Person, PersonId, Platform } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** The person without an account there. His seats and duties stay; he hears of them again once he is bound anew. */
export function unbindAccount(office: Office, by: Person, personId: PersonId, platform: Platform): Answer<Person> {
  return change(office, by, 'bind-people', async (books, at) => {
    const person = await books.people.get(personId);
    if (!person) return notFound('person', personId);
    if (accountOf(person, platform) === null) return alreadyDone();
    const after = withAccount(person, platform, null);
    const changed = [{ id: person.id, before: person, after }];
    if (losesLastAdmin(await books.people.all(), changed)) return fail({ kind: 'last-admin' });
    await books.people.apply(changed, { at, by: by.id, source: platform });
    await books.ledger.add({ what: 'account-unbound', by: by.id, about: person.id, facts: { platform } }, at);
    return ok(after);
  });
}
