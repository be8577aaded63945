// How a kind of value stands in a cell and how it is read back: one codec a kind, each refusing what it cannot be sure of.
import { type Day, isDay } from '../../domain/day.ts';
import type { CategoryRule } from '../../domain/office-rules.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { creditCodeTrouble } from '../../domain/roster/credit-code.ts';
import type { SheetProblemKind } from '../../domain/roster.ts';
import { hasControlCharacters, narrow, type RawCell, shown, tidy } from './cell.ts';

/** What a cell's meaning depends on besides the cell. */
export interface SheetWorld {
  readonly categories: readonly CategoryRule[];
  readonly dateSystem: '1900' | '1904';
}

/** Why a cell is refused; `value` is what stood there. */
export interface CellTrouble {
  readonly kind: SheetProblemKind;
  readonly value: string;
}

/** Reads and writes one kind of value. Blank cells never get here: their column decides what they mean. */
export interface Codec<T> {
  read(cell: RawCell, world: SheetWorld): Result<T, CellTrouble>;
  write(value: T, world: SheetWorld): string;
  /** What can be chosen, where that is a list. */
  readonly choices?: (world: SheetWorld) => readonly string[];
}

/** Refuses the cell, quoting it. */
export function trouble(kind: SheetProblemKind, cell: RawCell): { readonly ok: false; readonly problem: CellTrouble } {
  return fail({ kind, value: shown(cell) });
}

/** What every text must pass, whatever it means. */
function readable(cell: RawCell, max: number): Result<string, CellTrouble> {
  if (cell.kind === 'no-result') return trouble('formula', cell);
  const whole = shown(cell);
  if (hasControlCharacters(whole)) return trouble('control-characters', cell);
  return whole.length > max ? trouble('too-long', cell) : ok(whole);
}

/** Free text of at most `max` characters. */
export function text(max: number): Codec<string> {
  return { read: (cell) => readable(cell, max), write: (value) => value };
}

/** A person's name: people pad two-character names with full-width spaces to make columns even. */
export const personName: Codec<string> = {
  read: (cell) => {
    const name = readable(cell, 60);
    return name.ok && /^[\p{Script=Han}\s·]+$/u.test(name.value) ? ok(name.value.replaceAll(/\s/g, '')) : name;
  },
  write: (value) => value,
};

/** A code of that shape. A number is refused: Excel has already dropped its leading zeros, or its last digits. */
export function code(shape: RegExp): Codec<string> {
  return {
    read: (cell) => {
      const whole = readable(cell, 200);
      if (!whole.ok) return whole;
      if (cell.kind === 'number' || cell.kind === 'day' || isScientific(shown(cell))) return trouble('code-lost-zeros', cell);
      const value = narrow(whole.value);
      return shape.test(value) ? ok(value) : trouble('bad-code', cell);
    },
    write: (value) => value,
  };
}

/** A short label such as a risk class: `A`, `高`, or a plain 1 that Excel keeps as a number. */
export function label(shape: RegExp): Codec<string> {
  const asCode = code(shape);
  return {
    read: (cell, world) => asCode.read(cell.kind === 'number' ? { kind: 'text', text: String(cell.value) } : cell, world),
    write: (value, world) => asCode.write(value, world),
  };
}

/** `3.11E+17`: what Excel shows of a long code, and what some programs then save. */
function isScientific(value: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d+$/i.test(narrow(value));
}

/** 统一社会信用代码 with its check digit. */
export const creditCode: Codec<string> = {
  read: (cell, world) => {
    const value = code(/^[0-9A-Za-z]+$/).read(cell, world);
    if (!value.ok) return value;
    const upper = value.value.toUpperCase();
    const wrong = creditCodeTrouble(upper);
    if (wrong === null) return ok(upper);
    return trouble(wrong === 'check' ? 'bad-check-digit' : 'bad-code', cell);
  },
  write: (value) => value,
};

/** A mobile number; a number cell is fine, since none begins with a zero. `+86`, spaces and hyphens are dropped. */
export const mobile: Codec<string> = {
  read: (cell) => {
    const whole = readable(cell, 40);
    if (!whole.ok) return whole;
    const value = narrow(whole.value)
      .replaceAll('-', '')
      .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
    return /^1[3-9]\d{9}$/.test(value) ? ok(value) : trouble(isScientific(value) ? 'code-lost-zeros' : 'bad-mobile', cell);
  },
  write: (value) => value,
};

/** A telephone number. As a number it is taken only if it cannot have lost the zero of an area code. */
export const phone: Codec<string> = {
  read: (cell) => {
    const whole = readable(cell, 60);
    if (!whole.ok) return whole;
    if (cell.kind === 'number' && !/^(?:1[3-9]\d{9}|[2-9]\d{6,7})$/.test(whole.value)) return trouble('code-lost-zeros', cell);
    if (isScientific(whole.value)) return trouble('code-lost-zeros', cell);
    return ok(whole.value);
  },
  write: (value) => value,
};

const EPOCH = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) };

/** A day: a date cell, a serial number, or text such as 2026-03-16, 2026/3/16, 2026.3.16, 2026年3月16日, 20260316. */
export const day: Codec<Day> = {
  read: (cell, world) => {
    const whole = readable(cell, 40);
    if (!whole.ok) return whole;
    const found = cell.kind === 'number' ? numberedDay(cell.value, world) : writtenDay(narrow(whole.value));
    return found !== null && isDay(found) && found >= '1949-10-01' && found <= '2199-12-31' ? ok(found) : trouble('bad-date', cell);
  },
  write: (value) => value,
};

function numberedDay(value: number, world: SheetWorld): Day | null {
  if (value >= 19_000_000 && value <= 22_000_000) return writtenDay(String(value));
  if (value < 15_000 || value > 110_000) return null;
  return new Date(EPOCH[world.dateSystem] + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
}

function writtenDay(value: string): Day | null {
  const found =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]?00:00(?::00)?(?:\.0+)?Z?)?$/.exec(value) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:0:00(?::00)?)?$/.exec(value) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/.exec(value) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(value);
  return found ? `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}` : null;
}

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): Codec<number> {
  return {
    read: (cell) => {
      const whole = readable(cell, 40);
      if (!whole.ok) return whole;
      // Published plans write 1次/年, 2人, 2家.
      const digits = /^(\d{1,9})(?:次\/年|次|人|家)?$/.exec(narrow(whole.value))?.[1];
      const value = digits === undefined ? Number.NaN : Number(digits);
      return value >= min && value <= max ? ok(value) : trouble('bad-number', cell);
    },
    write: (value) => String(value),
  };
}

/** A ratio as a fraction: `10%`, `1/10`, or a number cell shown as a percentage (0.1). A bare 10 is not guessed at. */
export const ratio: Codec<{ readonly num: number; readonly den: number }> = {
  read: (cell) => {
    const whole = readable(cell, 40);
    if (!whole.ok) return whole;
    const found = cell.kind === 'number' ? decimal(cell.value) : writtenRatio(narrow(whole.value));
    return found && found.den > 0 && found.num <= found.den ? ok(found) : trouble('bad-ratio', cell);
  },
  write: ({ num, den }) => (den === 100 ? `${num}%` : `${num}/${den}`),
};

function decimal(value: number): { readonly num: number; readonly den: number } | null {
  const millis = Math.round(value * 100_000);
  if (Math.abs(millis - value * 100_000) > 1e-6) return null;
  return millis % 1000 === 0 ? { num: millis / 1000, den: 100 } : { num: millis, den: 100_000 };
}

function writtenRatio(value: string): { readonly num: number; readonly den: number } | null {
  const percent = /^(\d{1,3})(?:\.(\d{1,3}))?%$/.exec(value);
  if (percent) {
    const places = percent[2]?.length ?? 0;
    return { num: Number(`${percent[1] ?? ''}${percent[2] ?? ''}`), den: 100 * 10 ** places };
  }
  const fraction = /^(\d{1,6})\/(\d{1,6})$/.exec(value);
  return fraction ? { num: Number(fraction[1]), den: Number(fraction[2]) } : null;
}

/** One of a few words. The first word of each value is the one we write. */
export function choice<T extends string>(words: Readonly<Record<T, readonly string[]>>): Codec<T> {
  const values = Object.keys(words) as T[];
  const first = (value: T): string => words[value][0] ?? value;
  return {
    read: (cell) => {
      const whole = readable(cell, 60);
      if (!whole.ok) return whole;
      const found = values.find((value) => words[value].includes(narrow(whole.value)));
      return found === undefined ? trouble('bad-choice', cell) : ok(found);
    },
    write: first,
    choices: () => values.map(first),
  };
}

/** 是 or 否. */
export const yesNo: Codec<boolean> = {
  read: (cell, world) => {
    const word = choice({ yes: ['是', '√', 'Y', 'TRUE', '1'], no: ['否', '×', 'N', 'FALSE', '0', '无'] }).read(cell, world);
    return word.ok ? ok(word.value === 'yes') : word;
  },
  write: (value) => (value ? '是' : '否'),
  choices: () => ['是', '否'],
};

/** A category by its name in office.yaml (or its id). */
export const category: Codec<string> = {
  read: (cell, world) => {
    const whole = readable(cell, 60);
    if (!whole.ok) return whole;
    const value = narrow(whole.value);
    const found = world.categories.find((rule) => narrow(rule.name) === value || rule.id === value);
    return found ? ok(found.id) : trouble('unknown-category', cell);
  },
  write: (value, world) => world.categories.find((rule) => rule.id === value)?.name ?? value,
  choices: (world) => world.categories.map((rule) => rule.name),
};

/** Several values of one codec, separated by the pattern, joined by `between`; twice is once. */
export function several<T>(one: Codec<T>, separators: RegExp, between: string): Codec<readonly T[]> {
  return {
    read: (cell, world) => {
      const whole = readable(cell, 8000);
      if (!whole.ok) return whole;
      const found: T[] = [];
      for (const part of whole.value.split(separators).map(tidy)) {
        if (part === '') continue;
        const value = one.read({ kind: 'text', text: part }, world);
        if (!value.ok) return value;
        if (!found.includes(value.value)) found.push(value.value);
      }
      return ok(found);
    },
    write: (values, world) => values.map((value) => one.write(value, world)).join(between),
  };
}
