// The kinds of columns there are: what is the same on SQLite and PostgreSQL, and how it becomes a value of the domain.
import type { EntitySchemaColumnOptions } from 'typeorm';
import { instantText, jsonText } from './json-text.ts';

/** Byte order on PostgreSQL too, so that ids sort and compare as they do on SQLite. SQLite's own order is that already. */
const collation = 'C';

/** Ids, states, hashes: at most 64 characters. */
export const word: EntitySchemaColumnOptions = { type: 'varchar', length: 64, collation };

/** Keys made of several ids, document numbers, chat accounts: at most 200 characters. */
export const longWord: EntitySchemaColumnOptions = { type: 'varchar', length: 200, collation };

/** What people typed, of any length. */
export const text: EntitySchemaColumnOptions = { type: 'text', collation };

/** A `Day`. */
export const day: EntitySchemaColumnOptions = { type: 'varchar', length: 10, collation };

/** A `Date`. */
export const instant: EntitySchemaColumnOptions = { type: 'varchar', length: 24, collation, transformer: instantText };

/** Lists and objects, dates inside included. */
export const json: EntitySchemaColumnOptions = { type: 'text', collation, transformer: jsonText };

/** A whole number below 2^31. */
export const integer: EntitySchemaColumnOptions = { type: 'integer' };

/** Yes or no; without a default in the database, because no default is written alike on both. */
export const flag: EntitySchemaColumnOptions = { type: 'boolean' };

/** A running number that the database gives. */
export const sequence: EntitySchemaColumnOptions = { type: 'integer', primary: true, generated: 'increment' };

/** The same column as (part of) the primary key. */
export const key = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, primary: true });

/** The same column, where null is a value. */
export const orNull = (column: EntitySchemaColumnOptions): EntitySchemaColumnOptions => ({ ...column, nullable: true });
