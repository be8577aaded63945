// How people and chat accounts are tied: one-time codes, and the administrator who was there before any list.
import { createHash } from 'node:crypto';
import type { Day } from './day.ts';
import type { Person, Platform } from './person.ts';

/** A code is good for so long, once. */
export const CODE_HOURS = 24;
/** Wrong codes an account may type in an hour: a million codes, so guessing one takes decades. */
export const MOST_MISSES = 5;
export const MISS_MINUTES = 60;

/** What is kept of a code. The day of issue is in it, so that a code may come again another day. */
export function hashOfCode(code: string, issuedOn: Day): string {
  return createHash('sha256').update(`${issuedOn} ${code}`).digest('hex');
}

/** The administrators named in the environment, before anyone is listed, have codes that begin so. */
export const BOOTSTRAP_PREFIX = 'ADMIN';

/** True for an administrator who is in the books only because the environment named his account. */
export function isBootstrap(person: Person): boolean {
  return person.id.startsWith(BOOTSTRAP_PREFIX);
}

/** The person with that account on that platform (null: with none there). */
export function withAccount(person: Person, platform: Platform, account: string | null): Person {
  return platform === 'feishu' ? { ...person, feishu: account } : { ...person, dingtalk: account };
}

/** The person's account on that platform. */
export function accountOf(person: Person, platform: Platform): string | null {
  return platform === 'feishu' ? person.feishu : person.dingtalk;
}
