// The bot was added to a group: it is written down, and announces nothing there until an administrator says so.
import type { Platform } from '../domain/person.ts';
import type { GroupChat } from '../store/books.ts';
import type { Office } from './office.ts';

/** The group as it stands in the books; a group known before keeps what was chosen for it. */
export function addGroup(
  office: Office,
  group: { readonly platform: Platform; readonly chat: string; readonly name: string },
): Promise<GroupChat> {
  const addedAt = office.now();
  return office.store.work(async (books) => {
    const known = (await books.groups.all()).find((one) => one.platform === group.platform && one.chat === group.chat);
    const now: GroupChat = { isAnnouncing: false, addedAt, ...known, ...group };
    await books.groups.put(now);
    return now;
  });
}
