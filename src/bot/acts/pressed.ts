// What an act may look at, and how it reads a form: client input, checked here before any flow sees it.
import { type Day } from '../../domain/day.ts';
import { may, rolesFor, type Verb } from '../../domain/may.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { FormValue } from '../incoming.ts';
import type { Answer, Turn } from '../turn.ts';
import { refusedNotice } from '../turn.ts';
import type { Asked } from './words.ts';

/** Books whose rows have versions. */
export type Versioned = 'tasks' | 'draws' | 'assignments' | 'problems' | 'publications' | 'imports' | 'changes' | 'measures';

/** A turn together with what was asked in it. */
export interface ActTurn extends Turn {
  readonly asked: Asked;
  readonly today: Day;
  /** The version the pressed card showed; for a typed command, the row's own: who types has seen nothing older. */
  versionOf(book: Versioned): Promise<number>;
}

/** One act: from what was asked to what is answered. */
export type ActHandler = (turn: ActTurn) => Promise<Answer>;

/** A refusal as an answer. */
export function refuse(refusal: Refusal): Answer {
  return { notice: refusedNotice(refusal) };
}

/** A text field: trimmed; '' when it is missing or not a text. */
export function textOf(form: Readonly<Record<string, FormValue>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

/** Several options; a single text counts as one. */
export function manyOf(form: Readonly<Record<string, FormValue>>, name: string): readonly string[] {
  const value = form[name];
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === 'string');
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** A day: the platform adds the zone of the device (`2026-03-16 +0800`), of which only the day counts. */
export function dayIn(form: Readonly<Record<string, FormValue>>, name: string): string {
  return /^\d{4}-\d\d-\d\d/.exec(textOf(form, name))?.[0] ?? '';
}

/** One of a closed list, or the refusal that names the field. */
export function oneOf<T extends string>(value: string, options: readonly T[], name: string): Result<T, Refusal> {
  const found = options.find((option) => option === value);
  return found ? ok(found) : fail(value === '' ? { kind: 'missing-fields', names: [name] } : { kind: 'unknown-option', name });
}

/** The words of an act: typed after the command, or the form's field. */
export function wordsOf(turn: ActTurn, field = 'words'): string {
  return turn.asked.words !== '' ? turn.asked.words : textOf(turn.form, field);
}

/** Numbers as people type them: full width or not, with whatever between them. */
export function numbersIn(words: string): readonly number[] {
  return words.normalize('NFKC').match(/\d+/g)?.map(Number) ?? [];
}

/** The page a card asks for, 1 where none is. */
export function pageIn(turn: ActTurn): number {
  const page = Number(turn.asked.extra?.['page'] ?? 1);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** The refusal for somebody without the right, null for everybody else: for acts that only show something. */
export function needs(turn: ActTurn, verb: Verb): Answer | null {
  return may(turn.by, verb) ? null : refuse({ kind: 'not-allowed', verb, needs: rolesFor(verb) });
}
