// Short ways to say no: the refusals that every rule needs, and the three questions asked before every change.
import type { Person } from './person.ts';
import type { Refusal, Thing } from './refusal.ts';
import { fail } from './result.ts';

/** A refusal as an answer. */
export interface Refused {
  readonly ok: false;
  readonly problem: Refusal;
}

/** The row is not in the state the verb needs. */
export function wrongState(what: Thing, state: string, needed: string): Refused {
  return fail({ kind: 'wrong-state', what, state, needed });
}

/** There is no such row. */
export function notFound(what: Thing, id: string): Refused {
  return fail({ kind: 'not-found', what, id });
}

/** The card that was pressed shows an older row than the books have. */
export function stale(): Refused {
  return fail({ kind: 'stale' });
}

/** Pressed twice, or done by a colleague meanwhile. */
export function alreadyDone(): Refused {
  return fail({ kind: 'already-done' });
}

/** Nobody approves his own request. */
export function ownRequest(): Refused {
  return fail({ kind: 'own-request' });
}

/** Words somebody typed: trimmed, and refused when there are none although they are needed, or too many. */
export function checkWords(words: string, name: string, max: number, isNeeded: boolean): Refused | null {
  if (isNeeded && words.trim() === '') return fail({ kind: 'missing-fields', names: [name] });
  return Array.from(words).length > max ? fail({ kind: 'text-too-long', max }) : null;
}

/** True for somebody who still belongs to the office. */
export function isHere(person: Person): boolean {
  return person.status !== 'left';
}
