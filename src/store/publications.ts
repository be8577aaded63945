// Publications, searched as the public searches them: by year, category and any text of the six fields.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Publication, SixFields } from '../domain/publication.ts';
import type { PublicationBook } from './books.ts';
import { day, integer, json, key, orNull, text, word } from './columns.ts';
import { containing, select } from './rows.ts';
import { byNumbers, type VersionedTable, versionedBook } from './versioned-book.ts';

/** The six fields are columns of their own, so that a search hits what the public reads and nothing else. */
type StoredPublication = Omit<Publication, 'fields'> & SixFields;

/** Publications. */
export const publications = new EntitySchema<StoredPublication>({
  name: 'publications',
  columns: {
    id: key(word),
    assignment: word,
    task: word,
    category: word,
    institutionId: word,
    institution: text,
    time: text,
    method: text,
    content: text,
    result: text,
    handling: text,
    state: word,
    due: day,
    proposed: json,
    approved: orNull(json),
    publishedOn: orNull(day),
    channels: json,
    version: integer,
  },
  indices: [
    { name: 'ix_publications_task', columns: ['task'] },
    { name: 'ix_publications_published', columns: ['state', 'publishedOn'] },
  ],
});

const FIELDS = ['institution', 'time', 'method', 'content', 'result', 'handling'] as const satisfies readonly (keyof SixFields)[];

const stored: VersionedTable<Publication, StoredPublication> = {
  table: publications,
  id: 'id',
  toStored: ({ fields, ...rest }) => ({ ...rest, ...fields }),
  fromStored: ({ institution, time, method, content, result, handling, ...rest }) => ({
    ...rest,
    fields: { institution, time, method, content, result, handling },
  }),
};

/** The book of publications. */
export function publicationBook(manager: EntityManager): PublicationBook {
  const rows = () => select(manager, publications);
  const inOrder = (found: readonly StoredPublication[]) => found.map(stored.fromStored).sort((a, b) => byNumbers(a.id, b.id));

  return {
    ...versionedBook(manager, stored),
    ofTask: async (task) => inOrder(await rows().where('row.task = :task', { task }).getMany()),
    unpublished: async () => inOrder(await rows().where(`row.state = 'proposed'`).getMany()),
    async years() {
      const found = await rows()
        .select('DISTINCT SUBSTR(row.publishedOn, 1, 4)', 'year')
        .where(`row.state = 'published' AND row.publishedOn IS NOT NULL`)
        .orderBy('year', 'DESC')
        .getRawMany<{ year: string }>();
      return found.map(({ year }) => Number(year));
    },
    async published(where) {
      const question = rows().where(`row.state = 'published'`);
      if (where.year !== undefined) question.andWhere('row.publishedOn LIKE :year', { year: `${where.year}-%` });
      if (where.category !== undefined) question.andWhere('row.category = :category', { category: where.category });
      if (where.text) {
        const any = FIELDS.map((field) => `LOWER(row.${field}) LIKE LOWER(:text) ESCAPE '!'`).join(' OR ');
        question.andWhere(`(${any})`, { text: eitherWidth(containing(where.text)) });
      }
      const [found, total] = await question
        .orderBy('row.publishedOn', 'DESC')
        .addOrderBy('row.id', 'DESC')
        .offset(where.skip ?? 0)
        // Without a limit SQLite knows no OFFSET.
        .limit(where.take ?? 1_000_000)
        .getManyAndCount();
      return { total, rows: found.map(stored.fromStored) };
    },
  };
}

/** A bracket or a stop may have been typed in Chinese or in Latin width: `_` stands for either. */
function eitherWidth(pattern: string): string {
  return pattern.replace(/[()（）,，.．:：;；]/g, '_');
}
