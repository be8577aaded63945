// What people type into a draw: hashed as received, so what is received has to be one thing on every machine.
import { fail, ok, type Result } from '../result.ts';

/** Most characters (code points) of a text that a person typed. */
export const LONGEST_TEXT = 200;

/** Why a text cannot enter a draw. */
export type TextProblem = { readonly kind: 'text-too-long'; readonly length: number } | { readonly kind: 'text-broken' };

/** Whether a text has a UTF-8 form, that is, holds no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}

/** A typed text as it will be hashed: CRLF becomes LF and nothing else changes; too long or broken is refused. */
export function receiveText(typed: string): Result<string, TextProblem> {
  const text = typed.replaceAll('\r\n', '\n');
  if (!isWellFormed(text)) return fail({ kind: 'text-broken' });
  const length = charactersIn(text);
  return length > LONGEST_TEXT ? fail({ kind: 'text-too-long', length }) : ok(text);
}

/** How many characters (code points) a text has. */
function charactersIn(text: string): number {
  if (text.length <= LONGEST_TEXT) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
