// Draws with their contributions and what witnesses typed. Triggers below hold that a lock never changes and a settled draw is at rest.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { ContributionEntry, Draw, TypedEntry } from '../domain/draw.ts';
import { withEvents } from '../domain/ssj/whole-record.ts';
import type { DrawBook } from './books.ts';
import { eventsOf } from './changes.ts';
import { instant, integer, json, key, orNull, text, word } from './columns.ts';
import { insert, select } from './rows.ts';
import { asItIs, versionedBook } from './versioned-book.ts';

/** Draws. */
export const draws = new EntitySchema<Draw>({
  name: 'draws',
  columns: {
    number: key(word),
    task: word,
    state: word,
    lockedAt: instant,
    lockedBy: word,
    manifest: json,
    manifestHash: word,
    roster: json,
    inspectors: json,
    recusals: json,
    secret: text,
    lastLink: text,
    witnesses: json,
    witnessesUntil: orNull(instant),
    closeHash: orNull(word),
    closedAt: orNull(instant),
    absent: json,
    record: orNull(json),
    settledAt: orNull(instant),
    settledBy: orNull(word),
    voided: orNull(json),
    version: integer,
  },
});

/** What witnesses contributed, in the order in which it came. */
export const contributions = new EntitySchema<ContributionEntry>({
  name: 'contributions',
  columns: { draw: key(word), person: key(word), by: word, value: text, at: instant },
});

/** Dice or a lottery's numbers as typed, a row a witness and round. Its table and one column are older than the lottery. */
export const dice = new EntitySchema<TypedEntry>({
  name: 'dice',
  columns: { draw: key(word), person: key(word), round: key(integer), numbers: { ...json, name: 'throws' }, at: instant },
});

/** Columns of a list of draws: all but the big parts and the secrets. */
const LISTED = [
  'number',
  'task',
  'state',
  'lockedAt',
  'lockedBy',
  'manifest',
  'manifestHash',
  'witnesses',
  'witnessesUntil',
  'closeHash',
  'closedAt',
  'absent',
  'settledAt',
  'settledBy',
  'voided',
  'version',
] as const satisfies readonly (keyof Draw)[];

/** The book of draws. */
export function drawBook(manager: EntityManager): DrawBook {
  const ofDraw = <Row extends ContributionEntry | TypedEntry>(table: EntitySchema<Row>, draw: string) =>
    select<Row>(manager, table).where('row.draw = :draw', { draw }).orderBy('row.at').addOrderBy('row.person');

  const book = versionedBook(manager, asItIs(draws, 'number'));
  return {
    ...book,
    async get(number) {
      const draw = await book.get(number);
      if (!draw?.record) return draw;
      const events = await eventsOf(manager, number);
      return events.length === 0 ? draw : { ...draw, record: withEvents(draw.record, events) };
    },
    all: () =>
      select(manager, draws)
        .select(LISTED.map((column) => `row.${column}`))
        .orderBy('row.number', 'DESC')
        .getMany(),
    async nextNumber(year) {
      const newest = await select(manager, draws)
        .select('MAX(row.number)', 'number')
        .where('row.number LIKE :year', { year: `${year}-%` })
        .getRawOne<{ number: string | null }>();
      const next = Number(newest?.number?.split('-')[1] ?? 0) + 1;
      return `${year}-${String(next).padStart(4, '0')}`;
    },
    contributions: (draw) => ofDraw(contributions, draw).getMany(),
    async contribute(entry) {
      const { draw, person } = entry;
      const given = await select(manager, contributions).where('row.draw = :draw AND row.person = :person', { draw, person }).getExists();
      if (!given) await insert(manager, contributions, [entry]);
      return !given;
    },
    typed: (draw) => ofDraw(dice, draw).addOrderBy('row.round').getMany(),
    async type(entry) {
      const { draw, person, round } = entry;
      const isTyped = await select(manager, dice)
        .where('row.draw = :draw AND row.person = :person AND row.round = :round', { draw, person, round })
        .getExists();
      if (!isTyped) await insert(manager, dice, [entry]);
      return !isTyped;
    },
  };
}
