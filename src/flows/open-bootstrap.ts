// The first start: accounts named in the environment become administrators, and the checklists of the config become the items.
import { BOOTSTRAP_PREFIX } from '../domain/binding.ts';
import type { Matter } from '../domain/matter.ts';
import { BLANK_PERSON, type Person, type Platform } from '../domain/person.ts';
import type { RosterChange } from '../domain/roster.ts';
import type { Office } from './office.ts';

/** Makes an administrator for every account that is nobody's yet. Safe to call at each start. */
export async function openBootstrap(
  office: Office,
  admins: readonly { readonly platform: Platform; readonly account: string }[],
): Promise<void> {
  const at = office.now();
  await office.store.work(async (books) => {
    const changes: RosterChange<Person>[] = [];
    for (const [index, { platform, account }] of admins.entries()) {
      if (await books.people.byAccount(platform, account)) continue;
      const after = administrator(`${BOOTSTRAP_PREFIX}${index + 1}`, office.rules.homeUnit, platform, account);
      changes.push({ id: after.id, before: await books.people.get(after.id), after });
    }
    if (changes.length === 0) return;
    await books.people.apply(changes, { at, by: 'system', source: 'MINGQIAN_ADMINS' });
    await books.ledger.add({ what: 'office-opened', by: 'system', about: 'people', facts: { administrators: changes.length } }, at);
  });
}

function administrator(id: string, unit: string, platform: Platform, account: string): Person {
  return { ...BLANK_PERSON, id, name: id, unit, roles: ['admin'], [platform]: account };
}

/** Puts the checklists of `config/matters.yaml` into an item list that is still empty. Unpublished, they cannot be used yet (Art. 10). */
export async function openMatters(office: Office, matters: readonly Matter[]): Promise<void> {
  const at = office.now();
  await office.store.work(async (books) => {
    if (matters.length === 0 || (await books.matters.count()) > 0) return;
    const changes = matters.map((after) => ({ id: after.id, before: null, after }));
    await books.matters.apply(changes, { at, by: 'system', source: 'config/matters.yaml' });
    await books.ledger.add({ what: 'office-opened', by: 'system', about: 'matters', facts: { matters: matters.length } }, at);
  });
}
