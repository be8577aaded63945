// The groups the bot is in, of which at most one is the 公示群.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { GroupBook, GroupChat } from './books.ts';
import { flag, instant, key, longWord, text, word } from './columns.ts';
import { select, update, upsert } from './rows.ts';

/** Groups. */
export const groups = new EntitySchema<GroupChat>({
  name: 'groups',
  columns: { platform: key(word), chat: key(longWord), name: text, isAnnouncing: flag, addedAt: instant },
});

/** The book of groups. */
export function groupBook(manager: EntityManager): GroupBook {
  const chooseNone = () => update(manager, groups, { isAnnouncing: true }, { isAnnouncing: false });

  return {
    all: () => select(manager, groups).orderBy('row.addedAt').addOrderBy('row.chat').getMany(),
    announcing: () => select(manager, groups).where('row.isAnnouncing = :yes', { yes: true }).getOne(),
    async put(group) {
      if (group.isAnnouncing) await chooseNone();
      await upsert(manager, groups, [group]);
    },
    async choose(platform, chat) {
      await chooseNone();
      const chosen = await update(manager, groups, { platform, chat }, { isAnnouncing: true });
      if (chosen !== 1) throw new Error(`no group ${platform}:${chat} to choose`);
    },
  };
}
