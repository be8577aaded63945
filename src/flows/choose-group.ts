// 公示群: the one group where draws are announced and witnessed.
import type { Person, Platform } from '../domain/person.ts';
import { alreadyDone, notFound } from '../domain/refused.ts';
import { fail, ok } from '../domain/result.ts';
import type { GroupChat } from '../store/books.ts';
import { type Answer, change } from './change.ts';
import type { Office } from './office.ts';

/** Only a group that the bot is in; the one chosen before is so no longer. */
export function chooseGroup(office: Office, by: Person, platform: Platform, chat: string): Answer<GroupChat> {
  return change(office, by, 'choose-group', async (books, at) => {
    const found = (await books.groups.all()).find((group) => group.platform === platform && group.chat === chat);
    if (!found) return notFound('group', chat);
    if (found.isAnnouncing) return alreadyDone();
    // What is sealed in one group is opened in that group, or the digests of one draw would lie in two places.
    const open = (await books.draws.all()).find(({ state }) => state === 'locked' || state === 'closed');
    if (open) return fail({ kind: 'draw-underway', draw: open.number });
    await books.groups.choose(platform, chat);
    await books.ledger.add({ what: 'group-chosen', by: by.id, about: `${platform}:${chat}` }, at);
    return ok({ ...found, isAnnouncing: true });
  });
}
