// The first start: accounts named in the environment become administrators, so that somebody can import the people.
import type { Person, Platform } from '../domain/person.ts';
import type { RosterChange } from '../domain/roster.ts';
import type { Office } from './office.ts';

/** Ids of people who exist only until the people list names them. */
export const BOOTSTRAP_PREFIX = 'ADMIN';

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
  return {
    id,
    name: id,
    unit,
    sex: 'male',
    certificate: null,
    post: null,
    certificateState: 'none',
    certificateUntil: null,
    categories: [],
    mayLead: false,
    cap: null,
    status: 'active',
    roles: ['admin'],
    mobile: null,
    feishu: platform === 'feishu' ? account : null,
    dingtalk: platform === 'dingtalk' ? account : null,
  };
}
