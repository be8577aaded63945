// The three lists of things: institutions, matters, ratio documents.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Institution } from '../domain/institution.ts';
import type { Matter } from '../domain/matter.ts';
import type { RatioDocument } from '../domain/ratio-document.ts';
import type { InstitutionBook } from './books.ts';
import { day, json, key, longWord, orNull, text, word } from './columns.ts';
import { type RosterTable, rosterBook } from './roster-book.ts';
import { select } from './rows.ts';

/** Institutions as they are now. */
export const institutions = new EntitySchema<Institution>({
  name: 'institutions',
  columns: {
    id: key(word),
    name: text,
    category: word,
    address: text,
    head: orNull(text),
    phone: orNull(text),
    licence: orNull(text),
    licenceUntil: orNull(day),
    status: word,
    risk: orNull(text),
  },
});

/** Items that may be inspected. */
export const matters = new EntitySchema<Matter>({
  name: 'matters',
  columns: {
    id: key(longWord),
    name: text,
    category: word,
    basis: text,
    subject: text,
    object: text,
    content: text,
    methods: json,
    points: json,
    effectiveFrom: day,
    publishedOn: orNull(day),
  },
});

/** Ratio documents. */
export const documents = new EntitySchema<RatioDocument>({
  name: 'documents',
  columns: {
    id: key(longWord),
    title: text,
    issuedOn: day,
    effectiveFrom: day,
    effectiveUntil: orNull(day),
    basis: orNull(text),
    rows: json,
  },
});

/** How the list of institutions is kept. */
export const institutionRoster: RosterTable<Institution> = {
  kind: 'institutions',
  table: institutions,
  nameColumn: 'name',
  uniqueColumns: [],
};

/** How the list of matters is kept. */
export const matterRoster: RosterTable<Matter> = { kind: 'matters', table: matters, nameColumn: 'name', uniqueColumns: [] };

/** How the list of ratio documents is kept. */
export const documentRoster: RosterTable<RatioDocument> = { kind: 'documents', table: documents, nameColumn: 'title', uniqueColumns: [] };

/** The book of institutions. */
export function institutionBook(manager: EntityManager): InstitutionBook {
  return {
    ...rosterBook<'institutions'>(manager, institutionRoster),
    licencesUntil: (until) => select(manager, institutions).where('row.licenceUntil <= :until', { until }).orderBy('row.id').getMany(),
  };
}
