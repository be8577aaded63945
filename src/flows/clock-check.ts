// 时钟被拨回: what is in the ledger has happened, so that a ceremony is not held at an hour before it.
import { civilTime } from '../domain/day.ts';
import type { Verb } from '../domain/may.ts';
import type { Refused } from '../domain/refused.ts';
import { fail } from '../domain/result.ts';
import type { Books } from '../store/books.ts';

/** Verbs that ask what time it is to decide what may still be done. */
const CEREMONY: ReadonlySet<Verb> = new Set(['lock-draw', 'contribute', 'type-beacon', 'paste-beacon', 'settle-draw', 'approve-void']);

/** Two machines on one database may differ by so much. */
const SLACK_MS = 60_000;

/** So many of the newest entries are looked at: the very last may itself have been written by the clock that was set back. */
const LOOKED_AT = 100;

/** True for a verb that is refused while the clock is behind the ledger. */
export function isOfCeremony(verb: Verb): boolean {
  return CEREMONY.has(verb);
}

/** Refuses a time that lies more than a minute before the newest entry of the ledger: somebody has set the clock back. */
export async function checkClock(books: Pick<Books, 'ledger'>, now: Date): Promise<Refused | null> {
  const { seq } = await books.ledger.head();
  const entries = await books.ledger.from(Math.max(1, seq - LOOKED_AT + 1), LOOKED_AT);
  const last = Math.max(0, ...entries.map(({ at }) => at.getTime()));
  return now.getTime() < last - SLACK_MS ? fail({ kind: 'clock-behind', now: civilTime(now), last: civilTime(new Date(last)) }) : null;
}
