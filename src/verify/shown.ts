// What was posted in the group, against the record: the only proof that the record is the one that was sealed.
import { momentOf } from './form.ts';
import { type Check, same } from './lines.ts';
import type { ReadRecord } from './record.ts';
import { sm3 } from './sm3.ts';
import { hashOf, stable } from './stable.ts';

/** What the asker has from the group: of the lock SHA-256 or SM3. Digests may hold spaces; a time without an offset is Beijing's. */
export interface Shown {
  readonly lock?: string | undefined;
  readonly lockedAt?: string | undefined;
  readonly close?: string | undefined;
}

/** Whether a check compares the record with what was posted in the group, not with itself. */
export function isAboutShown({ id }: Check): boolean {
  return id.startsWith('shown-');
}

/** One check for each thing shown. */
export function checkShown({ manifest, contributions }: ReadRecord, { lock, lockedAt, close }: Shown): readonly Check[] {
  const checks: Check[] = [];
  if (lock !== undefined) {
    const typed = shownDigest(lock) ?? lock;
    // The group was told both digests. Nobody can make one of them come out as the other.
    const found = typed === sm3(stable(manifest)) ? typed : hashOf(manifest);
    checks.push(same('shown-lock', '群内公布的封签摘要', typed, found));
  }
  if (lockedAt !== undefined) {
    const passed = shownMoment(lockedAt) === momentOf(manifest.lockedAt);
    checks.push({ id: 'shown-time', name: '群内公布的封签时间', passed, expected: lockedAt, found: manifest.lockedAt });
  }
  if (close !== undefined) {
    // CLOSE is posted while the server's own secret is still shut: only what the witnesses gave is in it.
    const closed = hashOf(contributions.filter(({ by }) => by !== 'server').map(({ by, value }) => ({ by, value })));
    checks.push(same('shown-close', '群内公布的封存摘要', shownDigest(close) ?? close, closed));
  }
  return checks;
}

/** A time as people copy it from the group, in milliseconds since 1970; null if it is none. */
export function shownMoment(typed: string): number | null {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:\d\d)?$/.exec(typed.trim());
  return parts ? momentOf(`${parts[1]}T${parts[2]}${parts[3] ?? ':00'}${parts[4] ?? '+08:00'}`) : null;
}

/** A digest as it was copied or typed: groups of four, line ends, capitals, full-width letters; null if it is not 64 hex characters. */
export function shownDigest(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200d\ufeff·・_-]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(bare) ? bare : null;
}
