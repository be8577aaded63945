// The people of the office, found by the chat account that is bound to them and by role.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Person, Role } from '../domain/person.ts';
import type { PeopleBook } from './books.ts';
import { day, flag, integer, json, key, longWord, orNull, text, word } from './columns.ts';
import { type RosterTable, rosterBook } from './roster-book.ts';
import { containing, select } from './rows.ts';

/** People as they are now. */
export const people = new EntitySchema<Person>({
  name: 'people',
  columns: {
    id: key(word),
    name: text,
    unit: text,
    sex: word,
    certificate: orNull(text),
    post: orNull(text),
    certificateState: word,
    certificateUntil: orNull(day),
    categories: json,
    mayLead: flag,
    cap: orNull(integer),
    status: word,
    roles: json,
    mobile: orNull(text),
    feishu: orNull(longWord),
    dingtalk: orNull(longWord),
  },
  indices: [
    { name: 'ux_people_feishu', columns: ['feishu'], unique: true },
    { name: 'ux_people_dingtalk', columns: ['dingtalk'], unique: true },
  ],
});

const roster: RosterTable<Person> = { kind: 'people', table: people, nameColumn: 'name', uniqueColumns: ['feishu', 'dingtalk'] };

/** The book of people. */
export function peopleBook(manager: EntityManager): PeopleBook {
  return {
    ...rosterBook<'people'>(manager, roster),
    byAccount: (platform, account) => select(manager, people).where(`row.${platform} = :account`, { account }).getOne(),
    async byRole(role) {
      const found = await select(manager, people)
        .where(`row.roles LIKE :text ESCAPE '!'`, { text: containing(`"${role}"`) })
        .orderBy('row.id')
        .getMany();
      return found.filter((person) => person.roles.includes(role as Role));
    },
  };
}
