// What comes to a draw after its lock, in three tables that only grow: triggers hold that.
import { type EntityManager, EntitySchema } from 'typeorm';
import type { Confirmation, DrandEntry, VoidOutcome } from '../domain/draw.ts';
import type { BeaconBook, ConfirmationBook, OutcomeBook } from './ceremony-books.ts';
import { instant, integer, json, key, orNull, text, word } from './columns.ts';
import { insert, select } from './rows.ts';

/** Rounds of drand. */
export const beacons = new EntitySchema<DrandEntry>({
  name: 'beacons',
  columns: { draw: key(word), round: integer, randomness: word, signature: text, from: orNull(text), by: word, at: instant },
});

/** Outcomes of void draws. */
export const voidOutcomes = new EntitySchema<VoidOutcome>({
  name: 'void_outcomes',
  columns: { draw: key(word), record: json, at: instant },
});

/** What witnesses said of results. */
export const confirmations = new EntitySchema<Confirmation>({
  name: 'confirmations',
  columns: { draw: key(word), person: key(word), verdict: key(word), words: text, recordHash: word, at: instant },
});

/** The book of beacons. */
export function beaconBook(manager: EntityManager): BeaconBook {
  return { get: (draw) => ofDraw(manager, beacons, draw), add: (entry) => addOnce(manager, beacons, entry) };
}

/** The book of void draws' outcomes. */
export function outcomeBook(manager: EntityManager): OutcomeBook {
  return { get: (draw) => ofDraw(manager, voidOutcomes, draw), add: (outcome) => addOnce(manager, voidOutcomes, outcome) };
}

/** The book of confirmations. */
export function confirmationBook(manager: EntityManager): ConfirmationBook {
  return {
    ofDraw: (draw) =>
      select(manager, confirmations).where('row.draw = :draw', { draw }).orderBy('row.at').addOrderBy('row.person').getMany(),
    async add(said) {
      const { draw, person, verdict } = said;
      const isThere = await select(manager, confirmations)
        .where('row.draw = :draw AND row.person = :person AND row.verdict = :verdict', { draw, person, verdict })
        .getExists();
      if (!isThere) await insert(manager, confirmations, [said]);
      return !isThere;
    },
  };
}

type OfDraw = DrandEntry | VoidOutcome;

function ofDraw<Row extends OfDraw>(manager: EntityManager, table: EntitySchema<Row>, draw: string): Promise<Row | null> {
  return select(manager, table).where('row.draw = :draw', { draw }).getOne();
}

async function addOnce<Row extends OfDraw>(manager: EntityManager, table: EntitySchema<Row>, row: Row): Promise<boolean> {
  if (await ofDraw(manager, table, row.draw)) return false;
  await insert(manager, table, [row]);
  return true;
}
