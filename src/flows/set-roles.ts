// 改角色: an administrator says what a listed person is in the office; the list keeps the history.
import { losesLastAdmin } from '../domain/last-admin.ts';
import type { Person, PersonId, Role } from '../domain/person.ts';
import { ROLES } from '../domain/person.ts';
import { alreadyDone, notFound, ownRequest } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** The person with exactly these roles. Nobody changes his own; the last administrator stays one. */
export function setRoles(office: Office, by: Person, personId: PersonId, wanted: readonly Role[]): Answer<Person> {
  return change(office, by, 'change-roles', async (books, at) => {
    const person = await books.people.get(personId);
    if (!person) return notFound('person', personId);
    if (person.id === by.id) return ownRequest();
    const roles = ROLES.filter((role) => wanted.includes(role));
    if (roles.length === 0) return fail({ kind: 'missing-fields', names: ['roles'] });
    if (ROLES.every((role) => person.roles.includes(role) === roles.includes(role))) return alreadyDone();
    const changed = [{ id: person.id, before: person, after: { ...person, roles } }];
    if (losesLastAdmin(await books.people.all(), changed)) return fail({ kind: 'last-admin' });
    await books.people.apply(changed, { at, by: by.id, source: 'chat' });
    await books.ledger.add({ what: 'roster-changed', by: by.id, about: person.id, facts: { roles: roles.join(' ') } }, at);
    return ok({ ...person, roles });
  });
}
