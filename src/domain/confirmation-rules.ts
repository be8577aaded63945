// After the result: each witness says whether it is what was announced (SSJ-1, RESULT: "then confirmations of the witnesses in the ledger").
import type { Confirmation, Draw } from './draw.ts';
import type { PersonId } from './person.ts';
import { alreadyDone, checkWords, type Refused, wrongState } from './refused.ts';
import { fail } from './result.ts';
import { WORDS_MAX } from './task-rules.ts';

/** What a witness said last; a dispute may be followed by a confirmation and the other way round, and both stay in the books. */
export function latestOf(said: readonly Confirmation[], person: PersonId): Confirmation | null {
  const mine = said.filter((one) => one.person === person);
  return mine.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null;
}

/** How many of a draw's witnesses found it right, how many dispute it, and how many have said nothing. */
export interface ConfirmationCounts {
  readonly confirmed: number;
  readonly disputed: number;
  readonly silent: number;
}

/** Counts what each witness said last. */
export function countConfirmations(draw: Pick<Draw, 'witnesses'>, said: readonly Confirmation[]): ConfirmationCounts {
  const verdicts = draw.witnesses.map(({ person }) => latestOf(said, person)?.verdict ?? null);
  const count = (verdict: Confirmation['verdict'] | null): number => verdicts.filter((one) => one === verdict).length;
  return { confirmed: count('confirmed'), disputed: count('disputed'), silent: count(null) };
}

/** Whether that may be said: by a witness of a settled draw, once each way, a dispute with its words. */
export function checkConfirmation(
  draw: Draw,
  said: readonly Confirmation[],
  person: PersonId,
  { verdict, words }: Pick<Confirmation, 'verdict' | 'words'>,
): Refused | null {
  if (!draw.witnesses.some((witness) => witness.person === person)) return fail({ kind: 'not-a-witness', draw: draw.number });
  if (draw.state !== 'settled') return wrongState('draw', draw.state, 'settled');
  if (said.some((one) => one.person === person && one.verdict === verdict)) return alreadyDone();
  return verdict === 'disputed' ? checkWords(words, 'words', WORDS_MAX, true) : null;
}
