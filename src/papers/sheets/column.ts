// A column of a list: its heading, what it fills, and what an empty cell means.
import { ok, type Result } from '../../domain/result.ts';
import type { RawCell } from './cell.ts';
import { type CellTrouble, type Codec, type SheetWorld, trouble } from './codecs.ts';

/** What an empty cell means: it is refused, the books' value stays, or this value. */
export type Blank<T> = 'required' | 'keep' | { readonly value: T };

/** What people see of a column. */
export interface ColumnFace {
  readonly heading: string;
  /** Other headings seen in lists that bureaus really keep. */
  readonly aliases: readonly string[];
  readonly isRequired: boolean;
  /** One sentence for the template's second page. */
  readonly hint: string;
  readonly example: string;
  readonly choices: (world: SheetWorld) => readonly string[];
}

/** One column of a list whose lines are `Row`s. */
export interface Column<Row> extends ColumnFace {
  readonly field: keyof Row & string;
  read(cell: RawCell, world: SheetWorld): Result<Partial<Row>, CellTrouble>;
  write(row: Row, world: SheetWorld): string;
}

/** Words of a column for people. */
export interface ColumnWords {
  readonly hint: string;
  readonly example: string;
  readonly aliases?: readonly string[];
}

/** A maker of columns for one kind of line. `null` is written as an empty cell. */
export function columnsFor<Row>() {
  return function column<K extends keyof Row & string>(
    heading: string,
    field: K,
    codec: Codec<NonNullable<Row[K]>>,
    blank: Blank<Row[K]>,
    words: ColumnWords,
  ): Column<Row> {
    return {
      field,
      heading,
      aliases: words.aliases ?? [],
      isRequired: blank === 'required',
      hint: words.hint,
      example: words.example,
      choices: codec.choices ?? (() => []),
      read: (cell, world) => {
        if (cell.kind !== 'blank') {
          const value = codec.read(cell, world);
          return value.ok ? ok(filled<Row, K>(field, value.value)) : value;
        }
        if (blank === 'required') return trouble('required', cell);
        return ok(blank === 'keep' ? {} : filled<Row, K>(field, blank.value));
      },
      write: (row, world) => {
        const value = row[field];
        return value === null || value === undefined ? '' : codec.write(value, world);
      },
    };
  };
}

function filled<Row, K extends keyof Row>(field: K, value: Row[K]): Partial<Row> {
  const patch: Partial<Row> = {};
  patch[field] = value;
  return patch;
}
