// What the server knows at lock and opens later: its own contribution, and the links that make later events unforeseeable to others.
import type { Contribution, Digest } from '../record.ts';
import { digest, digestOf } from './canonical.ts';

/** Who the server is in `contributors` and `contributions`. */
export const SERVER = 'server';

/** What LOCK posts in place of the server's secret (64 hex characters). */
export function serverCommit(draw: string, secret: string): Digest {
  return digest(`SSJ-1/commit\n${draw}\n${SERVER}\n${secret}`);
}

/** `link_0` of a chain of `length` links that ends in `lastLink`; links are hashed as their hex text. */
export function firstLink(lastLink: string, length: number): Digest {
  return linkOf(lastLink, length, 0);
}

/** `link_n` of such a chain: what event `n` opens. `n` is 0…length. */
export function linkOf(lastLink: string, length: number, n: number): Digest {
  let link = lastLink;
  for (let k = length; k > n; k -= 1) link = digest(link);
  return link;
}

/** What CLOSE posts before the beacon exists: the final list of contributions. */
export function closeHash(contributions: readonly Contribution[]): Digest {
  return digestOf(contributions.map(({ by, value }) => ({ by, value })));
}
