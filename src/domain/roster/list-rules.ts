// What each list asks of its rows: what a new row has where the file is silent, what tells rows apart, which values are nobody else's.
import { BLANK_PERSON } from '../person.ts';
import type { RosterKind, RosterRows } from '../roster.ts';

/** The rules of one list. */
export interface ListRules<Row> {
  /** A new row before its file has spoken; required fields are always given by the file. */
  readonly blank: Row;
  /** Codes are `P007`: given by us where the file has none; null where the code is the world's own. */
  readonly prefix: string | null;
  /** What two rows that are the same thing have in common, for a file without codes. */
  readonly sameness: (row: Row) => string;
  /** Fields whose value no two rows may share. */
  readonly unique: readonly (keyof Row & string)[];
  /** Rows that no longer count when values are compared (a cancelled firm's name may be taken again). */
  readonly isGone: (row: Row) => boolean;
}

/** The rules of all four. */
export const LIST_RULES: { readonly [K in RosterKind]: ListRules<RosterRows[K]> } = {
  people: {
    blank: BLANK_PERSON,
    prefix: 'P',
    sameness: (person) => `${person.name}\n${person.unit}`,
    unique: ['certificate', 'mobile', 'feishu', 'dingtalk'],
    isGone: (person) => person.status === 'left',
  },
  institutions: {
    blank: {
      id: '',
      name: '',
      category: '',
      address: '',
      head: null,
      phone: null,
      licence: null,
      licenceUntil: null,
      status: 'normal',
      risk: null,
    },
    prefix: null,
    sameness: (institution) => institution.name,
    unique: ['name', 'licence'],
    isGone: (institution) => institution.status === 'cancelled' || institution.status === 'moved',
  },
  matters: {
    blank: {
      id: '',
      name: '',
      category: '',
      basis: '',
      subject: '',
      object: '',
      content: '',
      methods: [],
      points: [],
      effectiveFrom: '',
      publishedOn: null,
    },
    prefix: 'M',
    sameness: (matter) => `${matter.category}\n${matter.name}`,
    unique: [],
    isGone: () => false,
  },
  documents: {
    blank: { id: '', title: '', issuedOn: '', effectiveFrom: '', effectiveUntil: null, basis: null, rows: [] },
    prefix: null,
    sameness: (document) => document.id,
    unique: [],
    isGone: () => false,
  },
};
